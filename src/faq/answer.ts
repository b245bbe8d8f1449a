import type { Call } from '../core/invocation.ts';
import type { Language } from '../core/language.ts';
import type { Block, Line } from '../core/reply.ts';
import type { Day } from '../core/time.ts';
import type { ServiceId } from '../packs/service.ts';

/** How sure the people who checked an answer are of it. */
type Confidence = 'high' | 'medium' | 'low';

interface Source {
  readonly title: string;
  /** A well-formed https address. */
  readonly url: string;
  /** Whoever makes the rule, a school's advice, or what people commonly say. */
  readonly kind: 'official' | 'school' | 'common-advice';
}

/** A button under an answer: what somebody who asked that may want to do now. */
interface NextStep {
  readonly label: string;
  readonly call: Call;
}

/**
 * One reviewed answer. Its texts are lines and blocks, so no renderer ever meets markup, and what
 * holds only for some members stands apart from what holds for all.
 */
export interface Answer {
  readonly slug: string;
  /** In which its texts are written. */
  readonly language: Language;
  /** A menu label. */
  readonly title: string;
  /** The question in plain words. */
  readonly question: string;
  /** What decides the matter, in two or three sentences. */
  readonly short: Line;
  readonly details: readonly Block[];
  /** What is different for one service. */
  readonly variants: Readonly<Partial<Record<ServiceId, readonly Block[]>>>;
  readonly img?: readonly Block[];
  readonly reapplicant?: readonly Block[];
  /** What is different for a specialty, by the name in its heading; `findSpecialty` knows each. */
  readonly specialties: ReadonlyMap<string, readonly Block[]>;
  readonly sources: readonly Source[];
  /** The ids of the rows in the packs that its sentences rest on. */
  readonly facts: ReadonlySet<string>;
  /** The seasons the sources spoke about, such as `ERAS 2027`. */
  readonly season: readonly string[];
  /** The day on which somebody last held the answer against its sources. */
  readonly checked: Day;
  readonly confidence: Confidence;
  /** Topics that share words with this one; not all of them have an answer. */
  readonly neighbours: readonly string[];
  /** At most three. */
  readonly next: readonly NextStep[];
  /** Short forms that people use. */
  readonly aliases: readonly string[];
}
