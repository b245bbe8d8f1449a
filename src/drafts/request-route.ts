import type { FactRow } from '../packs/pack.ts';
import type { ServiceId } from '../packs/service.ts';

/** How the request for a letter reaches the writer, as far as a source says so. */
export type RequestRoute =
  /** A link by e-mail to the portal of the AAMC; `guest` where it needs no account. */
  | { readonly kind: 'aamc-portal'; readonly guest: boolean }
  /** An e-mail from an address that is known, so that it can be searched for. */
  | { readonly kind: 'mail'; readonly sender: string }
  /** The referee's account in CaRMS Online. */
  | { readonly kind: 'carms-online' };

/**
 * The way of a request in a service, by the rows of the packs in force. What no row says any more,
 * or only as unconfirmed, is not told.
 */
export function requestRoute(service: ServiceId, rows: ReadonlyMap<string, FactRow>): RequestRoute | null {
  const says = (id: string): string | undefined => {
    const row = rows.get(id);
    return row === undefined || row.confidence === 'unconfirmed' ? undefined : row.says;
  };
  switch (service) {
    case 'eras':
      if (says('eras/writer-email-link') === undefined) return null;
      return { kind: 'aamc-portal', guest: says('eras/writer-account-not-needed') !== undefined };
    case 'residencycas': {
      const [sender] = says('residencycas/sender-address')?.match(/[a-z.]+@[a-z.]+[a-z]/u) ?? [];
      return sender === undefined ? null : { kind: 'mail', sender };
    }
    case 'carms':
      return says('carms/delivery') === undefined ? null : { kind: 'carms-online' };
    case 'sf-match':
      return null;
  }
}
