import { readFileSync } from 'node:fs';
import type { Packs } from '../packs/pack.ts';
import type { Answer } from './answer.ts';
import { createFaq, type Faq } from './faq.ts';
import { loadAnswers } from './load-answers.ts';
import { loadTranslations } from './load-translations.ts';
import { learn, type Phrasing, parsePhrasings, type Understand } from './understand.ts';

/** The answers and phrasings that lie beside this file. A wrong answer file throws, with its line. */
export function loadFaq(packs: Packs): Faq {
  const answers = loadAnswers(new URL('answers/', import.meta.url), packs.rows);
  const french = loadTranslations(new URL('answers/fr/', import.meta.url), 'fr', answers, packs.rows);
  return createFaq(answers, packs, () => learnFrom('phrasings.tsv', answers), {
    answers: french,
    learned: () => learnFrom('phrasings-fr.tsv', french),
  });
}

/** The ranking of questions in one language. */
function learnFrom(file: string, answers: ReadonlyMap<string, Answer>): Understand {
  const phrasings = parsePhrasings(readFileSync(new URL(file, import.meta.url), 'utf8'));
  return learn([...phrasings, ...[...answers.values()].flatMap(ownWords)]);
}

/** An answer's own names are ways to ask for it; short as they are, each counts twice. */
function ownWords({ slug, title, question, aliases }: Answer): readonly Phrasing[] {
  return [title, question, ...aliases].flatMap((text) => [
    { topic: slug, text },
    { topic: slug, text },
  ]);
}
