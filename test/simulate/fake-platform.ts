import { placeOf, workspaceOf } from '../../src/core/place.ts';
import type { AboutMessage, ChatAdapter, FindResult, SendResult, Target } from '../../src/core/ports.ts';
import type { Instant } from '../../src/core/time.ts';
import type { Hold } from '../../src/reminders/deliveries.ts';
import type { VirtualTime } from '../support/virtual-time.ts';
import type { Fault, Schedule } from './schedule.ts';

/** What people on the platform see. */
export interface Copy {
  readonly key: string;
  readonly at: number;
  readonly ref: string;
}

/** What the bot was told to wait for. */
interface Told {
  readonly scope: string;
  readonly from: number;
  readonly until: number;
  readonly life: number;
}

/** Milliseconds that a message is on its way, and its answer. */
const trip = 40;

/**
 * A platform that outlives the bot: it keeps what arrived, knows a key again for a while, and does
 * with each try at a message what the schedule says.
 */
export function createFakePlatform(schedule: Schedule, time: VirtualTime, tell: (line: string) => void) {
  const copies: Copy[] = [];
  const tries = new Map<string, number>();
  /** Tries of which the bot learned nothing sure. */
  const doubts = new Map<string, number>();
  const told: Told[] = [];
  const tooEarly: string[] = [];
  const messages = new Map(schedule.messages.map((message) => [message.key, message]));

  function scopes(place: string): readonly string[] {
    return ['', `${workspaceOf(place)}/`, place];
  }

  /** Takes a message, unless it is there already and the platform knows it still. */
  function accept(key: string): string {
    const now = time.passed();
    const known = copies.find((copy) => copy.key === key && now - copy.at <= schedule.nonceWindow);
    if (known && schedule.nonceWindow > 0) {
      tell(`the platform knows ${key} and makes no second copy`);
      return known.ref;
    }
    const ref = `${key}#${copies.length + 1}`;
    copies.push({ key, at: now, ref });
    tell(`the platform takes ${key}`);
    return ref;
  }

  function count(all: Map<string, number>, key: string, more: number): number {
    const sum = (all.get(key) ?? 0) + more;
    all.set(key, sum);
    return sum;
  }

  /** What one life of the bot talks to. `step` throws once that life is over, and `kill` ends it. */
  function adapterFor(life: number, step: (what: string) => void, kill: (why: string) => never): ChatAdapter {
    async function send(target: Target, _: unknown, { key }: AboutMessage): Promise<SendResult> {
      step(`before ${key} leaves`);
      const place = placeOf(target);
      const left = time.passed();
      // What leaves in the millisecond in which an answer comes had been let go before it.
      for (const { scope, from, until } of told.filter((one) => one.life === life || one.life === 0))
        if (scopes(place).includes(scope) && left > from && left < until)
          tooEarly.push(`${key} left ${until - left} ms before ${scope || 'the platform'} was open`);
      const fault = messages.get(key)?.faults[count(tries, key, 1) - 1];
      tell(`${key} leaves${fault ? `: ${inWords(fault)}` : ''}`);
      if (fault?.kind === 'kills') kill(`${key} is sent`);
      await time.sleep(trip);
      const result = await fate(key, place, fault, life);
      await time.sleep(trip);
      step(`after ${key} was answered`);
      if (result.kind === 'unsure') count(doubts, key, 1);
      if (result.kind === 'retry') told.push(waitOf(result, place, life));
      return result;
    }

    async function find(target: Target, key: string, since: Instant): Promise<FindResult> {
      step(`before looking for ${key}`);
      await time.sleep(trip);
      const now = time.passed();
      const [from, to] = schedule.blind;
      const seen = copies.find((copy) => copy.key === key && copy.at >= Date.parse(since) - began);
      const found: FindResult =
        now >= from && now < to
          ? { kind: 'unreachable', milliseconds: 0 }
          : !schedule.readable
            ? { kind: 'unknown' }
            : seen
              ? { kind: 'found', ref: seen.ref }
              : { kind: 'absent' };
      tell(`${key} is looked for in ${placeOf(target)}: ${found.kind}`);
      step(`after looking for ${key}`);
      return found;
    }

    return {
      name: 'slack',
      commandsPerMinute: 1,
      pace: { place: { count: 1, milliseconds: 1_000 } },
      start: async () => undefined,
      stop: async () => undefined,
      send,
      edit: async () => ({ kind: 'refused', reason: 'nothing is edited' }),
      find,
      isIn: async () => 'in',
      health: () => ({ up: true }),
      routes: [],
    };
  }

  const began = Date.parse(time.clock.now()) - time.passed();

  async function fate(key: string, place: string, fault: Fault | undefined, life: number): Promise<SendResult> {
    switch (fault?.kind) {
      case 'kills':
      case undefined:
        return { kind: 'sent', ref: accept(key) };
      case 'lost on the way':
        return { kind: 'unsure' };
      case 'answer lost':
        accept(key);
        return { kind: 'unsure' };
      case 'slow': {
        const ref = accept(key);
        await time.sleep(fault.milliseconds);
        return { kind: 'sent', ref };
      }
      case 'too many':
        return { kind: 'retry', milliseconds: fault.milliseconds, holds: fault.holds };
      case 'refused':
        return { kind: 'refused', reason: `not in ${place} in life ${life}` };
    }
  }

  function waitOf({ holds, milliseconds }: SendResult & { kind: 'retry' }, place: string, life: number): Told {
    const [everything = '', workspace = '', here = ''] = scopes(place);
    const scope = holds === 'platform' ? everything : holds === 'workspace' ? workspace : here;
    const from = time.passed();
    return { scope, from, until: from + milliseconds, life };
  }

  /** After a restart, the bot must heed what it had written down, and can heed nothing else. */
  function restarted(written: readonly Pick<Hold, 'scope' | 'until'>[]): void {
    for (const [index, one] of told.entries()) {
      const known = written.some(({ scope, until }) => scope === one.scope && Date.parse(until) - began >= one.until);
      told[index] = { ...one, life: known ? 0 : -1 };
    }
  }

  return { adapterFor, restarted, copies, tries, doubts, tooEarly };
}

export function inWords(fault: Fault): string {
  switch (fault.kind) {
    case 'kills':
      return 'the bot stops';
    case 'slow':
      return `answered after ${fault.milliseconds} ms`;
    case 'too many':
      return `429, the ${fault.holds} waits for ${fault.milliseconds} ms`;
    default:
      return fault.kind;
  }
}
