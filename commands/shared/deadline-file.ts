import { communityLimits } from '../../src/communities/community.ts';
import type { Context } from '../../src/core/command.ts';
import { UserProblem } from '../../src/core/errors.ts';
import { readCalendar } from '../../src/exchange/read-calendar.ts';
import { type DeadlinePorts, deadlinesHere } from '../../src/views/choose-deadline.ts';
import { type DeadlinePlan, planDeadlines } from '../shared/plan-deadlines.ts';

/** Characters of a deadline's name, typed or read. */
export const longestName = 120;

/** What a calendar file would add to the deadlines of this community; one that cannot be read is a problem. */
export async function planDeadlineFile(text: string, context: Context<DeadlinePorts>): Promise<DeadlinePlan> {
  const { actor, now, ports } = context;
  const read = readCalendar(text, actor.zone, longestName);
  if ('problem' in read)
    throw new UserProblem('bad-value', ports.words.admin.deadline.fileProblem(read), { option: 'file' });
  return planDeadlines(read.events, await deadlinesHere(context), now, communityLimits.deadlines);
}
