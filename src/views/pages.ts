import { UserProblem } from '../core/errors.ts';
import type { Call } from '../core/invocation.ts';
import { type Button, button } from '../core/reply.ts';
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
  return [
    ...(page > 1 ? [button(words.letters.list.previous, path, { ...args, page: String(page - 1) })] : []),
    ...(page < pages ? [button(words.letters.list.next, path, { ...args, page: String(page + 1) })] : []),
  ];
}
