import type { Line } from './reply.ts';
import type { Day } from './time.ts';

/** Why a value could not be read. The catalogue makes a sentence of it. */
export type ValueProblem =
  | { readonly kind: 'missing' }
  | { readonly kind: 'too-long'; readonly max: number; readonly length: number }
  | { readonly kind: 'unkeepable'; readonly what: 'control' | 'override' | 'broken' }
  | { readonly kind: 'not-a-number'; readonly min: number; readonly max: number }
  | { readonly kind: 'not-a-choice'; readonly choices: readonly string[]; readonly nearest?: string }
  | { readonly kind: 'not-a-flag' }
  | { readonly kind: 'not-a-time' }
  | { readonly kind: 'not-a-channel' }
  | { readonly kind: 'not-a-date' }
  | { readonly kind: 'no-such-day'; readonly month: string; readonly days: number }
  | { readonly kind: 'two-readings'; readonly first: Day; readonly second: Day };

/**
 * The sentences that the core itself says, in one language. The catalogue in `src/words` has
 * them beside those of the commands.
 */
export interface CoreWords {
  value(label: string, typed: string, problem: ValueProblem): Line;
  incomplete(path: string): Line;
  unknownCommand(typed: string): Line;
  didYouMean: string;
  orAsk: Line;
  openForm: string;
  notAdmin(path: string): Line;
  notCurator(path: string): Line;
  onlyInCommunity(path: string): Line;
  tooFast(perMinute: number, seconds: number): Line;
  tooLong(max: number, length: number): Line;
  failed(reference: string): Line;
  outdatedButton: Line;
  help: {
    title: string;
    intro: Line;
    more(path: string): string;
    option: { required: string; optional: string };
    examples: string;
    choices(labels: readonly string[]): string;
    groups: { readonly [group: string]: string };
  };
}
