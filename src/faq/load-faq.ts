import { readFileSync } from 'node:fs';
import type { Packs } from '../packs/pack.ts';
import { createFaq, type Faq } from './faq.ts';
import { loadAnswers } from './load-answers.ts';
import { learn, parsePhrasings } from './understand.ts';

/** The answers and phrasings that lie beside this file. A wrong answer file throws, with its line. */
export function loadFaq(packs: Packs): Faq {
  const answers = loadAnswers(new URL('answers/', import.meta.url));
  const phrasings = () => parsePhrasings(readFileSync(new URL('phrasings.tsv', import.meta.url), 'utf8'));
  return createFaq(answers, packs, () => learn(phrasings()));
}
