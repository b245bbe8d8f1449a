import type { Transact } from '../../src/core/dispatch.ts';
import type { Logger } from '../../src/core/ports.ts';
import { paragraph, reply } from '../../src/core/reply.ts';
import type { Instant } from '../../src/core/time.ts';
import { addMilliseconds } from '../../src/dates/calendar.ts';
import { createPump } from '../../src/delivery/pump.ts';
import type { DeliveryStore } from '../../src/reminders/deliveries.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { deliveryStore } from '../../src/storage/delivery-store.ts';
import { aDelivery } from '../support/samples.ts';
import { createVirtualTime } from '../support/virtual-time.ts';
import { createFakePlatform } from './fake-platform.ts';
import type { Schedule } from './schedule.ts';

/** A fault of the engine's own, to prove that it would be seen. */
export type Plant = (deliveries: DeliveryStore) => DeliveryStore;

interface Row {
  readonly key: string;
  readonly state: string;
  readonly reason: string | null;
}

interface SimulationPorts {
  readonly deliveries: DeliveryStore;
  rows(): Promise<readonly Row[]>;
  clear(): Promise<void>;
}

export interface Verdict {
  /** What must not be; empty when all is well. */
  readonly wrong: readonly string[];
  /** What happened, a line each, when it was asked for. */
  readonly story: readonly string[];
  readonly crashes: number;
  readonly copies: number;
}

const start: Instant = '2027-09-16T13:00:00.000Z';

const minute = 60_000;

/** Beats after which every message must have come to its end: those of three days. */
const beatsAtMost = 3 * 24 * 60;

const livesAtMost = 50;

/**
 * Copies too many that there may be of a message that nobody can look for: one for each crash and
 * each lost answer, and no more than so many in all.
 */
const copiesTooMany = 2;

const silent: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Plays schedules against the real engine on the real store, in virtual time; one after the other. */
export async function openSimulation(plant: Plant = (deliveries) => deliveries) {
  const { transact, close } = await openDatabase<SimulationPorts>(':memory:', (trx) => ({
    deliveries: plant(deliveryStore(trx)),
    rows: () => trx.selectFrom('deliveries').select(['key', 'state', 'reason']).orderBy('id').execute(),
    async clear() {
      await trx.deleteFrom('deliveries').execute();
      await trx.deleteFrom('holds').execute();
    },
  }));

  async function play(schedule: Schedule, told = false): Promise<Verdict> {
    const time = createVirtualTime(start);
    const story: string[] = [];
    const tell = (line: string) => {
      if (told) story.push(`${(time.passed() / 1_000).toFixed(3)} s  ${line}`);
    };
    const platform = createFakePlatform(schedule, time, tell);
    await transact(async ({ clear, deliveries }) => {
      await clear();
      for (const { key, workspace, channel, at } of schedule.messages) {
        const target = { kind: 'channel', platform: 'slack', workspace, channel } as const;
        await deliveries.enqueue(aDelivery(key, { key, target, runAt: addMilliseconds(start, at) }));
      }
    });

    let crashes = 0;
    for (let number = 1; number <= livesAtMost; number += 1) {
      const crash = schedule.crashes[number - 1];
      const life = oneLife(number, crash?.step, tell, transact);
      if (!(await time.until(live(life, platform.adapterFor(number, life.step, life.kill), time)))) break;
      crashes += 1;
      platform.restarted(await transact(({ deliveries }) => deliveries.holds(time.clock.now(), 'slack')));
      await time.until(time.sleep(crash?.downFor ?? minute));
    }
    const rows = await transact(({ rows: all }) => all());
    for (const { key, state, reason } of rows) tell(`in the end ${key} is ${state}${reason ? ` (${reason})` : ''}`);
    return { wrong: judge(schedule, platform, rows, crashes), story, crashes, copies: platform.copies.length };
  }

  /** Beats until all is settled. True when it ended by a crash. */
  async function live(
    life: ReturnType<typeof oneLife>,
    adapter: ReturnType<ReturnType<typeof createFakePlatform>['adapterFor']>,
    time: ReturnType<typeof createVirtualTime>,
  ): Promise<boolean> {
    const pump = createPump<SimulationPorts>({
      transact: life.transact,
      adapters: new Map([[adapter.name, adapter]]),
      compose: async () => ({ kind: 'message', reply: reply(paragraph(['due'])) }),
      clock: time.clock,
      sleep: time.sleep,
      logger: silent,
      later: addMilliseconds,
    });
    const beats = async () => {
      await life.transact(({ deliveries }) => deliveries.recover());
      for (let beat = 0; beat < beatsAtMost; beat += 1) {
        // As the heart does: a beat begins every minute, whether or not the one before has ended.
        await Promise.race([pump.run(), time.sleep(minute)]);
        if ((await transact(({ rows }) => rows())).every(({ state }) => isSettled(state))) return;
        await time.sleep(minute - (time.passed() % minute));
      }
    };
    return Promise.race([beats().then(() => false, life.isOver), life.crashed]);
  }

  return { play, close };
}

/** A process: it counts its steps, and after the last one nothing of it happens any more. */
function oneLife(
  number: number,
  last: number | undefined,
  tell: (line: string) => void,
  transact: Transact<SimulationPorts>,
) {
  let steps = 0;
  let over = false;
  let crash: () => void = () => undefined;
  const crashed = new Promise<boolean>((resolve) => {
    crash = () => resolve(true);
  });
  tell(`life ${number} begins`);

  function step(what: string): void {
    steps += 1;
    if (over) throw new Error('this process is gone');
    if (steps === last) kill(what);
  }

  function kill(why: string): never {
    over = true;
    tell(`CRASH at step ${steps}, ${why}`);
    crash();
    throw new Error('crash');
  }

  const stepping: Transact<SimulationPorts> = async (work) => {
    step('before a transaction');
    const result = await transact(async (ports) => {
      const made = await work(ports);
      step('before a commit');
      return made;
    });
    step('after a commit');
    return result;
  };

  function isOver(error: unknown): boolean {
    if (!over) throw error;
    return true;
  }

  return { step, kill, transact: stepping, crashed, isOver };
}

function isSettled(state: string): boolean {
  return !['pending', 'attempting', 'unsure'].includes(state);
}

/** What must not be, in sentences. */
function judge(
  schedule: Schedule,
  platform: ReturnType<typeof createFakePlatform>,
  rows: readonly Row[],
  crashes: number,
): readonly string[] {
  const wrong = [...platform.tooEarly];
  for (const { key, state } of rows) {
    const copies = platform.copies.filter((copy) => copy.key === key).length;
    const doubts = (platform.doubts.get(key) ?? 0) + crashes;
    const allowed = schedule.readable ? 1 : 1 + Math.min(copiesTooMany, doubts);
    if (!isSettled(state)) wrong.push(`${key} never came to an end: it is ${state}`);
    if (copies > allowed) wrong.push(`${key} arrived ${copies} times, and ${allowed} would be the most`);
    if (state === 'sent' && copies === 0) wrong.push(`${key} is lost: it counts as sent and never arrived`);
    const kills = schedule.messages.find((one) => one.key === key)?.faults.some((fault) => fault?.kind === 'kills');
    if (state === 'parked' && schedule.readable && !kills)
      wrong.push(`${key} was put aside, though it could be looked for`);
    if (state === 'refused' && copies > 0 && schedule.readable) wrong.push(`${key} counts as refused and has arrived`);
  }
  if (rows.length !== schedule.messages.length) wrong.push(`${schedule.messages.length - rows.length} rows are gone`);
  return wrong;
}

/** The planted fault: a message leaves before its row says so. */
export const sendBeforeRow: Plant = (deliveries) => ({
  ...deliveries,
  attempt: async () => undefined,
});
