import type { Answer } from '../../src/faq/answer.ts';
import { type Guess, isAnswered, type Judgement, type Way } from '../../src/faq/understand/model.ts';
import { none, type Phrasing } from '../../src/faq/understand/phrasing.ts';

/** A labelled text with what was made of it. */
export interface Judged {
  readonly phrasing: Phrasing;
  readonly guess: Guess;
}

/** Shares between 0 and 1; `NaN` where there is nothing to share. */
export interface Figures {
  readonly questions: number;
  readonly others: number;
  /** Questions whose likeliest topic is the right one. */
  readonly exact: number;
  /** ... or one of its neighbours. */
  readonly near: number;
  readonly inFirstThree: number;
  readonly asked: Answered;
  readonly unprompted: Answered;
  /** What the confidence says on the mean, less how often it is right: 0 is honest. */
  readonly overconfidence: number;
}

interface Answered {
  /** Questions that are answered. */
  readonly answered: number;
  /** Answers to questions that are the right ones. */
  readonly rightly: number;
  /** Messages that are none of ours and yet answered. */
  readonly falsely: number;
}

/** Pairs of topics that share words, by what the answers name; each is its own neighbour. */
export function neighboursIn(answers: Iterable<Answer>): (one: string, other: string) => boolean {
  const pairs = new Set([...answers].flatMap(({ slug, neighbours }) => neighbours.map((other) => `${slug} ${other}`)));
  return (one, other) => one === other || pairs.has(`${one} ${other}`) || pairs.has(`${other} ${one}`);
}

export function figuresOf(
  judged: readonly Judged[],
  judgement: Judgement,
  isNear: (one: string, other: string) => boolean,
): Figures {
  const questions = judged.filter(({ phrasing }) => phrasing.topic !== none);
  const others = judged.filter(({ phrasing }) => phrasing.topic === none);
  const isRight = ({ phrasing, guess }: Judged) => guess.topics[0] === phrasing.topic;
  const answered = (way: Way): Answered => {
    const gotOne = ({ guess }: Judged) => isAnswered(judgement, guess, way);
    return {
      answered: share(questions, gotOne),
      rightly: share(questions.filter(gotOne), isRight),
      falsely: share(others, gotOne),
    };
  };
  return {
    questions: questions.length,
    others: others.length,
    exact: share(questions, isRight),
    near: share(questions, ({ phrasing, guess }) => isNear(phrasing.topic, guess.topics[0] ?? '')),
    inFirstThree: share(questions, ({ phrasing, guess }) => guess.topics.slice(0, 3).includes(phrasing.topic)),
    asked: answered('asked'),
    unprompted: answered('unprompted'),
    overconfidence:
      judged.reduce((sum, { guess }) => sum + guess.confidence, 0) / judged.length - share(judged, isRight),
  };
}

/** What was taken for what, the most frequent first. */
export function confusions(judged: readonly Judged[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { phrasing, guess } of judged) {
    if (phrasing.topic === none || phrasing.topic === guess.topics[0]) continue;
    const pair = `${phrasing.topic} taken for ${guess.topics[0]}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a);
}

function share<T>(list: readonly T[], is: (one: T) => boolean): number {
  return list.filter(is).length / list.length;
}
