import type { Day } from '../core/time.ts';
import { addDays, addMonths } from '../dates/calendar.ts';

/** Whether a due date is one to believe: not more than a year past, nor more than five years ahead. */
export function dueProblem(due: Day, today: Day): 'too-far' | 'too-old' | undefined {
  if (due > addMonths(today, 60)) return 'too-far';
  return due < addDays(today, -366) ? 'too-old' : undefined;
}
