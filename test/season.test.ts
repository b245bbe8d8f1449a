import { describe, expect, test } from 'vitest';
import { channel, playSeason, type Step } from './support/season.ts';
import { openDiscordCast, openDiscordHttpCast, openSlackCast, openTerminalCast } from './support/season-casts.ts';

/** Two members and an admin, from the first writer to the autumn, over the change of the clocks. */
const season: readonly Step[] = [
  { who: 'maya', runs: 'lor settings', values: { zone: 'new york', service: 'eras', specialty: 'IM' } },
  { who: 'maya', runs: 'lor add', values: { name: "Dr. O'Brien", kind: 'attending', due: 'sep 23' } },
  { who: 'maya', runs: 'lor add', values: { name: 'Dr. <Chen> & *sons*', kind: 'chair', due: '2027-12-01' } },
  { who: 'maya', runs: 'lor next', values: { letter: 'obrien', to: 'asked' } },
  { who: 'maya', presses: 1 },
  { who: 'maya', runs: 'lor edit', values: { letter: 'chen', met: 'sub-I, ward 5' } },
  { who: 'maya', runs: 'lor remind on' },
  { who: 'noor', runs: 'lor settings', values: { zone: 'los angeles', service: 'carms' } },
  { who: 'noor', runs: 'lor add', values: { name: 'Dr. Álvarez', due: 'oct 1' } },
  { who: 'noor', runs: 'lor next', values: { letter: 'alvarez', to: 'asked' } },
  { who: 'noor', runs: 'lor add', values: { name: 'Dr. Wrong', due: 'feb 30' } },
  { who: 'noor', runs: 'lor show', values: { letter: 'chen' } },
  { who: 'noor', runs: 'lor remind on' },
  { who: 'noor', asks: 'how many letters can a program get' },
  { who: 'maya', asks: 'should i waive my right to see the letter' },
  { who: 'noor', runs: 'lor-admin digest list' },
  {
    who: 'ana',
    runs: 'lor-admin deadline add',
    values: { name: 'ERAS letters due', date: '2027-09-22', time: '17:00', zone: 'new york' },
  },
  {
    who: 'ana',
    runs: 'lor-admin digest add',
    values: { schedule: '30 9 * * MON', zone: 'new york', channel, ahead: '60' },
  },
  { at: '2027-09-20 12:00' },
  { who: 'maya', runs: 'lor today' },
  { who: 'maya', runs: 'lor next', values: { letter: 'obrien', to: 'dropped' } },
  { who: 'noor', runs: 'lor next', values: { letter: 'alvarez', to: 'declined' } },
  { at: '2027-11-20 12:00' },
  { who: 'maya', runs: 'lor list' },
  { who: 'maya', runs: 'lor show', values: { letter: 'obrien' } },
  { who: 'maya', runs: 'lor undo' },
  { who: 'noor', runs: 'lor list' },
  { who: 'noor', runs: 'lor privacy' },
  { who: 'ana', runs: 'lor-admin digest preview', values: { digest: '1' } },
];

const beginning = '2027-08-02 08:00';

describe('the same season', () => {
  test('is a season: the members get their reminders, the channel its digests, mistakes and strangers their no', async () => {
    const { said } = await playSeason(openTerminalCast, season, beginning);
    const count = (start: string) => said.filter((one) => one.startsWith(start)).length;
    expect([count('dm sent'), count('channel sent'), count('invalid'), count('denied')]).toEqual([8, 16, 2, 1]);
  });

  test.each([
    ['Slack', openSlackCast],
    ['Discord', openDiscordCast],
    ['Discord with interactions over HTTP', openDiscordHttpCast],
  ])('has the same replies and leaves the same rows on %s as in the terminal', async (_, open) => {
    const inTerminal = await playSeason(openTerminalCast, season, beginning);
    const there = await playSeason(open, season, beginning);
    expect(there.said).toEqual(inTerminal.said);
    expect(there.rows).toEqual(inTerminal.rows);
  });
});
