import type { MemberId } from '../core/command.ts';
import type { Instant } from '../core/time.ts';
import { addMilliseconds } from '../dates/calendar.ts';

/** What one member who shares figures adds to them: whether all their writers have been asked. */
export interface CohortAnswer {
  readonly member: MemberId;
  readonly asked: boolean;
}

/** Figures as a community reads them, with what each member added who is still known. */
export interface CohortFigures {
  readonly at: Instant;
  readonly members: number;
  readonly asked: number;
  readonly answers: readonly CohortAnswer[];
}

export interface CohortStore {
  /** Of the members who share theirs, use the bot in this community and have letters to ask for. */
  answers(community: string): Promise<readonly CohortAnswer[]>;
  published(community: string): Promise<CohortFigures | undefined>;
  /** In the place of those before. */
  publish(community: string, figures: CohortFigures): Promise<void>;
}

/** The smallest cohort of which anything is told. */
export const smallestCohort = 10;

/** Members in whom new figures must differ from those before, and of whom a told range never says less. */
export const leastChange = 3;

/** Milliseconds for which figures stay as they are. */
const published = 7 * 24 * 60 * 60_000;

/**
 * The figures that may be told now. They stay as they were for a week, and longer as long as fewer
 * than three members joined, left or went on: the difference of two figures would be about them.
 */
export function figuresNow(
  before: CohortFigures | undefined,
  answers: readonly CohortAnswer[],
  now: Instant,
): CohortFigures | undefined {
  if (answers.length < smallestCohort) return undefined;
  const stays = before && (now < addMilliseconds(before.at, published) || differing(before, answers) < leastChange);
  if (stays) return before;
  return { at: now, members: answers.length, asked: answers.filter(({ asked }) => asked).length, answers };
}

/** How many members joined, left, were deleted, or say something else than when figures were made. */
function differing(before: CohortFigures, answers: readonly CohortAnswer[]): number {
  const then = new Map(before.answers.map(({ member, asked }) => [member, asked]));
  const now = new Map(answers.map(({ member, asked }) => [member, asked]));
  const others = answers.filter(({ member, asked }) => then.get(member) !== asked).length;
  const gone = before.answers.filter(({ member }) => !now.has(member)).length;
  return others + gone + Math.max(0, before.members - before.answers.length);
}

/** A share that can be told: a range of percent, of at least so many members. */
export interface ToldShare {
  readonly members: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Figures as a range. It is so wide that three counts or more fall into it, also at its ends: that
 * all have asked, or nobody has, is never told.
 */
export function toldShare({ members, asked }: Pick<CohortFigures, 'members' | 'asked'>): ToldShare {
  const told = Math.floor(members / 5) * 5;
  const ranges = [10, 5, 4].find((parts) => told / parts >= leastChange) ?? 3;
  const index = Math.min(ranges - 1, Math.floor((asked * ranges) / members));
  const percent = (part: number) => Math.round((part * 100) / ranges);
  return { members: told, from: percent(index), to: percent(index + 1) };
}

/** What a post tells, which from then on are the figures of this community. */
export async function publishFigures(
  store: CohortStore,
  community: string,
  now: Instant,
): Promise<ToldShare | undefined> {
  const before = await store.published(community);
  const figures = figuresNow(before, await store.answers(community), now);
  if (figures && figures !== before) await store.publish(community, figures);
  return figures && toldShare(figures);
}

/** What was told last, for a look that must not make new figures: looks could be taken one by one. */
export async function lastFigures(store: CohortStore, community: string): Promise<ToldShare | undefined> {
  const figures = await store.published(community);
  const stands = (await store.answers(community)).length >= smallestCohort;
  return figures && stands ? toldShare(figures) : undefined;
}
