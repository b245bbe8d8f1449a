import { readFileSync } from 'node:fs';
import type { Packs } from '../packs/pack.ts';
import { createFaq, type Faq } from './faq.ts';
import { loadAnswers } from './load-answers.ts';
import { loadTranslations } from './load-translations.ts';
import { readModel } from './understand/model.ts';

/** The answers and the trained model that lie beside this file. A wrong answer file throws, with its line. */
export function loadFaq(packs: Packs): Faq {
  const answers = loadAnswers(new URL('answers/', import.meta.url), packs.rows);
  const french = loadTranslations(new URL('answers/fr/', import.meta.url), 'fr', answers, packs.rows);
  return createFaq(answers, packs, () => readModel(readFileSync(new URL('model.bin', import.meta.url))), french);
}
