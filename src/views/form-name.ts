import type { LetterForm } from '../packs/letter-form.ts';
import type { Words } from '../words/words.ts';

/** What a form of letter is called; one that is not among `forms` goes by its id. */
export function formName(id: string, forms: readonly Pick<LetterForm, 'id' | 'name'>[], words: Words): string {
  return words.letters.formNames[id] ?? forms.find((form) => form.id === id)?.name ?? id;
}
