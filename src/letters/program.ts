import type { MemberId } from '../core/command.ts';
import type { Day } from '../core/time.ts';
import type { ServiceId } from '../packs/service.ts';

/** A letter that goes to a program, and since when. */
export interface Assignment {
  readonly letter: string;
  readonly on: Day;
}

/** What a program asks for, as far as the member looked it up; `null` is not known. */
export interface ProgramNeeds {
  /** The fewest letters that it takes. */
  readonly letters: number | null;
  /** The most that it reads, where that is fewer than its service allows. */
  readonly most: number | null;
  /** How many of them have to come from its own specialty. */
  readonly own: number | null;
  /** Whether it asks for a letter of the department or its chair. */
  readonly chair: boolean | null;
  /** The id of a letter form that it asks for. */
  readonly form: string | null;
}

export const programSettings = ['academic', 'community'] as const;
export type ProgramSetting = (typeof programSettings)[number];

/** A residency program that a member applies to, with the letters that go there. */
export interface Program {
  readonly id: string;
  readonly member: MemberId;
  readonly name: string;
  /** As the member calls it. */
  readonly specialty: string | null;
  readonly service: ServiceId | null;
  /** The match season, `2027`; `null` is the one in force. */
  readonly season: string | null;
  /** The last day for its letters. */
  readonly due: Day | null;
  readonly setting: ProgramSetting | null;
  readonly needs: ProgramNeeds;
  /** The day of the application; from then on its letters are locked where the service locks them. */
  readonly applied: Day | null;
  /** Oldest first; no letter stands here twice. */
  readonly letters: readonly Assignment[];
  /** Lies encrypted. */
  readonly notes: string | null;
}

/** Of a program about which nothing was looked up. */
export const unknownNeeds: ProgramNeeds = { letters: null, most: null, own: null, chair: null, form: null };
