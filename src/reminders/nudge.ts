import type { MemberId } from '../core/command.ts';
import type { Account } from '../core/invocation.ts';
import type { Day, Instant, Zone } from '../core/time.ts';
import { addDays, atWallClock, dayIn } from '../dates/calendar.ts';

/** Days before the due date between which one polite nudge is in place, `first` the larger. */
export interface NudgeWindow {
  readonly first: number;
  readonly last: number;
}

/** A letter that is outstanding, of a member who asked for reminders and was not told of it yet. */
export interface Candidate {
  readonly member: MemberId;
  readonly account: Account;
  readonly zone: Zone;
  readonly letter: string;
  readonly due: Day;
}

/** One DM a day for a member, with all that is due in it. */
export interface Bundle {
  readonly member: MemberId;
  readonly account: Account;
  readonly zone: Zone;
  /** The member's own date; with the member it names the delivery. */
  readonly day: Day;
  readonly letters: readonly string[];
}

/** DMs go out between these times on the member's wall clock. */
const wakeUp = '09:00';
const bedTime = '21:00';

/** Who is to be told now of which letters. */
export function dueNudges(candidates: readonly Candidate[], now: Instant, window: NudgeWindow): readonly Bundle[] {
  const bundles = new Map<MemberId, Bundle>();
  for (const { member, account, zone, letter, due } of candidates) {
    const day = dayIn(zone, now);
    if (day < addDays(due, -window.first) || day > addDays(due, -window.last)) continue;
    if (now < atWallClock(day, wakeUp, zone) || now >= atWallClock(day, bedTime, zone)) continue;
    const bundle = bundles.get(member) ?? { member, account, zone, day, letters: [] };
    bundles.set(member, { ...bundle, letters: [...bundle.letters, letter] });
  }
  return [...bundles.values()];
}

/** When a DM that is waiting may go out: now, or at the next waking hour of the zone. */
export function wakingMoment(zone: Zone, now: Instant): Instant {
  const today = dayIn(zone, now);
  const morning = atWallClock(today, wakeUp, zone);
  if (now < morning) return morning;
  return now < atWallClock(today, bedTime, zone) ? now : atWallClock(addDays(today, 1), wakeUp, zone);
}

/** The day on which a member will be told of a letter, if nothing changes; none once its window is over. */
export function plannedNudge(due: Day, zone: Zone, now: Instant, window: NudgeWindow): Day | undefined {
  const opens = addDays(due, -window.first);
  const today = dayIn(zone, now);
  const late = opens < today || (opens === today && now >= atWallClock(today, bedTime, zone));
  const next = !late ? opens : now < atWallClock(today, bedTime, zone) ? today : addDays(today, 1);
  return next <= addDays(due, -window.last) ? next : undefined;
}

/** The earliest moment after `now` at which one of them may be told. */
export function nextNudge(candidates: readonly Candidate[], now: Instant, window: NudgeWindow): Instant | undefined {
  const moments = candidates.flatMap(({ zone, due }) => {
    const opens = addDays(due, -window.first);
    const today = dayIn(zone, now);
    const days = opens > today ? [opens] : [today, addDays(today, 1)];
    const inWindow = days.filter((day) => day <= addDays(due, -window.last));
    return inWindow.map((day) => atWallClock(day, wakeUp, zone)).filter((at) => at > now);
  });
  return moments.sort()[0];
}

export interface NudgeStore {
  /**
   * Outstanding letters due from `from` to `to` whose members want reminders and have not been
   * told of them.
   */
  candidates(from: Day, to: Day): Promise<readonly Candidate[]>;
  /** The letters of which a member was told already. */
  told(member: MemberId): Promise<readonly string[]>;
  /** Notes that the member is told of these letters by this delivery. */
  markTold(member: MemberId, letters: readonly string[], delivery: string): Promise<void>;
}

export interface NudgePayload {
  readonly kind: 'nudge';
  readonly member: MemberId;
  readonly letters: readonly string[];
}
