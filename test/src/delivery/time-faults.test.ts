import { execFileSync } from 'node:child_process';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Day, Instant } from '../../../src/core/time.ts';
import { addDays, addMilliseconds, atWallClock } from '../../../src/dates/calendar.ts';
import { aDigest, aMember } from '../../support/samples.ts';
import { morning, nine, story, withDigest, withLetters } from './story.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const zone = 'America/New_York';
const nineOn = (date: Day): Instant => atWallClock(date, '09:00', zone);
const later = (milliseconds: number) => addMilliseconds(nine, milliseconds);

/** An engine with a daily digest and letters, at half past eight. */
async function begun() {
  const told = story(morning);
  const engine = await told.starts();
  await withDigest(engine);
  await withLetters(engine, ['L1']);
  const digests = () => told.platform.keys().filter((key) => key.startsWith('digest'));
  return { ...told, engine, digests };
}

describe('T4: after an outage', () => {
  it.each([
    ['a minute', minute, ['digest:D1:2027-09-16']],
    ['an hour', 60 * minute, ['digest:D1:2027-09-16']],
    ['a night', 13 * 60 * minute, []],
    ['three days and an hour', 3 * day + 60 * minute, ['digest:D1:2027-09-19']],
    ['four months', 120 * day + 2 * 60 * minute, ['digest:D1:2028-01-14']],
  ])('of %s, one digest at most comes, and the next one in time', async (_, length, posts) => {
    const { engine, clock, digests } = await begun();
    clock.set(later(length));
    await engine.heart.beat();
    await engine.heart.beat();
    expect(digests()).toEqual(posts);
    const tomorrow = addDays(later(length).slice(0, 10) as Day, length === 13 * 60 * minute ? 0 : 1);
    clock.set(nineOn(tomorrow));
    await engine.heart.beat();
    expect(digests()).toEqual([...posts, `digest:D1:${tomorrow}`]);
  });
});

describe('T5: when the clock jumps', () => {
  it('a day forward and back again, what was posted is not posted again, and no later day is lost', async () => {
    const { engine, clock, digests } = await begun();
    for (const at of [nine, later(day), nine, later(day), later(2 * day), later(-day), later(3 * day)]) {
      clock.set(at);
      await engine.heart.beat();
    }
    expect(digests()).toEqual([16, 17, 18, 19].map((date) => `digest:D1:2027-09-${date}`));
  });
});

describe('T10: a beat that takes longer than the time between two', () => {
  it('sends everything once, and what came due meanwhile follows', async () => {
    const { engine, clock, digests } = await begun();
    clock.set(nine);
    const long = engine.heart.beat();
    clock.set(later(day));
    await Promise.all([long, engine.heart.beat(), engine.heart.beat()]);
    await engine.heart.beat();
    expect(new Set(digests()).size).toBe(digests().length);
    expect(digests()).toContain('digest:D1:2027-09-17');
  });
});

describe('T12: a machine that slept', () => {
  it('makes up for the last digest in its first beat, though it was stopped in none', async () => {
    const { engine, clock, platform, digests } = await begun();
    await engine.heart.beat();
    clock.set(later(2 * day + 30 * minute));
    await engine.heart.beat();
    expect(digests()).toEqual(['digest:D1:2027-09-18']);
    expect(platform.arrived.filter(({ text }) => /late/iu.test(text)).length).toBeGreaterThan(0);
  });
});

describe('T7: a zone', () => {
  it('that this machine does not know, in rows, stops the beat of nobody else', async () => {
    const { engine, clock, path, platform } = await begun();
    await engine.transact(async (ports) => {
      const { id } = await ports.communities.ensure('slack', 'W2', 'other', morning);
      await ports.digests.add(aDigest(id, 'D2', { nextAt: nine, channel: 'C2' }));
      await ports.members.save(await aMember(ports, 'ben'), { reminders: true });
    });
    const raw = new SqliteDatabase(path);
    raw.exec("update digests set zone = 'Mars/Olympus' where id = 'D2'");
    raw.exec("update members set zone = 'Mars/Olympus' where account = 'ben'");
    raw.close();
    clock.set(nine);
    await engine.heart.beat();
    expect(engine.errors).toEqual([]);
    expect(platform.keys().map((key) => key.split(':').slice(0, 2).join(':'))).toEqual(
      expect.arrayContaining(['digest:D1', 'digest:D2']),
    );
    expect(platform.keys().some((key) => key.startsWith('day'))).toBe(true);
  });

  it.each(['Pacific/Kiritimati', 'America/Los_Angeles', ':nonsense'])(
    'of the machine itself, %s, changes nothing about when things come',
    (machine) => {
      const script = `
        import { nextOccurrence } from './dist/src/reminders/schedule.js';
        import { nextTime } from './dist/src/reminders/own.js';
        const after = '2027-03-13T12:00:00.000Z';
        const daily = { time: '02:30', days: [], months: [], weekdays: [] };
        console.log(nextOccurrence(daily, '${zone}', after).at, nextTime({ day: '2027-01-31', time: '09:00', repeats: 'monthly' }, '${zone}', after).at);`;
      const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
        env: { ...process.env, TZ: machine },
        encoding: 'utf8',
      });
      expect(said.trim()).toBe('2027-03-14T07:00:00.000Z 2027-03-31T13:00:00.000Z');
    },
  );
});
