import type { Language } from '../core/language.ts';
import type { Day } from '../core/time.ts';
import type { CalendarRow } from './calendar-row.ts';
import type { Confidence } from './confidence.ts';
import type { LetterForm } from './letter-form.ts';
import type { RequestField } from './request-field.ts';
import type { ServiceId } from './service.ts';
import type { SpecialtyNeeds } from './specialty-needs.ts';

/**
 * Something a source says, with how far to trust it. What nobody could confirm has no value, so
 * that it cannot be told to anyone as a fact.
 */
export type PackFact<T> =
  | {
      readonly confidence: Confidence;
      readonly value: T;
      /** An https address, or `common advice` where no body has a rule. */
      readonly source: string;
      /** The season the source spoke about; not always the season of the pack. */
      readonly season: string;
      readonly checked: Day;
    }
  | { readonly confidence: 'unconfirmed'; readonly value?: undefined; readonly checked: Day };

/**
 * When a letter can no longer be taken back from a program: from the application to it on, or from
 * the moment the letter is completed.
 */
export type AssignmentLock = 'on-applying' | 'on-completing';

/** A word that a service's portal shows. We explain it, and never show it for a state of our own. */
export interface PortalStatus {
  readonly word: string;
  /** One sentence. */
  readonly means: string;
  /** Where this one was read, if not at the source of all of them. */
  readonly source?: string | undefined;
}

interface ServiceFacts {
  /** The first day of the season, for whomever the service lets in first. */
  readonly opens: PackFact<Day>;
  /**
   * Its last day. We go by it even where it is only likely; it is told to people when it is more.
   * Every season has one that another one follows.
   */
  readonly ends: PackFact<Day>;
  /** A cap of high confidence refuses, a less sure one only warns. */
  readonly maxLettersPerProgram: PackFact<number>;
  readonly uploadedLetters: PackFact<'unlimited'>;
  /** From upload until a letter can be used, for graduates of schools in the service's country. */
  readonly processingBusinessDays: PackFact<number>;
  /** The same for international graduates. */
  readonly imgProcessingBusinessDays: PackFact<number>;
  readonly importLookBackYears: PackFact<number>;
  readonly importProcessingHours: PackFact<number>;
  /** When a request can no longer be edited, as words that follow "it locks". */
  readonly requestLocks: PackFact<string>;
  /** When a letter can no longer be taken back from a program, likewise. */
  readonly assignmentLocks: PackFact<string>;
  /** The same for reckoning with. */
  readonly assignmentLock: PackFact<AssignmentLock>;
  readonly waiverChoice: PackFact<'per letter' | 'none'>;
  /** The specialties, by id, that have a form of their own for letters in this service. */
  readonly standardForms: PackFact<readonly string[]>;
  /** What the form for a request asks for, in its order, as far as the source names it. */
  readonly requestFields: PackFact<readonly RequestField[]>;
  /** Those of them that are not asked for when the letter is a general one, of no specialty. */
  readonly omittedForGeneral: PackFact<readonly RequestField[]>;
  /** How a request reaches its writer, as words that follow “the writer”, « la personne qui écrit ». */
  readonly writerGetsRequest: PackFact<Readonly<Record<Language, string>>>;
  /** The words of the portal, as far as its owner's pages have them. */
  readonly statuses: PackFact<readonly PortalStatus[]>;
}

/** The rules of one service in one season. */
export interface ServicePack {
  readonly id: ServiceId;
  readonly name: string;
  /** The year of the match. */
  readonly season: string;
  readonly facts: ServiceFacts;
}

/** The packs of one service, oldest season first. */
export type Seasons = readonly [ServicePack, ...ServicePack[]];

/** Days before a date: from the earlier bound to the later one, so `from` is the larger. */
export interface DaysBefore {
  readonly from: number;
  readonly to: number;
}

/** Days before the date of a late letter: when to have somebody stand by, to remind the writer, to ask the stand-by. */
export interface BackupDays {
  readonly lineUp: number;
  readonly nudge: number;
  readonly activate: number;
}

/** The customs of asking and reminding. */
export interface Rhythm {
  readonly askLeadDays: PackFact<DaysBefore>;
  readonly nudgeWindowDays: PackFact<DaysBefore>;
  readonly nudgesPerWriter: PackFact<number>;
  readonly statusCheckDays: PackFact<number>;
  /** How long a second reminder waits after the first; it needs a reason besides. */
  readonly nudgeAgainDays: PackFact<number>;
  readonly backupDays: PackFact<BackupDays>;
}

/** From the fewest to the most. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** What a set of letters is commonly made of. */
export interface LetterMix {
  /** From the specialty, at least. */
  readonly own: number;
  /** From a core rotation that is not the specialty, at least. */
  readonly core: number;
  /** On research, at most; a set without one is complete. */
  readonly optionalResearch: number;
}

/** The general advice about a set of letters. A specialty's needs, and a program's, go before it. */
export interface Customs {
  readonly letterCount: PackFact<Range>;
  /** How many people to have agree. */
  readonly writersToSecure: PackFact<number>;
  readonly mix: PackFact<LetterMix>;
  /** Ids of the specialties that count as core rotations. */
  readonly coreRotations: PackFact<readonly string[]>;
}

/** What programs of a specialty in the United States commonly expect. What is absent is unknown. */
export interface Specialty {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** The service that its programs in the United States use. */
  readonly service: ServiceId;
  readonly letters?: Range | undefined;
  readonly kinds?: string | undefined;
  readonly chairLetter?: string | undefined;
  /** The sentences again, for counting. */
  readonly needs?: SpecialtyNeeds | undefined;
  readonly confidence: Confidence | 'unconfirmed';
  readonly season?: string | undefined;
  readonly sources: readonly string[];
  readonly checked: Day;
}

/**
 * One thing that can be cited, wherever in the packs it stands: a rule of a service, a custom, a
 * specialty, or a plain row of `facts/`.
 */
export interface FactRow {
  readonly confidence: Confidence | 'unconfirmed';
  /** Https addresses; none where it is common advice, or where nobody could confirm it. */
  readonly sources: readonly string[];
  readonly season?: string | undefined;
  readonly checked: Day;
  /** Plain rows alone have a sentence; what is unconfirmed says so in it. */
  readonly says?: string;
}

export interface Packs {
  /**
   * The season in force on the day on which the packs were read, which answers rest on. For a letter
   * or a program, which may be of another season, ask `packOf`.
   */
  readonly services: Readonly<Record<ServiceId, ServicePack>>;
  readonly seasons: Readonly<Record<ServiceId, Seasons>>;
  readonly rhythm: Rhythm;
  readonly customs: Customs;
  readonly specialties: readonly Specialty[];
  readonly forms: readonly LetterForm[];
  /** In the order of time. */
  readonly calendar: readonly CalendarRow[];
  /** What can be cited: the services in force, customs, specialties and plain rows, by ids such as `eras/max-letters-per-program`. */
  readonly rows: ReadonlyMap<string, FactRow>;
}
