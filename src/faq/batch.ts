import type { Decision, Faq } from './faq.ts';
import { readBatchLine } from './schema.ts';

/** What is printed of one question: which topic, or that it is unsure, and what is near. */
export interface BatchAnswer {
  readonly question: string;
  readonly decision: Decision['kind'];
  /** The topic that is answered; `null` unless the decision is `answer`. */
  readonly topic: string | null;
  /** The likeliest three, what is answered first. */
  readonly nearest: readonly string[];
}

export function batchAnswer(faq: Faq, question: string): BatchAnswer {
  const decision = faq.decide(question);
  const nearest = decision.nearest.map(({ slug }) => slug);
  if (decision.kind === 'unsure') return { question, decision: 'unsure', topic: null, nearest };
  const topic = decision.answer.slug;
  return { question, decision: 'answer', topic, nearest: [topic, ...nearest].slice(0, 3) };
}

/** One line of output for one line of input, blank ones included. */
export function batchLine(faq: Faq, line: string): string {
  return JSON.stringify(batchAnswer(faq, readBatchLine(line)));
}
