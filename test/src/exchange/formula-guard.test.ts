import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guarded, unguarded } from '../../../src/exchange/formula-guard.ts';
import { writeTable } from '../../../src/exchange/write-table.ts';

describe('the guard against formulas', () => {
  it.each(['=', '+', '-', '@', '\t', '\r', '\n', '\u0000', '＝', '＋', '－', '＠'])(
    'makes text of a cell that begins with %j',
    (sign) => {
      expect(guarded(`${sign}cmd|' /C calc'!A0`).startsWith("'")).toBe(true);
      expect(guarded(`'${sign}x`)).toBe(`''${sign}x`);
    },
  );

  it.each(['Dr. Chen', "O'Brien", "'tis", '2027-09-23', '', 'a=b', ' =x'])('leaves %j alone', (cell) => {
    expect(guarded(cell)).toBe(cell);
    expect(unguarded(cell)).toBe(cell);
  });

  it('comes off again for any text', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^['=+@\t\r\n＝-]{0,6}$/u));
    fc.assert(fc.property(text, (cell) => unguarded(guarded(cell)) === cell));
  });

  it('is on every cell that is written, the names of columns too', () => {
    expect(writeTable(['=A1', 'Writer'], [['+1', '@x']])).toBe("\ufeff'=A1,Writer\r\n'+1,'@x\r\n");
  });
});
