import { isNoSecret } from '../planted.ts';
import { createTally } from '../report.ts';
import { type Sent, valuesIn, wrongIn, wrongInLog } from './attack.ts';
import type { Bot } from './bot.ts';
import { administrator } from './places.ts';

export interface WatchOptions {
  /** Whoever and whatever may be named. */
  readonly ids: readonly string[];
  /** Where curators meant their answers to lead. */
  readonly linked: () => readonly string[];
  /** Whose words the bot may take something for. */
  readonly senders: readonly string[];
  /** What buttons and forms carry so far; what comes is added. */
  readonly values: string[];
  /** Looks at what is sent besides; throws where it is not as it must be. */
  readonly check: (sent: Sent) => void;
}

/** How many values are remembered. */
const remembered = 500;

/** Looks through all that the bot sends and logs, and waits for answers. */
export function createWatch({ ids, linked, senders, values, check }: WatchOptions) {
  const { statuses, note } = createTally();
  const wrong: string[] = [];
  /** Interactions over the gateway that must be answered, and messages that must not. */
  const waiting = new Map<string, string>();
  const unanswerable = new Set<string>();
  let looked = 0;

  function look(sent: readonly Sent[], story: string): void {
    looked += sent.length;
    for (const one of sent) {
      // What curators link to changes, and is seldom what is wrong.
      const suspect = wrongIn(one, ids).length > 0 ? wrongIn(one, ids, linked()) : [];
      const found = [...suspect, ...thrownBy(() => check(one)), ...answering(one)];
      wrong.push(...found.map((line) => `${story}, ${one.method} ${one.path}: ${line}`));
    }
    values.push(...sent.flatMap(valuesIn).filter(isNoSecret));
    values.splice(0, Math.max(values.length - remembered, 0));
  }

  function answering({ path, body }: Sent): readonly string[] {
    const [, , id = ''] = path.endsWith('/callback') ? path.split('/') : [];
    if (waiting.delete(id)) note('an event', `answered by ${body.type}`);
    const { message_reference: about } = body as { message_reference?: { message_id?: string } };
    return unanswerable.has(about?.message_id ?? '') ? ['what no person wrote is answered'] : [];
  }

  return {
    ...{ statuses, note, wrong, look },
    looked: () => looked,
    /** The interaction with this id must be answered. */
    expectAnswer: (id: string, story: string) => void waiting.set(id, story),
    /** The message with this id must not. */
    expectSilence: (id: string) => void unanswerable.add(id),
    allAnswered: () => waiting.size === 0,
    /** What was not answered so far is no longer waited for. */
    giveUp(): void {
      wrong.push(...[...waiting.values()].map((story) => `there was no answer to ${story}`));
      waiting.clear();
    },
    /** Looks at what the bot noted for its operator, and at whom it took for whom. */
    overhear(bot: Bot): void {
      wrong.push(...bot.logged.splice(0).flatMap(wrongInLog));
      wrong.push(...bot.takeHeard().flatMap((invocation) => impostorIn(invocation, senders)));
    },
  };
}

export type Watch = ReturnType<typeof createWatch>;

function thrownBy(look: () => void): readonly string[] {
  try {
    look();
    return [];
  } catch (error) {
    return [`Discord would not take it: ${error instanceof Error ? error.message : error}`];
  }
}

/** Nobody’s words are taken for a planted member’s, and nobody for an administrator who is none. */
function impostorIn(
  { account: { user }, administrator: bits }: ReturnType<Bot['takeHeard']>[number],
  senders: readonly string[],
): readonly string[] {
  return [
    ...(senders.includes(user) ? [] : [`the words of somebody are taken for those of ${user}`]),
    ...(bits && user !== administrator ? [`${user} is taken for an administrator`] : []),
  ];
}
