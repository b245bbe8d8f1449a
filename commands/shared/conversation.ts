import { type ConversationStore, dmKey, remembered } from '../../src/communities/conversation.ts';
import type { Context } from '../../src/core/command.ts';
import { addMilliseconds } from '../../src/dates/calendar.ts';
import type { Answer } from '../../src/faq/answer.ts';
import { isCourtesy } from '../../src/faq/courtesy.ts';
import type { Decision, Faq, Mentions, UnpromptedDecision } from '../../src/faq/faq.ts';
import { readFollowUp } from '../../src/faq/follow-up.ts';

interface TalkPorts {
  readonly conversations: ConversationStore;
  readonly faq: Faq;
}

type Talk = Pick<Context<TalkPorts>, 'actor' | 'community' | 'place' | 'heard' | 'now' | 'ports'>;

/** What a question comes to where it was said. */
export interface Understood {
  readonly decision: Decision | UnpromptedDecision;
  readonly mentions: Mentions;
  /** It goes on with what was answered here last, so that the same topic is no repetition. */
  readonly goesOn: boolean;
}

/** Understands a question by itself or, after an answer, as one that goes on from it. */
export async function understandHere(question: string, talk: Talk): Promise<Understood> {
  const { faq } = talk.ports;
  const alone = (): Understood => ({
    decision: decide(question, talk),
    mentions: faq.mentions(question),
    goesOn: false,
  });
  const last = await lastAnswer(talk);
  return last ? understandAfter(last, question, talk, alone) : alone();
}

/** Answers that are about one service or specialty: another one is another question. */
const bound: ReadonlySet<string> = new Set(
  'sloe-em obgyn-residencycas sf-match-letters carms-how-many carms-request carms-structured-ref carms-deadline'.split(
    ' ',
  ),
);

/** From here on the words by themselves say clearly what is asked. */
const clear = 0.8;

/** Below this the words by themselves say nothing, and what was asked before must not lend them a sense. */
const faint = 0.15;

function understandAfter(last: Answer, question: string, talk: Talk, alone: () => Understood): Understood {
  const { faq } = talk.ports;
  const { bare, goesOn, mentions } = readFollowUp(question, faq);
  const understood = alone();
  const { decision } = understood;
  const saysMore = decision.kind === 'answer' && decision.answer !== last && decision.confidence >= clear;
  const elsewhere = bound.has(last.slug) && (mentions.service !== undefined || mentions.specialty !== undefined);
  if (isCourtesy(question) || (saysMore && !goesOn) || (elsewhere && decision.kind !== 'unsure')) return understood;
  const again: Understood = {
    decision: { kind: 'answer', answer: last, confidence: 1, nearest: [] },
    mentions,
    goesOn: true,
  };
  // To everybody it speaks only where the words by themselves are enough, or plainly go on.
  if (talk.heard?.as === 'overheard') return bare && goesOn && !elsewhere ? again : understood;
  if (elsewhere) return understood;
  if (bare) return again;
  if (decision.kind !== 'unsure') return understood;
  if (goesOn) return again;
  const together = decideTogether(last, question, decision, faq);
  return together ? { ...understood, decision: together, goesOn: true } : understood;
}

/** The question of the last answer and the new words together; only where the new words alone point there, too. */
function decideTogether(last: Answer, question: string, alone: Decision, faq: Faq): Decision | undefined {
  const together = faq.decide(`${last.question} ${question}`, 'asked');
  if (alone.confidence < faint || together.kind !== 'answer' || !alone.nearest.includes(together.answer))
    return undefined;
  return together;
}

/** The one place where what was only overheard is held to more than what was asked. */
function decide(question: string, { heard, ports }: Talk): Understood['decision'] {
  return heard?.as === 'overheard' ? ports.faq.decide(question, 'unprompted') : ports.faq.decide(question, 'asked');
}

async function lastAnswer(talk: Talk): Promise<Answer | undefined> {
  const { now, ports } = talk;
  const since = addMilliseconds(now, -remembered);
  for (const key of keysOf(talk)) {
    const topic = await ports.conversations.lastTopic(key, since);
    if (topic !== undefined) return ports.faq.answers.get(topic);
  }
  return undefined;
}

/** Remembers the topic for those who ask on, and nothing else of the conversation. */
export async function rememberTopic(topic: string, talk: Talk): Promise<void> {
  const key = keysOf(talk).at(-1);
  if (key !== undefined) await talk.ports.conversations.remember(key, topic, talk.now);
}

/**
 * What a conversation is known by, what it goes on with first: a thread, or between two a member.
 * What somebody asks privately in a channel is no conversation.
 */
function keysOf({ actor, community, place, heard }: Talk): readonly string[] {
  const { platform } = actor.account;
  if (place.kind === 'dm') return [dmKey(actor.account)];
  if (!heard) return [];
  const threads = heard.follows === undefined ? [heard.thread] : [heard.follows, heard.thread];
  return threads.map((thread) => ['thread', platform, community ?? '', place.channel, thread].join(' '));
}
