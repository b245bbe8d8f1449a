import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { play, temporaryDatabase } from '../support/terminal.ts';

const tables = ['members', 'writers', 'letters', 'changes', 'communities', 'deadlines', 'digests', 'deliveries'];

describe('bad input in the terminal', () => {
  let database: ReturnType<typeof temporaryDatabase>;
  beforeEach(() => {
    database = temporaryDatabase();
  });
  afterEach(() => database.remove());

  function rows(): Record<string, number> {
    const file = new Database(database.path, { readonly: true });
    const counts = tables.map((table) => [
      table,
      file.prepare(`select count(*) from ${table}`).pluck().get() as number,
    ]);
    file.close();
    return Object.fromEntries(counts);
  }

  async function say(...lines: string[]): Promise<string> {
    const { code, output, errors } = await play(lines, database.path).ended;
    expect(errors).toBe('');
    expect(code).toBe(0);
    return output;
  }

  test.each([
    ['/lor frobnicate', 'I do not know the command “frobnicate”.'],
    ['/lor lsit', 'Did you mean /lor list?'],
    ['/lor add', 'Please fill in: Name of the writer.'],
    ['/lor add Dr. Chen due:"feb 30"', 'there is no such day as “feb 30”. February'],
    ['/lor add Dr. Chen due:soonish', 'I cannot read “soonish” as a date.'],
    ['/lor add Dr. Chen kind:attendng', 'Did you mean attending?'],
    ['/lor add Dr. Chen due:2099-01-01', 'is more than five years away'],
    ['/lor settings zone:Atlantis', 'I know no time zone “Atlantis”.'],
    ['/lor list page:zero', 'takes a whole number from 1 to 1000'],
    ['/lor next', 'Please fill in: Letter, by its writer.'],
    ['/lor show somebody', 'You do not track any letters yet.'],
    [`/lor add ${'x'.repeat(10_000)}`, 'is too long: 10,000 characters, and at most 80 fit.'],
    ['/lor add Dr. \u0000 Null', 'holds a control character that cannot be kept.'],
    ['/lor add Dr. \u202eevil', 'a character that turns the text around'],
    ['/lor-admin digest add 0 9 * * MON', 'is for admins of this community'],
    ['!as', 'It goes like this: !as maya'],
    ['!press 3', 'There is no button 3'],
    ['!submit', 'No form is open.'],
    ['!at never', 'I cannot read “never” as a moment.'],
    ['!dance', 'I do not know !dance.'],
  ])('%.40s gets its sentence and stores nothing', async (line, sentence) => {
    await say('/lor list');
    const before = rows();
    expect(await say(line)).toContain(sentence);
    // Somebody who tried to add a letter is known by now; nothing else may have changed.
    expect({ ...rows(), members: 0 }).toEqual({ ...before, members: 0 });
  });

  test('hostile and foreign names render as themselves', async () => {
    const names = ['<!channel> @everyone *x* [a](b)', 'د. أحمد', '王医生 😀', 'O’Brien “Mac” Ó Briain', '=cmd|x'];
    const output = await say(...names.map((name) => `/lor add ${name}`), '/lor list');
    const list = output.slice(output.indexOf('> /lor list'));
    for (const name of names) expect(list).toContain(name);
  });

  test('a writer of another member is found by nobody else, by name or by id', async () => {
    await say('!as maya', '/lor add Dr. Secret');
    const id = new Database(database.path, { readonly: true })
      .prepare('select id from letters')
      .pluck()
      .get() as string;
    const before = rows();
    const output = await say(
      '!as noor',
      '/lor add Dr. Mine',
      ...['show', 'next', 'remove', 'edit'].flatMap((verb) => [`/lor ${verb} ${id}`, `/lor ${verb} secret`]),
    );
    expect(output.match(/You have no letter that fits/gu)).toHaveLength(8);
    expect(output).not.toContain('Dr. Secret');
    expect(rows()).toEqual({ ...before, members: 2, writers: 2, letters: 2, changes: 2 });
  });

  test('an admin sees nothing of a member’s letters', async () => {
    await say('!as maya', '/lor add Dr. Secret');
    expect(await say('!as ana admin', '/lor list', '/lor today', '/lor show secret')).not.toContain('Dr. Secret');
  });

  test('a control sequence in a line cannot steer the terminal', async () => {
    expect(await say('what \u001b[31mis\u001b]0;title\u0007 this')).not.toContain('\u001b');
  });
});
