import { isDm, placeOf } from '../core/place.ts';
import type { ChatAdapter, FindResult, SendResult, Wait } from '../core/ports.ts';
import { prepareFiles } from '../core/prepare-files.ts';
import type { Delivery } from '../reminders/deliveries.ts';
import { type Claimed, createBooks, type LaneDeps, type PumpPorts } from './books.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { allDms, createPacer, wholePlatform, workspaceScope } from './pacer.ts';
import { createTurns, type Task } from './turns.ts';

/** Messages that are under way at once. A slow tenant has only a few of them, so many others still have room. */
const atOnce = 1_000;

/** Messages that are claimed, or written down, in one transaction. Everybody else waits for it. */
const together = 10;

/** Deliveries that are looked for in one pass. */
const looksInAPass = 1_000;

/** Milliseconds that a pass waits for a turn at most: the beat after it goes on. */
const patience = 60_000;

/** Milliseconds after which a pass that waits looks up: it may have been told to stop. */
const longestNap = 1_000;

/** People in a row who take no DMs, until no more are sent for a while: bots are banned for going on. */
const tooManyClosed = 10;

const whileClosed = 60 * 60_000;

type Work = Task &
  (
    | { readonly errand: 'send' /** So many are due there. */; readonly count: number }
    | { readonly errand: 'look'; readonly delivery: Delivery }
  );

/** What is still to be written down. */
type Note<P> = (ports: P) => Promise<void>;

/**
 * The way of one platform's messages. A pass takes what is due out of the outbox and sends it,
 * many at once, as fast as the platform allows and each tenant in its turn. Each message is marked
 * `attempting` and committed before it leaves, so that after a crash it is looked for rather than
 * sent blindly again.
 */
export function createLane<P extends PumpPorts>(adapter: ChatAdapter, deps: LaneDeps<P>, stopped: () => boolean) {
  const { transact, clock, logger } = deps;
  const platform = adapter.name;
  const books = createBooks(platform, deps);
  const pacer = createPacer(adapter.pace);
  const turns = createTurns<Work>(pacer);
  const passes = oneAtATime(pass);

  /** Kept until it is written down, also when the disk is full: otherwise what was sent would be looked for. */
  const notes = new Set<Note<P>>();
  const writeDown = oneAtATime(writeNotes);
  const underWay = new Set<Promise<void>>();
  /** Places whose next message goes alone. */
  const suspects: Work[] = [];
  let wake: () => void = () => undefined;
  let asked = false;
  let restored = false;
  let arrived = 0;
  let closedInARow = 0;
  /** What went wrong in this pass; nothing more begins after it. */
  const problems: unknown[] = [];

  /** Sends what is due now; returns how many arrived. During a pass, that one takes up what came due. */
  function run(): Promise<number> {
    asked = true;
    wake();
    return passes();
  }

  async function pass(): Promise<number> {
    [asked, arrived] = [true, 0];
    problems.length = 0;
    try {
      await writeDown();
      await restoreHolds();
      while (!stopped() && problems.length === 0) if (!(await step())) break;
    } finally {
      await Promise.all(underWay);
    }
    if (problems.length > 0) throw problems[0];
    return arrived;
  }

  /** Begins what may be begun, or waits until something may. False when there is nothing more to do. */
  async function step(): Promise<boolean> {
    if (asked) await list();
    const now = clock.monotonic();
    const { tasks, next } = turns.take(now, Math.min(atOnce - underWay.size, together));
    const alone = tasks.length === 0 && underWay.size === 0 ? suspects.shift() : undefined;
    if (tasks.length > 0) await begin(tasks);
    else if (alone) await goAlone(alone);
    else if (underWay.size === 0 && next - now > patience) return false;
    else await nap(next - now);
    return true;
  }

  /** All that is due, and all that is to be looked for, in place of what was known before. */
  async function list(): Promise<void> {
    asked = false;
    const now = clock.now();
    const { places, unsure } = await transact(async ({ deliveries }) => ({
      places: await deliveries.places(now, platform),
      unsure: await deliveries.unsure(now, [platform], looksInAPass),
    }));
    turns.clear();
    suspects.length = 0;
    pacer.tidy(clock.monotonic());
    for (const delivery of unsure)
      turns.add({ id: `look ${delivery.id}`, place: placeOf(delivery.target), errand: 'look', delivery });
    for (const { place, count } of places) turns.add(sending(place, count));
  }

  function sending(place: string, count: number): Work {
    return { id: place, place, errand: 'send', count };
  }

  /** What is to be sent is claimed in one transaction; it leaves when that is committed. */
  async function begin(tasks: readonly Work[]): Promise<void> {
    const now = clock.now();
    const sends = tasks.filter(({ errand }) => errand === 'send');
    for (const task of tasks) if (task.errand === 'look') start(task, () => look(task.delivery));
    if (sends.length === 0) return;
    const claimed = await transact(async (ports) => {
      const all: Awaited<ReturnType<typeof books.claim>>[] = [];
      for (const { place } of sends) all.push(await books.claim(place, ports, now));
      return all;
    }).catch((error: unknown) => {
      for (const task of sends) turns.end(task);
      throw error;
    });
    for (const [index, task] of sends.entries()) {
      const message = claimed[index];
      if (message === 'suspect') suspects.push(task);
      start(task, async () => (message && message !== 'suspect' ? send(message) : undefined));
    }
  }

  /** One at which the bot stopped before: nothing else is under way, in case that it does so again. */
  async function goAlone(task: Work): Promise<void> {
    const { place } = task;
    // Another one may have been told to wait since this one had its turn.
    const now = clock.monotonic();
    if (pacer.heldUp(place, now) > now) return turns.add(task);
    const message = await transact((ports) => books.claim(place, ports, clock.now(), true));
    if (message && message !== 'suspect') await send(message);
  }

  function start(task: Work, work: () => Promise<void>): void {
    const going = work()
      .catch((error: unknown) => void problems.push(error))
      .then(() => {
        underWay.delete(going);
        turns.end(task, rest(task));
        wake();
      });
    underWay.add(going);
  }

  /** What may still be due at the place of a task that is over. */
  function rest(task: Work): Work | undefined {
    if (task.errand === 'look') return sending(task.place, 1);
    return task.count > 1 ? sending(task.place, task.count - 1) : undefined;
  }

  async function send({ delivery, reply }: Claimed): Promise<void> {
    const { target, key, doubts, zone } = delivery;
    const result: SendResult = await prepareFiles(reply)
      .then((ready) => adapter.send(target, ready, { key, inDoubt: doubts > 0, zone }))
      .catch((error: unknown) => {
        logger.error('an adapter threw while sending', { delivery: delivery.id, platform, error });
        return { kind: 'unsure' };
      });
    const now = clock.now();
    notes.add((ports) => books.sent(delivery, result, ports, now));
    heed(delivery, result);
    if (result.kind === 'sent') arrived += 1;
    await writeDown();
  }

  /** What others must know of what became of a message. */
  function heed({ target }: Delivery, result: SendResult): void {
    const place = placeOf(target);
    if (result.kind === 'retry' && result.holds) hold(scopeOf(result.holds, place), result.milliseconds, result.reason);
    if (!isDm(place)) return;
    if (result.kind === 'sent') closedInARow = 0;
    if (result.kind === 'refused' && result.closed) closedInARow += 1;
    if (result.kind === 'refused' && closedInARow >= tooManyClosed)
      hold(allDms, whileClosed, 'many people in a row take no direct messages');
  }

  function hold(scope: string, milliseconds: number, reason: string | undefined): void {
    pacer.hold(scope, clock.monotonic() + milliseconds);
    const until = deps.later(clock.now(), milliseconds);
    notes.add(({ deliveries }) => deliveries.hold({ platform, scope, until, reason: reason ?? null }));
    if (reason !== undefined) logger.warn('messages are held back', { platform, reason, milliseconds });
  }

  /** What a platform said about waiting before the bot was restarted. */
  async function restoreHolds(): Promise<void> {
    if (restored) return;
    const now = clock.now();
    const holds = await transact(({ deliveries }) => deliveries.holds(now, platform));
    for (const { scope, until } of holds) pacer.hold(scope, clock.monotonic() + Date.parse(until) - Date.parse(now));
    restored = true;
  }

  async function look(delivery: Delivery): Promise<void> {
    const { target, key, attemptedAt, runAt } = delivery;
    const found: FindResult = await adapter.find(target, key, attemptedAt ?? runAt).catch((error: unknown) => {
      logger.error('an adapter threw while looking', { platform, error });
      return { kind: 'unknown' };
    });
    const now = clock.now();
    notes.add((ports) => books.looked(delivery, found, ports, now));
    await writeDown();
  }

  async function writeNotes(): Promise<void> {
    while (notes.size > 0) {
      const some = [...notes].slice(0, together);
      await transact(async (ports) => {
        for (const note of some) await note(ports);
      });
      for (const note of some) notes.delete(note);
    }
  }

  /** Waits for whatever comes first: a turn, the end of a task, a beat. */
  function nap(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      wake = resolve;
      if (milliseconds < Number.POSITIVE_INFINITY)
        void deps.sleep(Math.min(Math.ceil(milliseconds), longestNap)).then(resolve);
    });
  }

  return { run };
}

function scopeOf(holds: NonNullable<Wait['holds']>, place: string): string {
  switch (holds) {
    case 'place':
      return place;
    case 'workspace':
      return workspaceScope(place);
    case 'platform':
      return wholePlatform;
  }
}
