import { describe, expect, it } from 'vitest';
import { requestRoute } from '../../../src/drafts/request-route.ts';
import { loadPacks } from '../../../src/packs/load-packs.ts';
import type { FactRow } from '../../../src/packs/pack.ts';

const { rows } = loadPacks(new URL('../../../src/packs/', import.meta.url));

/** The rows with one of them unconfirmed. */
function doubting(id: string): ReadonlyMap<string, FactRow> {
  const row = rows.get(id);
  if (row === undefined) throw new Error(`no row ${id}`);
  return new Map([...rows, [id, { ...row, confidence: 'unconfirmed' }]]);
}

describe('the way of a request', () => {
  it('is what the packs say of each service', () => {
    expect(requestRoute('eras', rows)).toEqual({ kind: 'aamc-portal', guest: true });
    expect(requestRoute('residencycas', rows)).toEqual({ kind: 'mail', sender: 'applicantsupport@residencycas.com' });
    expect(requestRoute('carms', rows)).toEqual({ kind: 'carms-online' });
    expect(requestRoute('sf-match', rows)).toBeNull();
  });

  it('is not told where nobody can confirm it', () => {
    expect(requestRoute('eras', doubting('eras/writer-account-not-needed'))).toEqual({
      kind: 'aamc-portal',
      guest: false,
    });
    expect(requestRoute('eras', doubting('eras/writer-email-link'))).toBeNull();
    expect(requestRoute('residencycas', doubting('residencycas/sender-address'))).toBeNull();
    expect(requestRoute('carms', doubting('carms/delivery'))).toBeNull();
    expect(requestRoute('eras', new Map())).toBeNull();
  });
});
