import type { Day } from '../core/time.ts';
import type { ServiceId } from './service.ts';

/**
 * Something a source says, with how far to trust it. What nobody could confirm has no value, so
 * that it cannot be told to anyone as a fact.
 */
export type PackFact<T> =
  | {
      readonly confidence: 'high' | 'medium' | 'low';
      readonly value: T;
      /** An https address, or `common advice` where no body has a rule. */
      readonly source: string;
      /** The season the source spoke about; not always the season of the pack. */
      readonly season: string;
      readonly checked: Day;
    }
  | { readonly confidence: 'unconfirmed'; readonly value?: undefined; readonly checked: Day };

interface ServiceFacts {
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
  readonly waiverChoice: PackFact<'per letter' | 'none'>;
  /** The specialties, by id, that have a form of their own for letters in this service. */
  readonly standardForms: PackFact<readonly string[]>;
}

/** The rules of one service in one season. */
export interface ServicePack {
  readonly id: ServiceId;
  readonly name: string;
  readonly season: string;
  readonly facts: ServiceFacts;
}

/** Days before a date: from the earlier bound to the later one, so `from` is the larger. */
interface DaysBefore {
  readonly from: number;
  readonly to: number;
}

/** The customs of asking and reminding. */
export interface Rhythm {
  readonly askLeadDays: PackFact<DaysBefore>;
  readonly nudgeWindowDays: PackFact<DaysBefore>;
  readonly nudgesPerWriter: PackFact<number>;
  readonly statusCheckDays: PackFact<number>;
}

/** What programs of a specialty in the United States commonly expect. What is absent is unknown. */
export interface Specialty {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** The service that its programs in the United States use. */
  readonly service: ServiceId;
  readonly letters?: { readonly from: number; readonly to: number } | undefined;
  readonly kinds?: string | undefined;
  readonly chairLetter?: string | undefined;
  readonly confidence: 'high' | 'medium' | 'low' | 'unconfirmed';
  readonly season?: string | undefined;
  readonly sources: readonly string[];
  readonly checked: Day;
}

/**
 * One thing that can be cited, wherever in the packs it stands: a rule of a service, a custom, a
 * specialty, or a plain row of `facts/`.
 */
export interface FactRow {
  readonly confidence: 'high' | 'medium' | 'low' | 'unconfirmed';
  /** Https addresses; none where it is common advice, or where nobody could confirm it. */
  readonly sources: readonly string[];
  readonly season?: string | undefined;
  readonly checked: Day;
  /** Plain rows alone have a sentence; what is unconfirmed says so in it. */
  readonly says?: string;
}

export interface Packs {
  readonly services: Readonly<Record<ServiceId, ServicePack>>;
  readonly rhythm: Rhythm;
  readonly specialties: readonly Specialty[];
  /** All of these and the plain rows, by ids such as `eras/max-letters-per-program`. */
  readonly rows: ReadonlyMap<string, FactRow>;
}
