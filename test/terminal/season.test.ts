import Database from 'better-sqlite3';
import { afterEach, describe, expect, test } from 'vitest';
import { play, temporaryDatabase } from '../support/terminal.ts';

/** Two members and an admin, from the first writer to the last digest of the year. */
const beginning = [
  '!at 2027-08-02 08:00 America/New_York',
  '!as maya',
  '/lor settings zone:"new york" service:eras specialty:IM',
  `/lor add Dr. O'Brien kind:attending due:"sep 23"`,
  '/lor add Dr. Chen kind:chair due:2027-12-01',
  '/lor next obrien',
  '!press 1',
  '/lor next obrien on:today',
  '/lor remind on',
  '!as noor',
  '/lor settings zone:los angeles service:carms',
  '/lor add Dr. Álvarez due:"oct 1"',
  '/lor next alvarez to:asked',
  '/lor remind on',
  'how many letters can a program get',
  'my writer has not uploaded yet, what do i do',
  'should i waive my right to see the letter',
  '!as ana admin',
  '!in #deadlines',
  '/lor-admin deadline add ERAS letters due date:2027-09-22 time:17:00 zone:"new york"',
  '/lor-admin digest add 30 9 * * MON zone:"new york" channel:#deadlines ahead:60',
] as const;

const toTheEnd = [
  '!at 2027-11-20 12:00 America/New_York',
  '!as maya',
  '!in dm',
  '/lor list',
  '/lor show obrien',
] as const;

/** The heads of what was posted or sent, in the order in which it appeared. */
function deliveries(output: string): readonly string[] {
  return output.split('\n').filter((line) => /^\[\w{3} \d/u.test(line));
}

const mondays = [
  ...['2 Aug', '9 Aug', '16 Aug', '23 Aug', '30 Aug', '6 Sep', '13 Sep', '20 Sep', '27 Sep', '4 Oct', '11 Oct'],
  ...['18 Oct', '25 Oct', '1 Nov', '8 Nov', '15 Nov'],
];

const digests = mondays.map((date) => `[Mon ${date} 2027, 09:30 (New York)] #deadlines`);

/** Everything that is due on the way, in order: reminders go out at nine in each member's zone. */
const expected = [
  ...digests.slice(0, 5),
  toMaya('Thu 2 Sep'),
  digests[5],
  toMaya('Thu 9 Sep'),
  toNoor('Fri 10 Sep'),
  digests[6],
  toMaya('Thu 16 Sep'),
  toNoor('Fri 17 Sep'),
  digests[7],
  toMaya('Wed 22 Sep'),
  toMaya('Fri 24 Sep'),
  toNoor('Fri 24 Sep'),
  digests[8],
  toNoor('Thu 30 Sep'),
  toNoor('Sat 2 Oct'),
  ...digests.slice(9, 12),
  toMaya('Wed 20 Oct'),
  ...digests.slice(12, 14),
  toMaya('Wed 3 Nov'),
  ...digests.slice(14),
];

function toMaya(day: string): string {
  return `[${day} 2027, 09:00 (New York)] DM to maya`;
}

function toNoor(day: string): string {
  return `[${day} 2027, 09:00 (Los Angeles)] DM to noor`;
}

describe('a season in the terminal', () => {
  let database: ReturnType<typeof temporaryDatabase>;
  afterEach(() => database.remove());

  test('two members and an admin play it through; digests keep the wall clock over the change of 7 November', async () => {
    database = temporaryDatabase();
    const { code, output, errors } = await play([...beginning, ...toTheEnd], database.path).ended;
    expect(errors).toBe('');
    expect(code).toBe(0);
    expect(deliveries(output)).toEqual(expected);
    expect(output).toContain('They promised: a strong letter');
    expect(output).toContain('ERAS letters due: Wed 22 Sep 2027, 17:00 (New York) (in 2 days)');
  });

  test('each member sees their own letters and nobody else’s', async () => {
    database = temporaryDatabase();
    await play([...beginning], database.path).ended;
    const { output } = await play(['!as noor', '/lor list', '/lor show chen', '/lor today'], database.path).ended;
    expect(output).toContain('Dr. Álvarez');
    expect(output).not.toContain('O’Brien');
    expect(output).not.toMatch(/O'Brien\b(?! kind)/u);
    expect(output).toContain('You have no letter that fits “chen”');
  });

  // Places at which the process dies: in the middle of setting up, and of what comes due.
  const cuts = [700, 2_500, 6_000, 11_000, 14_000, 16_500, 18_000, 20_000, 22_000];

  test('killed again and again, it goes on with the same file: nothing lost, nothing doubled', async () => {
    database = temporaryDatabase();
    await play([...beginning], database.path).ended;
    const seen: string[] = [];
    let kills = 0;
    for (const cut of cuts) {
      const run = await play(['!at 2027-11-20 12:00 America/New_York'], database.path, { killAt: cut / 10 }).ended;
      if (run.signal === 'SIGKILL') kills += 1;
      seen.push(...deliveries(run.output));
    }
    const last = await play([...toTheEnd], database.path).ended;
    expect(last.code).toBe(0);
    seen.push(...deliveries(last.output));
    expect(kills).toBeGreaterThan(4);

    const sent = new Database(database.path, { readonly: true })
      .prepare('select key, state from deliveries order by key')
      .all() as { key: string; state: string }[];
    expect(sent).toHaveLength(expected.length);
    expect(sent.filter(({ state }) => state !== 'sent')).toEqual([]);
    // A line that was cut off while it was shown comes again and says so; nothing else does.
    const doubtful = seen.filter((line) => line.includes('perhaps a second time'));
    const certain = seen.filter((line) => !line.includes('perhaps a second time'));
    expect(new Set(certain).size).toBe(certain.length);
    // It waits for a while in case that it did arrive, so it comes later on the same day.
    const meant = (line: string) => expected.find((one) => one?.split(',')[0] === line.split(',')[0]) ?? line;
    const shown = [...certain, ...doubtful.map(meant)];
    expect([...new Set(shown)].sort()).toEqual([...expected].sort());
  });
});
