import type { Refusal } from './access.ts';
import type { FileTrouble } from './attachment.ts';
import type { Language } from './language.ts';
import type { Declarations } from './localise.ts';
import type { Choice, Line } from './reply.ts';

/** Why a value could not be read. The catalogue makes a sentence of it. */
export type ValueProblem =
  | { readonly kind: 'missing' }
  | { readonly kind: 'too-long'; readonly max: number; readonly length: number }
  | { readonly kind: 'unkeepable'; readonly what: 'control' | 'override' | 'broken' }
  | { readonly kind: 'not-a-number'; readonly min: number; readonly max: number }
  | { readonly kind: 'not-a-choice'; readonly choices: readonly Choice[]; readonly nearest?: Choice }
  | { readonly kind: 'not-a-flag' }
  | { readonly kind: 'not-a-time' }
  | { readonly kind: 'not-a-channel' }
  | { readonly kind: 'not-a-person' }
  | { readonly kind: 'not-a-group' }
  /** A file is needed, and none was handed over. */
  | { readonly kind: 'no-file' }
  /** Words were typed where a file is handed over. */
  | { readonly kind: 'not-a-file' }
  /** `max`: bytes of the largest file that is taken. */
  | { readonly kind: 'bad-file'; readonly name: string; readonly trouble: FileTrouble; readonly max: number }
  | { readonly kind: 'not-a-date' }
  /** `month` is 1 to 12, `days` how many it has that year. */
  | { readonly kind: 'no-such-day'; readonly year: number; readonly month: number; readonly days: number };

/**
 * The sentences that the core itself says, in one language. The catalogue in `src/words` has
 * them beside those of the commands.
 */
export interface CoreWords {
  readonly language: Language;
  /** What the declarations say in this language; empty for the one in which they are written. */
  readonly declarations: Declarations;
  readonly value: (label: string, typed: string, problem: ValueProblem) => Line;
  readonly example: (example: string) => Line;
  readonly formOpens: (summary: string) => Line;
  readonly openForm: string;
  readonly unknownCommand: (typed: string) => Line;
  readonly didYouMean: (path: string) => Line;
  readonly askInstead: string;
  readonly showHelp: string;
  readonly refused: Readonly<Record<Refusal, (path: string) => Line>>;
  readonly tooFast: (perMinute: number, seconds: number) => Line;
  readonly busy: Line;
  readonly failed: (reference: string) => Line;
  readonly outdatedButton: Line;
  readonly help: {
    readonly title: string;
    readonly intro: Line;
    readonly groups: Readonly<Record<string, string>>;
    readonly pick: string;
    readonly usage: string;
    readonly examples: string;
    readonly required: string;
    readonly optional: string;
    /** Of an option that takes a file. */
    readonly attached: string;
    readonly oneOf: (choices: readonly Choice[]) => string;
    readonly unknown: (typed: string) => Line;
  };
}
