import { describe, expect, test } from 'vitest';
import type { FileTrouble } from '../../../src/core/attachment.ts';
import { file, optional, text } from '../../../src/core/options.ts';
import { withFiles } from '../../../src/core/with-files.ts';

const options = { table: file('Table', { max: 10 }), note: optional(text('Note', { max: 9 })) };
const call = { path: 'lor import', args: { note: 'hi' } };

function fetching(answer: string | Exclude<FileTrouble, never>) {
  const asked: [string, number][] = [];
  const fetchBytes = async ({ name }: { name: string }, max: number) => {
    asked.push([name, max]);
    return answer === 'unreachable' ? answer : new TextEncoder().encode(answer);
  };
  return { asked, fetchBytes };
}

describe('a call with a file', () => {
  test('has it as the value of the option that takes it', async () => {
    const { asked, fetchBytes } = fetching('a,b');
    const made = await withFiles(call, options, { table: { name: 'x.csv', size: 3 } }, fetchBytes);
    expect(made).toEqual({ path: 'lor import', args: { note: 'hi', table: '{"name":"x.csv","text":"a,b"}' } });
    expect(asked).toEqual([['x.csv', 10]]);
  });

  test('asks for nothing that is too large to be taken', async () => {
    const { asked, fetchBytes } = fetching('a,b');
    const made = await withFiles(call, options, { table: { name: 'x.csv', size: 11 } }, fetchBytes);
    expect(made.args.table).toBe('{"name":"x.csv","trouble":"too-large"}');
    expect(asked).toEqual([]);
  });

  test('says what became of a file that could not be had, or that is larger than was said', async () => {
    const gone = await withFiles(call, options, { table: { name: 'x.csv' } }, fetching('unreachable').fetchBytes);
    expect(gone.args.table).toBe('{"name":"x.csv","trouble":"unreachable"}');
    const { fetchBytes } = fetching('more than ten');
    const large = await withFiles(call, options, { table: { name: 'x.csv', size: 1 } }, fetchBytes);
    expect(large.args.table).toBe('{"name":"x.csv","trouble":"too-large"}');
  });

  test.each(['note', 'other', 'toString', '__proto__'])(
    'leaves alone what is attached to %s, which takes no file',
    async (name) => {
      const { asked, fetchBytes } = fetching('a,b');
      const files = Object.fromEntries([[name, { name: 'x.csv' }]]);
      expect(await withFiles(call, options, files, fetchBytes)).toEqual(call);
      expect(asked).toEqual([]);
    },
  );
});
