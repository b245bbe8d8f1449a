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
    | 'group'
    | 'file';
  readonly required: boolean;
  /** The longest text it takes, in characters; the largest file, in bytes. */
  readonly max?: number;
  readonly choices?: readonly Choice[];
  /** What was understood so far, or how it stands today. Of a file, the file itself, as an argument has it. */
  readonly value?: string;
  /** What is wrong with the value, in a sentence. */
  readonly problem?: string;
  /** The value is not what was typed: a form that is open still has to show it. */
  readonly fresh?: true;
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
  /** What is not sent back stays as it stands. */
  readonly keeps?: true;
}

/** The fields whose values a button or an id can carry. A file is too large for it, and is attached anew. */
export function carriedFields(fields: readonly Field[]): readonly Field[] {
  return fields.filter(({ kind }) => kind !== 'file');
}
