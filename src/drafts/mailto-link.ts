import type { Draft } from './draft.ts';
import { isMailAddress } from './mail-address.ts';

/** Some mail programs cut longer addresses, and a mail cut in its middle is worse than none. */
const longest = 1_800;

export interface MailtoLink {
  readonly url: string;
  /** Whether the body is in it. Where it would be too long, it is not, and has to be copied. */
  readonly whole: boolean;
}

/**
 * The address that opens a draft in a mail program (RFC 6068). Every text is percent-encoded, so
 * nothing in it can begin a header of its own, and line breaks are CRLF, as the RFC asks.
 */
export function mailtoLink({ to, subject, body }: Pick<Draft, 'to' | 'subject' | 'body'>): MailtoLink {
  const recipient = to !== null && isMailAddress(to) ? encoded(to).replace('%40', '@') : '';
  const short = `mailto:${recipient}?subject=${encoded(subject)}`;
  const url = `${short}&body=${encoded(body.join('\n\n'))}`;
  if (url.length <= longest) return { url, whole: true };
  return { url: short.length <= longest ? short : `mailto:${recipient}`, whole: false };
}

/** Encoded beyond what `encodeURIComponent` does: marks that end an address where it is drawn as a link. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\r\n?|\n/gu, '\r\n').replace(/\p{Cs}/gu, '\ufffd')).replace(
    /[!'()*]/gu,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
