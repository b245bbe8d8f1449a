import { UserProblem } from '../core/errors.ts';
import type { Day } from '../core/time.ts';
import { dueProblem } from '../letters/due.ts';
import type { Words } from '../words/words.ts';

/** Refuses a due date that can only be a slip of the pen. */
export function checkDue(due: Day | null | undefined, today: Day, words: Words): void {
  if (!due) return;
  const problem = dueProblem(due, today);
  if (problem === undefined) return;
  const sentence = problem === 'too-far' ? words.letters.dueTooFar(due) : words.letters.dueTooOld(due);
  throw new UserProblem('bad-value', sentence, { option: 'due' });
}
