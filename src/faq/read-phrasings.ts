import { readdirSync, readFileSync } from 'node:fs';
import { type Phrasing, parsePhrasings } from './understand/phrasing.ts';

/** The phrasings of a folder, one list for each hand that wrote them, the largest first. */
export function readPhrasings(folder: URL): readonly (readonly Phrasing[])[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.tsv'));
  const hands = names.sort().map((name) => parsePhrasings(readFileSync(new URL(name, folder), 'utf8')));
  return hands.sort((a, b) => b.length - a.length);
}
