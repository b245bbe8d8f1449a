import { readdirSync, readFileSync } from 'node:fs';
import type { Language } from '../core/language.ts';
import { typeset } from '../core/typeset.ts';
import { DataFileError } from '../packs/data-file.ts';
import type { Answer } from './answer.ts';
import { parseAnswer, type Rows, type Topics } from './load-answers.ts';

/**
 * Reads the answers of a folder that are written in a further language, by slug. Each must say
 * what its original says: a wrong file, or one that rests on other rows, throws a `DataFileError`.
 */
export function loadTranslations(
  folder: URL,
  language: Language,
  originals: ReadonlyMap<string, Answer>,
  rows: Rows,
): ReadonlyMap<string, Answer> {
  const topics: Topics = new Map([...originals.keys()].map((slug) => [slug, slug]));
  const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
  return new Map(
    files.sort().map((name) => {
      const slug = name.slice(0, -3);
      const original = originals.get(slug);
      if (!original) throw new DataFileError(`${language}/${name}`, 1, 'no answer of this name to translate');
      const answer = parseAnswer(slug, typeset(readFileSync(new URL(name, folder), 'utf8')), topics, rows, language);
      const different = differences(original, answer);
      if (different.length > 0)
        throw new DataFileError(`${language}/${name}`, 1, `not as in ${name}: ${different.join(', ')}`);
      return [slug, answer];
    }),
  );
}

/** What a translation has to share with its original, each under the name that a writer knows it by. */
const shared: Readonly<Record<string, (answer: Answer) => unknown>> = {
  season: ({ season }) => season,
  checked: ({ checked }) => checked,
  confidence: ({ confidence }) => confidence,
  sources: ({ sources }) => sources.map(({ url, kind }) => [url, kind]),
  neighbours: ({ neighbours }) => neighbours,
  next: ({ next }) => next.map(({ call }) => call),
  sections: ({ variants, img, reapplicant, specialties }) => [
    Object.keys(variants).sort(),
    img !== undefined,
    reapplicant !== undefined,
    [...specialties.keys()].sort(),
  ],
  tags: ({ facts }) => [...facts].sort(),
};

function differences(original: Answer, translation: Answer): readonly string[] {
  return Object.entries(shared)
    .filter(([, part]) => JSON.stringify(part(original)) !== JSON.stringify(part(translation)))
    .map(([name]) => name);
}
