import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/core/decode-text.ts';
import { readTable } from '../../../src/exchange/read-table.ts';
import { type Table, tableLimits } from '../../../src/exchange/table.ts';
import { writeTable } from '../../../src/exchange/write-table.ts';

function table(text: string): Table {
  const read = readTable(text);
  if (!('table' in read)) throw new Error(`no table: ${JSON.stringify(read.problem)}`);
  return read.table;
}

/** Header and rows as they are read, without their numbers. */
function cells(text: string): readonly (readonly string[])[] {
  const { header, rows } = table(text);
  return [header, ...rows.map((row) => row.cells)];
}

function problem(text: string): unknown {
  const read = readTable(text);
  return 'problem' in read ? read.problem : 'a table';
}

describe('a table', () => {
  const same = [
    ['Writer', 'Due'],
    ['Dr. Chen', '2027-09-23'],
  ];

  it.each([
    ['commas and LF', 'Writer,Due\nDr. Chen,2027-09-23\n'],
    ['no line end at the end', 'Writer,Due\nDr. Chen,2027-09-23'],
    ['CRLF', 'Writer,Due\r\nDr. Chen,2027-09-23\r\n'],
    ['CR alone, as old Macs write', 'Writer,Due\rDr. Chen,2027-09-23\r'],
    ['line ends that change within the file', 'Writer,Due\r\nDr. Chen,2027-09-23\n\r'],
    ['a byte order mark', '\ufeffWriter,Due\nDr. Chen,2027-09-23'],
    ['semicolons', 'Writer;Due\nDr. Chen;2027-09-23'],
    ['tabs', 'Writer\tDue\nDr. Chen\t2027-09-23'],
    ['bars', 'Writer|Due\nDr. Chen|2027-09-23'],
    ['Excel’s line that names the separator', 'sep=;\r\nWriter;Due\r\nDr. Chen;2027-09-23'],
    ['the same behind a byte order mark, quoted', '\ufeff"sep=;"\r\nWriter;Due\r\nDr. Chen;2027-09-23'],
    ['quotation marks around everything', '"Writer","Due"\n"Dr. Chen","2027-09-23"'],
    ['empty lines', '\n\nWriter,Due\n\n,\nDr. Chen,2027-09-23\n\n\n'],
    ['empty columns at its right end', 'Writer,Due,,\nDr. Chen,2027-09-23,,'],
    ['a title above', 'My letters 2027,\n\nWriter,Due\nDr. Chen,2027-09-23'],
  ])('is read with %s', (_, text) => {
    expect(cells(text)).toEqual(same);
  });

  it('keeps line ends, separators and quotation marks inside quotation marks', () => {
    expect(cells('Writer,Notes\n"Chen, Wei","first\r\nsecond ""third"""\n')[1]).toEqual([
      'Chen, Wei',
      'first\r\nsecond "third"',
    ]);
  });

  it('keeps a quotation mark that stands within a cell', () => {
    expect(cells('Writer,Notes\nDr. "Bob" Chen,5" thick\n')[1]).toEqual(['Dr. "Bob" Chen', '5" thick']);
  });

  it('takes a separator by the whole beginning, not by a row with more of another', () => {
    expect(cells('Writer;Notes\nChen;a, b, c, d\nRoy;e')[1]).toEqual(['Chen', 'a, b, c, d']);
    expect(cells('Writer,Notes\nChen,a; b; c; d\nRoy,e')[1]).toEqual(['Chen', 'a; b; c; d']);
  });

  it('fills rows that are too short and keeps what stands beyond the header', () => {
    expect(cells('Writer,Due\nChen\nRoy,2027-09-23,late\n')).toEqual([
      ['Writer', 'Due', ''],
      ['Chen', '', ''],
      ['Roy', '2027-09-23', 'late'],
    ]);
  });

  it('numbers its rows as a spreadsheet does, empty ones counted and quoted line ends not', () => {
    const { headerRow, rows } = table('Letters\n\nWriter,Due\n"Chen\nWei",a\n\nRoy,b\n');
    expect([headerRow, ...rows.map(({ number }) => number)]).toEqual([3, 4, 6]);
  });

  it('keeps columns of the same name apart', () => {
    expect(table('Writer,Notes,Notes\nChen,a,b').header).toEqual(['Writer', 'Notes', 'Notes']);
  });

  it('may have names and no rows', () => {
    expect(table('Writer,Due\n').rows).toEqual([]);
  });

  it('is none where nothing stands', () => {
    for (const text of ['', '\n\n', '\ufeff', ' , ,\n,', 'sep=;\r\n']) expect(problem(text)).toEqual({ code: 'empty' });
  });

  it.each([
    ['json', '{"format":"lorbot","version":1}'],
    ['json', '\n[ {"name": "Chen"} ]'],
    ['page', '<!DOCTYPE html><html><body>Sign in</body></html>'],
    ['workbook', 'PK\u0003\u0004\u0014\u0000\u0006\u0000'],
    ['workbook', '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'],
    ['pdf', '%PDF-1.7\n%âãÏÓ'],
  ])('is told from a file of another kind: %s', (seems, text) => {
    expect(problem(text)).toEqual({ code: 'not-a-table', seems });
  });

  it('names the row in which a quotation mark stays open', () => {
    expect(problem('Writer,Due\nRoy,x\n"Chen,2027-09-23\nAli,y\n')).toEqual({ code: 'open-quote', row: 3 });
  });

  it('names the most rows, columns and characters that are read', () => {
    const { rows, columns, characters } = tableLimits;
    const wide = Array.from({ length: columns + 1 }, (_, index) => `c${index}`).join(',');
    expect(problem(`Writer\n${'Chen\n'.repeat(rows)}`)).toBe('a table');
    expect(problem(`Writer\n${'Chen\n'.repeat(rows + 1)}`)).toEqual({ code: 'too-many-rows', max: rows });
    expect(problem(`${wide}\n`)).toEqual({ code: 'too-many-columns', max: columns });
    expect(problem('x'.repeat(characters + 1))).toEqual({ code: 'too-long', max: characters });
  });

  it('is read or refused in a moment however many lines there are', () => {
    const lines = tableLimits.characters / 2 - 10;
    const hostile = [
      ['empty lines at the end', `Writer,Due\nChen,x${'\n'.repeat(lines)}`, 'a table'],
      ['empty cells at the end', `Writer,Due\nChen,x\n${',\n'.repeat(lines)}`, 'a table'],
      [
        'lines of another width',
        `Writer,Due\n${'x\n'.repeat(lines)}`,
        { code: 'too-many-rows', max: tableLimits.rows },
      ],
    ] as const;
    for (const [what, text, expected] of hostile) {
      const started = performance.now();
      expect(problem(text), what).toEqual(expected);
      expect(performance.now() - started, what).toBeLessThan(3_000);
    }
  });

  it('comes back exactly as it was written, whatever stands in it', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.stringMatching(/^['=+@\t\r\n"',; |-]{0,6}$/u),
      fc.constantFrom('=1+1', "'=1+1", "''@x", '＝1', '\u0000a', '\r\n', '"', ' x ', 'sep=;', '{"a":1}'),
    );
    const written = fc
      .integer({ min: 1, max: 5 })
      .chain((width) => fc.array(fc.array(text, { minLength: width, maxLength: width }), { maxLength: 8 }));
    fc.assert(
      fc.property(written, (rows) => {
        const width = rows[0]?.length ?? 2;
        const header = ['Writer', 'Due date', 'Notes', 'E-mail', 'Kind'].slice(0, width);
        const kept = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
        expect(cells(writeTable(header, rows))).toEqual([header, ...kept]);
      }),
      { numRuns: 500 },
    );
  });

  it('never fails on any text, and is quick with ten thousand characters of anything', () => {
    const bytes = fc.uint8Array({ maxLength: 200 }).map((list) => {
      const decoded = decodeText(list);
      return 'text' in decoded ? decoded.text : '';
    });
    const odd = fc.oneof(bytes, fc.stringMatching(/^[",;\t\r\n=a]{0,200}$/u));
    fc.assert(
      fc.property(odd, (text) => readTable(text) !== undefined),
      { numRuns: 500 },
    );
    for (const sign of ['"', ',', ';', '\r', "'", '=', 'sep=', '\t', '<', '{']) {
      const start = performance.now();
      readTable(sign.repeat(10_000));
      expect(performance.now() - start).toBeLessThan(1_000);
    }
  });
});
