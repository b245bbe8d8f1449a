import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ColumnChoice, printChoice, readChoice, understand } from '../../../src/exchange/choose-columns.ts';
import { fieldOfHeader } from '../../../src/exchange/column-names.ts';
import type { Field } from '../../../src/exchange/field.ts';
import { guessColumns } from '../../../src/exchange/guess-columns.ts';
import type { Table } from '../../../src/exchange/table.ts';
import { wordsIn } from '../../../src/words/words-in.ts';

const table: Table = {
  header: ['Person', 'Evaluator', 'AAMC ID', 'When', 'Stuff'],
  headerRow: 1,
  rows: [{ number: 2, cells: ['Dr. Chen', 'attending', '12345678', '2027-09-23', 'x'] }],
};
const columns = guessColumns(table);
const fields = Object.keys(wordsIn('en').exchange.field) as Field[];

/** What a typed choice makes of the table: the use of each column, or the problem. */
function chosen(typed: string): unknown {
  const choice = readChoice(typed, columns);
  if ('code' in choice) return choice;
  return understand(table, choice)
    .columns.map(({ use }) => (use.kind === 'field' ? use.field : `(${use.kind})`))
    .join(' ');
}

describe('a choice of columns', () => {
  it.each([
    ['', '(unused) name (private) (unused) (unused)'],
    ['1=name', 'name (unused) (private) (unused) (unused)'],
    ['1=name, 2=kind, 4=due', 'name kind (private) due (unused)'],
    ['name=1; kind=2; due=4', 'name kind (private) due (unused)'],
    ['1: name\n2: kind', 'name kind (private) (unused) (unused)'],
    ['A=name, D=due', 'name (unused) (private) due (unused)'],
    ['Person=name, when=échéance', 'name (unused) (private) due (unused)'],
    ['2=fonction, 1=signataire', 'name kind (private) (unused) (unused)'],
    ['#1=writer', 'name (unused) (private) (unused) (unused)'],
    ['2=none, 1=name', 'name (unused) (private) (unused) (unused)'],
    ['2=rien', '(unused) (unused) (private) (unused) (unused)'],
  ])('“%s” is understood', (typed, expected) => {
    expect(chosen(typed)).toBe(expected);
  });

  it.each([
    ['name', 'not-understood', 'name'],
    ['1=name, 9=due', 'no-such-column', '9=due'],
    ['0=due', 'no-such-column', '0=due'],
    ['foo=bar', 'no-such-column', 'foo=bar'],
    ['1=wombat', 'no-such-field', '1=wombat'],
    ['3=name', 'private-column', '3=name'],
    ['aamc id=notes', 'private-column', 'aamc id=notes'],
  ])('“%s” is told what is wrong with it', (typed, code, part) => {
    expect(chosen(typed)).toEqual({ code, part });
  });

  it('gives a column that looks like ids to a member who knows better', () => {
    const like: Table = { ...table, header: ['Writer', 'Title'], rows: [{ number: 2, cells: ['Chen', 'PGY12345'] }] };
    const choice = readChoice('2=title', guessColumns(like));
    expect('code' in choice || understand(like, choice).columns[1]?.use).toEqual({ kind: 'field', field: 'title' });
  });

  it('makes data of the first row', () => {
    const choice = readChoice('no header, 1=name, 2=kind', columns);
    if ('code' in choice) throw new Error(choice.part);
    const understood = understand(table, choice);
    expect(understood.table.rows.map(({ number }) => number)).toEqual([1, 2]);
    expect(understood.columns.map(({ header }) => header)).toEqual([null, null, null, null, null]);
  });

  it.each([
    ['dates=day first', 'day-first'],
    ['dates=dmy', 'day-first'],
    ['date: jour d’abord', 'day-first'],
    ['dates=month first', 'month-first'],
  ])('“%s” says how dates are meant', (typed, order) => {
    expect(readChoice(typed, columns)).toMatchObject({ dates: order });
  });

  it('knows every field by the name of the field itself', () => {
    expect(fields.map(fieldOfHeader)).toEqual(fields);
  });

  it('reads back to the same when it is printed for a button', () => {
    const choice: fc.Arbitrary<ColumnChoice> = fc.record({
      uses: fc
        .array(fc.tuple(fc.constantFrom(1, 2, 4, 5), fc.option(fc.constantFrom(...fields))), { maxLength: 4 })
        .map((uses) => new Map(uses)),
      headless: fc.boolean(),
      dates: fc.constantFrom('day-first', 'month-first', undefined),
    });
    fc.assert(
      fc.property(choice, (one) => {
        expect(readChoice(printChoice(one), columns)).toEqual(one);
      }),
    );
  });

  it('never fails, and is quick, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ maxLength: 60 }), (typed) => readChoice(typed, columns) !== undefined));
    for (const sign of ['=', '1=', 'a,', ' ', ':', 'A']) {
      const start = performance.now();
      readChoice(sign.repeat(10_000), columns);
      expect(performance.now() - start).toBeLessThan(200);
    }
  });
});
