import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { addMilliseconds, dayIn } from '../../../src/dates/calendar.ts';
import { aMember } from '../../support/samples.ts';
import { nine, story, withDigest, withLetters } from './story.ts';

describe('T7: the machine’s own zone, and zones that it does not know', () => {
  it('matter to nobody else: time goes on, and whoever has such a zone goes by the usual one', async () => {
    const told = story();
    const before = await told.starts();
    await withDigest(before);
    await withLetters(before, ['L1']);
    await before.transact(async (ports) => {
      const eve = await aMember(ports, 'eve');
      await ports.members.save(eve, { reminders: true, zone: 'Atlantis/Capital' });
      const { id } = await ports.communities.ensure('slack', 'W2', 'other', nine);
      const odd = {
        community: id,
        channel: 'C2',
        cron: '0 9 * * *',
        ahead: 45,
        paused: false,
        services: null,
        cohort: false,
      };
      await ports.digests.add({ ...odd, id: 'D2', zone: 'Atlantis/Capital', nextAt: nine });
    });
    await told.stops();
    told.clock.set(nine);
    const after = await told.starts();
    await after.heart.beat();
    expect(
      told.platform
        .keys()
        .map((key) => key.split(':')[0])
        .sort(),
    ).toEqual(['day', 'digest', 'digest']);
    expect(after.errors).toEqual([]);
    const reader = new SqliteDatabase(told.path, { readonly: true });
    expect(reader.prepare("select zone from digests where id = 'D2'").pluck().get()).toBe('Atlantis/Capital');
    reader.close();
  });

  it('are not asked for a day: it hangs on the zone that is given alone', () => {
    const machine = process.env.TZ;
    try {
      const days = ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC'].map((zone) => {
        process.env.TZ = zone;
        return [dayIn('America/New_York', nine), addMilliseconds(nine, 1), new Date(nine).getHours()];
      });
      expect(new Set(days.map(([day, later]) => `${day} ${later}`)).size).toBe(1);
      expect(new Set(days.map(([, , hour]) => hour)).size).toBeGreaterThan(1);
    } finally {
      if (machine === undefined) delete process.env.TZ;
      else process.env.TZ = machine;
    }
  });
});
