import type { Platform } from '../../src/core/platform.ts';
import type {
  AboutMessage,
  ChatAdapter,
  Clock,
  Dispatch,
  FindResult,
  MessageRef,
  SendResult,
  Target,
} from '../../src/core/ports.ts';
import type { Reply } from '../../src/core/reply.ts';
import { toPlainText } from '../../src/core/reply-text.ts';
import type { Instant } from '../../src/core/time.ts';

/** What the platform does with one message: whether people see it, and what the bot is told. */
export interface Fate {
  readonly arrives: boolean;
  readonly tell: SendResult['kind'] | 'error';
  readonly reason?: string;
  readonly milliseconds?: number;
}

export const accepted: Fate = { arrives: true, tell: 'sent' };
export const lostAnswer: Fate = { arrives: true, tell: 'unsure' };
export const lostMessage: Fate = { arrives: false, tell: 'unsure' };
export const thrown: Fate = { arrives: false, tell: 'error' };

export function refused(reason: string): Fate {
  return { arrives: false, tell: 'refused', reason };
}

export function tryAgainIn(milliseconds: number): Fate {
  return { arrives: false, tell: 'retry', milliseconds };
}

/** A message that somebody can see on the platform. */
export interface Arrived {
  readonly ref: MessageRef;
  readonly at: Instant;
  readonly target: Target;
  readonly reply: Reply;
  readonly text: string;
  readonly about: AboutMessage;
}

/**
 * A platform that exists in memory only. It keeps what arrives across restarts of the bot, as a
 * real one does, and can be told what becomes of the next messages.
 */
export function createRecordingAdapter(name: Platform, clock: Clock) {
  const arrived: Arrived[] = [];
  const tries: AboutMessage[] = [];
  const fates: Fate[] = [];
  const poisonous = new Set<string>();
  const looks: { readonly key: string; readonly since: Instant }[] = [];
  const presence = new Map<string, 'out of' | 'into' | 'out of reach of'>();
  let history: 'readable' | 'unreadable' | 'unreachable' | 'broken' = 'readable';
  /** Called before a message is taken and after it was: a simulated crash throws here. */
  let step: (what: string) => void = () => undefined;
  let dispatch: Dispatch | undefined;
  let answering: Promise<void> = Promise.resolve();

  async function send(target: Target, reply: Reply, about: AboutMessage): Promise<SendResult> {
    step('before the platform took the message');
    tries.push(about);
    await answering;
    const fate = poisonous.has(about.key) ? thrown : (fates.shift() ?? accepted);
    const ref = `${name}-${tries.length}`;
    if (fate.arrives) arrived.push({ ref, at: clock.now(), target, reply, text: toPlainText(reply), about });
    step('after the platform took the message');
    switch (fate.tell) {
      case 'sent':
        return { kind: 'sent', ref };
      case 'refused':
        return { kind: 'refused', reason: fate.reason ?? 'refused' };
      case 'retry':
        return { kind: 'retry', milliseconds: fate.milliseconds ?? 0 };
      case 'unsure':
        return { kind: 'unsure' };
      case 'error':
        throw new Error('the connection was reset');
    }
  }

  async function find(_: Target, key: string, since: Instant): Promise<FindResult> {
    step('before looking');
    looks.push({ key, since });
    if (history === 'broken') throw new Error('the history could not be fetched');
    if (history === 'unreadable') return { kind: 'unknown' };
    if (history === 'unreachable') return { kind: 'unreachable', milliseconds: 0 };
    const found = arrived.find((message) => message.about.key === key && message.at >= since);
    return found ? { kind: 'found', ref: found.ref } : { kind: 'absent' };
  }

  const adapter = {
    name,
    // Tests are quicker than people.
    commandsPerMinute: 1_000_000,
    pace: {},
    async start(to) {
      dispatch = to;
    },
    async stop() {
      dispatch = undefined;
    },
    send,
    async edit(target, _, reply) {
      return send(target, reply, { key: 'edit', inDoubt: false, zone: 'UTC' });
    },
    find,
    async isIn(workspace) {
      const way = presence.get(workspace) ?? 'into';
      return way === 'into' ? 'in' : way === 'out of' ? 'out' : 'unknown';
    },
    health: () => ({ up: dispatch !== undefined }),
    routes: [],
  } satisfies ChatAdapter;

  return {
    ...adapter,
    /** Messages that people see, oldest first. */
    arrived,
    /** Every message that left the bot, whatever became of it. */
    tries,
    looks,
    /** What becomes of the next messages, one each; those after them are accepted. */
    next(...more: readonly Fate[]) {
      fates.push(...more);
    },
    /** From now on, sending the message with this key fails in a way that nobody foresaw. */
    poison(key: string) {
      poisonous.add(key);
    },
    /** From now on no message is answered, until the returned function is called. */
    hangs(): () => void {
      let answer: () => void = () => undefined;
      answering = new Promise((resolve) => {
        answer = resolve;
      });
      return () => answer();
    },
    /** The bot is taken out of a workspace, put back into it, or cannot find out. Nobody tells it so. */
    takes(way: 'out of' | 'into' | 'out of reach of', workspace: string) {
      presence.set(workspace, way);
    },
    setHistory(now: typeof history) {
      history = now;
    },
    onStep(listener: typeof step) {
      step = listener;
    },
    texts: () => arrived.map(({ text }) => text),
    keys: () => arrived.map(({ about }) => about.key),
    get dispatch(): Dispatch {
      if (!dispatch) throw new Error('the adapter is not started');
      return dispatch;
    },
  };
}
