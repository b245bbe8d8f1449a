import type { Language } from '../core/language.ts';
import { en } from './en/index.ts';
import { fr } from './fr/index.ts';
import type { Words } from './words.ts';

const catalogues: Readonly<Record<Language, Words>> = { en, fr };

/** Everything the bot says by itself, in a language. */
export function wordsIn(language: Language): Words {
  return catalogues[language];
}
