import type { MemberId } from '../core/command.ts';
import type { Instant } from '../core/time.ts';
import { type Change, type ChangedRecord, memberLimits } from '../letters/letter.ts';
import { noPreferences, type Preferences } from '../members/member.ts';
import { type Addressed, addressed } from './addressed.ts';
import { type Filled, filled } from './fill-records.ts';
import type { Exported, KeptReminder, MemberData } from './member-data.ts';
import { pairRecords } from './pair-records.ts';
import type { TextCheck } from './read-cells.ts';
import { isEmpty, replayed } from './replay-changes.ts';

/** Who reads a file in. */
export interface Restoring {
  readonly member: MemberId;
  readonly now: Instant;
  /** The command that does it, as the journal names it. */
  readonly command: string;
  readonly ids: () => string;
  /** Texts that speak of a patient for certain stay out; what a member kept once after a doubt is kept. */
  readonly check: TextCheck;
}

/** What reading a file in would do, before it does it. */
export interface RestorePlan {
  /** Settings that nobody chose here yet. */
  readonly settings: Partial<Preferences>;
  /** Reminders of the member's own that do not stand here. */
  readonly reminders: readonly KeptReminder[];
  /**
   * To be applied one after the other. An empty account gets the journal as it was; elsewhere everything
   * is one change, so that one undo takes all of it back.
   */
  readonly changes: readonly Omit<Change, 'number'>[];
  readonly added: Counts;
  /** Records that stand here already, whose empty fields the file fills. */
  readonly filled: readonly Filled[];
  /** Records that stand here already. Nothing that stands in them is changed. */
  readonly kept: Counts;
  /** Whether the journal of the file was left out, because it does not lead to what the file holds. */
  readonly historyBroken: boolean;
  /** Texts that were left out. */
  readonly refusedTexts: number;
}

export interface Counts {
  readonly writers: number;
  readonly letters: number;
  readonly programs: number;
}

/** There would be more than there may be. */
export interface TooMany {
  readonly code: 'limit';
  readonly what: keyof Counts;
  readonly max: number;
}

/**
 * What reading in a file of a member's data does, here or under another account. Every record gets an
 * id of its own here, the same wherever the file names it. What stands here already is kept: it is
 * known by its id, else by the writer's name and what the letter is for, or by the program's name, and
 * the file only fills what is empty. An empty account comes to the same data, history and all.
 */
export function planRestore(exported: Exported, mine: MemberData, by: Restoring): RestorePlan | TooMany {
  const pairs = pairRecords(exported, mine);
  const file = addressed(exported, pairs, by);
  const isMine = new Set(pairs.values());
  const limit = tooMany(file, mine, isMine);
  if (limit) return limit;

  const { changes, missing, gone, broken } = replayed(file, mine, isMine);
  const fills = filled(file, mine);
  const rest = [...missing, ...fills.map(({ record }) => record), ...gone];
  const { member, now: at, command } = by;
  const change = (records: readonly ChangedRecord[]): readonly Omit<Change, 'number'>[] =>
    records.length > 0 ? [{ id: by.ids(), member, at, command, records, undoes: null }] : [];
  const count = (mineToo: boolean): Counts => ({
    writers: file.writers.filter(({ id }) => isMine.has(id) === mineToo).length,
    letters: file.letters.filter(({ id }) => isMine.has(id) === mineToo).length,
    programs: file.programs.filter(({ id }) => isMine.has(id) === mineToo).length,
  });
  return {
    settings: unsaid(file.settings, mine),
    reminders: missingReminders(exported, mine, by.check),
    changes: isEmpty(mine)
      ? [...changes, ...change(rest)]
      : change([...changes.flatMap(({ records }) => records), ...rest]),
    added: count(false),
    filled: fills,
    kept: count(true),
    historyBroken: broken,
    refusedTexts: file.refusedTexts,
  };
}

const lists = ['writers', 'letters', 'programs'] as const satisfies readonly (keyof Counts)[];

function tooMany(file: Addressed, mine: MemberData, isMine: ReadonlySet<string>): TooMany | undefined {
  const what = lists.find((list) => {
    const fresh = file[list].filter(({ id }) => !isMine.has(id)).length;
    return mine[list].length + fresh > memberLimits[list];
  });
  return what && { code: 'limit', what, max: memberLimits[what] };
}

/** A text that speaks of a patient stays out here as well. */
function missingReminders({ reminders = [] }: Exported, mine: MemberData, check: TextCheck): readonly KeptReminder[] {
  const named = ({ text, day, time, repeats }: KeptReminder) => JSON.stringify([text, day, time, repeats]);
  const standing = new Set((mine.reminders ?? []).map(named));
  return reminders.filter((one) => !standing.has(named(one)) && check(one.text, 'notes') !== 'refuse');
}

/**
 * Settings that nobody chose here. Reminders by DM are turned on only where nothing was ever said:
 * whoever said something else here may have turned them off. Sharing figures is never turned on by a file.
 */
function unsaid(theirs: Preferences, { settings: mine }: MemberData): Partial<Preferences> {
  const isFresh = JSON.stringify(mine) === JSON.stringify(noPreferences);
  return {
    ...(mine.zone === null && theirs.zone !== null && { zone: theirs.zone }),
    ...(mine.language === null && theirs.language !== null && { language: theirs.language }),
    ...(mine.service === null && theirs.service !== null && { service: theirs.service }),
    ...(mine.specialties.length === 0 && theirs.specialties.length > 0 && { specialties: theirs.specialties }),
    ...(mine.img === null && theirs.img !== null && { img: theirs.img }),
    ...(mine.reapplicant === null && theirs.reapplicant !== null && { reapplicant: theirs.reapplicant }),
    ...(mine.season === null && theirs.season !== null && { season: theirs.season }),
    ...(mine.hours === null && theirs.hours !== null && { hours: theirs.hours }),
    ...(isFresh && theirs.reminders && { reminders: true }),
    ...(isFresh && theirs.pausedUntil !== null && { pausedUntil: theirs.pausedUntil }),
  };
}
