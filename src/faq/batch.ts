import type { Decision, Faq, UnpromptedDecision } from './faq.ts';
import { readBatchLine } from './schema.ts';
import type { Way } from './understand/model.ts';

/** What is printed of one question: which topic, or that there is no answer, how sure, and what is near. */
export interface BatchAnswer {
  readonly question: string;
  readonly decision: (Decision | UnpromptedDecision)['kind'];
  /** The topic that is answered; `null` unless the decision is `answer`. */
  readonly topic: string | null;
  /** How often the likeliest topic is right, of all messages that look like this: 0 to 1, four places. */
  readonly confidence: number;
  /** The likeliest three, what is answered first. */
  readonly nearest: readonly string[];
}

export function batchAnswer(faq: Faq, question: string, way: Way): BatchAnswer {
  const decision = way === 'asked' ? faq.decide(question, way) : faq.decide(question, way);
  const confidence = Math.round(decision.confidence * 1e4) / 1e4;
  const nearest = decision.nearest.map(({ slug }) => slug);
  if (decision.kind !== 'answer') return { question, decision: decision.kind, topic: null, confidence, nearest };
  const topic = decision.answer.slug;
  return { question, decision: 'answer', topic, confidence, nearest: [topic, ...nearest].slice(0, 3) };
}

/** One line of output for one line of input, blank ones included. */
export function batchLine(faq: Faq, line: string, way: Way): string {
  return JSON.stringify(batchAnswer(faq, readBatchLine(line), way));
}
