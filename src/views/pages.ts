import { UserProblem } from '../core/errors.ts';
import type { Call } from '../core/invocation.ts';
import { type Button, button, inPlace } from '../core/reply.ts';
import type { Words } from '../words/words.ts';

/** Entries on one page of a list. */
const pageSize = 8;

/** One page of a list; refused when there is none of that number. */
export function pageOf<T>(
  all: readonly T[],
  page: number,
  words: Words,
): { readonly items: readonly T[]; readonly pages: number } {
  const pages = Math.max(1, Math.ceil(all.length / pageSize));
  if (page > pages) throw new UserProblem('bad-value', words.letters.list.noSuchPage(pages), { option: 'page' });
  return { items: all.slice((page - 1) * pageSize, page * pageSize), pages };
}

/** The ways to the neighbours of a page. */
export function pageButtons({ path, args }: Call, page: number, pages: number, words: Words): readonly Button[] {
  const to = (label: string, number: number) => inPlace(button(label, path, { ...args, page: String(number) }));
  return [
    ...(page > 1 ? [to(words.letters.list.previous, page - 1)] : []),
    ...(page < pages ? [to(words.letters.list.next, page + 1)] : []),
  ];
}
