import { UserProblem } from '../../src/core/errors.ts';
import { isEmail } from '../../src/letters/email.ts';
import type { Closeness } from '../../src/letters/letter.ts';
import { findSpecialty } from '../../src/packs/load-packs.ts';
import type { Packs } from '../../src/packs/pack.ts';
import type { Words } from '../../src/words/words.ts';

/** Whether somebody can tell a story about the member, as people say it. */
export const closeness = {
  labels: { well: 'Yes, a specific one', somewhat: 'Perhaps', hardly: 'Hardly: they know my name' },
  aliases: { yes: 'well', maybe: 'somewhat', no: 'hardly' },
} as const satisfies { labels: Record<Closeness, string>; aliases: Record<string, Closeness> };

/** Known specialties go by their full name; others stay as they were written. */
export function specialtyName<T extends string | null | undefined>(typed: T, packs: Packs): T | string {
  return typed ? (findSpecialty(packs, typed)?.name ?? typed) : typed;
}

/** An address that a mail program takes; refused when it is none. */
export function checkEmail(typed: string | null | undefined, words: Words): void {
  if (typed && !isEmail(typed))
    throw new UserProblem('bad-value', words.writers.notAnEmail(typed), { option: 'email' });
}
