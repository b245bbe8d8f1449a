import type { Context } from '../../src/core/command.ts';
import { UserProblem } from '../../src/core/errors.ts';
import type { Choice } from '../../src/core/reply.ts';
import { findForm } from '../../src/packs/find-form.ts';
import { findSpecialty } from '../../src/packs/load-packs.ts';
import type { Packs } from '../../src/packs/pack.ts';
import { formName } from '../../src/views/form-name.ts';
import type { PagePorts } from '../../src/views/letter-page.ts';
import type { Words } from '../../src/words/words.ts';

/** The id of the form of letter that a text means, which may hang on the specialty; refused when there is none. */
export function requireForm<T extends string | null | undefined>(
  typed: T,
  specialty: string | null,
  { packs, words }: { readonly packs: Packs; readonly words: Words },
): T | string {
  if (!typed) return typed;
  const form = findForm(
    { forms: knownForms(packs, words) },
    typed,
    (specialty && findSpecialty(packs, specialty)?.id) || null,
  );
  if (!form) throw new UserProblem('bad-value', words.letters.unknownForm(typed), { option: 'form' });
  return form.id;
}

/** The forms of letter that fit what is being typed. */
export function suggestForms(typed: string, { ports }: Context<PagePorts>): readonly Choice[] {
  const wanted = typed.trim().toLowerCase();
  return knownForms(ports.packs, ports.words)
    .filter(({ id, name, aliases }) => [id, name, ...aliases].some((word) => word.toLowerCase().includes(wanted)))
    .map(({ id, name }) => ({ value: id, label: name }));
}

/** The forms as they are called in this language; the names of the packs are understood beside it. */
function knownForms({ forms }: Packs, words: Words): Packs['forms'] {
  return forms.map((form) => {
    const name = formName(form.id, forms, words);
    return name === form.name ? form : { ...form, name, aliases: [...form.aliases, form.name] };
  });
}

/** A season that some service has rules for; refused when none has. */
export function checkSeason(
  typed: string | null | undefined,
  { packs, words }: { readonly packs: Packs; readonly words: Words },
): void {
  const known = [...new Set(Object.values(packs.seasons).flatMap((seasons) => seasons.map(({ season }) => season)))];
  if (typed && !known.includes(typed))
    throw new UserProblem('bad-value', words.letters.unknownSeason(typed, known), { option: 'season' });
}
