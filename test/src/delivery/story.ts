import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import type { Instant } from '../../../src/core/time.ts';
import type { Letter } from '../../../src/letters/letter.ts';
import { createRandom } from '../../../src/random.ts';
import { planDue } from '../../../src/reminders/plan.ts';
import { planNotices } from '../../../src/reminders/plan-notices.ts';
import { wall } from '../../support/bot.ts';
import { type Engine, type EngineOptions, openEngine } from '../../support/engine.ts';
import { createRecordingAdapter } from '../../support/recording-adapter.ts';
import { aChange, aDelivery, aDigest, added, aLetter, aMember, aWriter } from '../../support/samples.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { createTestClock } from '../../support/test-clock.ts';

/** Half an hour before the day's digest; Maya's letter has been in its window since midnight. */
export const morning: Instant = wall('2027-09-16 08:30');
export const nine: Instant = wall('2027-09-16 09:00');

interface Row {
  readonly key: string;
  readonly state: string;
  readonly reason: string | null;
  readonly attempts: number;
}

/** A file, a clock and a platform; engines come and go on them, as a bot that is restarted. */
export function story(at: Instant = morning) {
  const path = join(tempFolder(), 'a.db');
  const clock = createTestClock(at);
  const platform = createRecordingAdapter('slack', clock);
  let open: Engine | undefined;

  async function stops(): Promise<void> {
    const engine = open;
    open = undefined;
    await engine?.heart.stop();
    await engine?.close();
  }
  onTestFinished(stops);

  /** Starts the engine, as the bot does: what a crash left is looked at first. */
  async function starts(more: Partial<EngineOptions> = {}): Promise<Engine> {
    const engine = await openEngine({ path, time: { clock, sleep: clock.sleep }, adapters: [platform], ...more });
    open = engine;
    await engine.transact(({ deliveries }) => deliveries.recover());
    return engine;
  }

  /** What became of each delivery, by its key. */
  function outbox(): Readonly<Record<string, string>> {
    const reader = new SqliteDatabase(path, { readonly: true });
    const rows = reader.prepare('select key, state, reason, attempts from deliveries order by id').all() as Row[];
    reader.close();
    return Object.fromEntries(rows.map(({ key, state, reason }) => [key, reason ? `${state}: ${reason}` : state]));
  }

  return { path, clock, platform, starts, stops, outbox };
}

/** A community with the digest D1, daily at nine; returns its id. */
export function withDigest({ transact }: Engine): Promise<string> {
  return transact(async (ports) => {
    const { id } = await ports.communities.ensure('slack', 'W1', 'community', morning);
    await ports.digests.add(aDigest(id, 'D1', { nextAt: nine }));
    return id;
  });
}

/** Maya, who wants reminders, with letters due on 30 September; returns her id. */
export function withLetters({ transact }: Engine, ids: readonly string[], more: Partial<Letter> = {}): Promise<string> {
  return transact(async (ports) => {
    const maya = await aMember(ports, 'maya');
    await ports.members.save(maya, { reminders: true });
    for (const id of ids) {
      const writer = aWriter(maya, `W${id}`, { name: `Dr. ${id}` });
      const letter = aLetter(maya, id, writer.id, { due: '2027-09-30', stage: 'requested', ...more });
      await ports.letters.apply(aChange(maya, added(writer, letter), { id: `add ${id}` }));
    }
    // Later changes would be told on the next day; this is how things stood in the morning.
    await planNotices(ports, morning, createRandom(), 100);
    return maya;
  });
}

/** Puts posts of D1 straight into the outbox, due now. */
export function queues({ transact }: Engine, ...keys: readonly string[]): Promise<void> {
  return transact(async ({ deliveries }) => {
    for (const key of keys) await deliveries.enqueue(aDelivery(key, { key, runAt: nine }));
  });
}

/** The same in another channel. */
export function queuesIn({ transact }: Engine, channel: string, ...keys: readonly string[]): Promise<void> {
  const target = { kind: 'channel', platform: 'slack', workspace: 'W1', channel } as const;
  return transact(async ({ deliveries }) => {
    for (const key of keys) await deliveries.enqueue(aDelivery(key, { key, target, runAt: nine }));
  });
}

/** Puts what is due into the outbox, and sends nothing yet. */
export function plans({ transact }: Engine, at: Instant): Promise<boolean> {
  const random = createRandom();
  return transact((ports) => planDue(ports, at, random));
}
