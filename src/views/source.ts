import { type Block, joinLines, type Line, line, link, note } from '../core/reply.ts';
import type { Packs } from '../packs/pack.ts';
import type { Words } from '../words/words.ts';

/** The first page that a row rests on, as a link; nothing where it is common advice. */
export function sourceLink(row: string | null, { rows }: Packs, words: Words): Line {
  const page = row === null ? undefined : rows.get(row)?.sources[0];
  return page === undefined ? [] : [link(words.checks.source, page)];
}

/** Where a rule comes from in full: its pages, the season that they speak about, and how sure that is. */
export function sourceNote(row: string, { rows }: Packs, words: Words): Block | false {
  const fact = rows.get(row);
  if (!fact || fact.confidence === 'unconfirmed') return false;
  const pages = fact.sources.map((url): Line => [link(new URL(url).hostname, url)]);
  const { sources, checked, confidence } = words.answers;
  return note(
    line`${sources} ${pages.length > 0 ? joinLines(pages, '; ') : words.checks.advice}. ${checked(fact.season ?? '', fact.checked)} ${confidence[fact.confidence]}`,
  );
}
