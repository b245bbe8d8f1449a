import type { Call } from './invocation.ts';
import type { Language } from './language.ts';
import type { Choice } from './reply.ts';

/** One input of a form. Its value is text, as it would be typed. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly kind:
    | 'text'
    | 'paragraph'
    | 'integer'
    | 'date'
    | 'time'
    | 'choice'
    | 'flag'
    | 'channel'
    | 'person'
    | 'group';
  readonly required: boolean;
  /** The longest text it takes, in characters. */
  readonly max?: number;
  readonly choices?: readonly Choice[];
  /** What was understood so far, or how it stands today. */
  readonly value?: string;
  /** What is wrong with the value, in a sentence. */
  readonly problem?: string;
}

/**
 * A form for a command: made from its declaration, filled with what was understood. Sending it
 * runs `call` with the fields' values added to its arguments.
 */
export interface Form {
  readonly title: string;
  readonly call: Call;
  readonly fields: readonly Field[];
  /** The language of its words; English where none is said. */
  readonly language?: Language;
}
