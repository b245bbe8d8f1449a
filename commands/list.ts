import { type Context, defineCommand } from '../src/core/command.ts';
import { UserProblem } from '../src/core/errors.ts';
import { integer, optional } from '../src/core/options.ts';
import { button, buttons, heading, note, paragraph, reply } from '../src/core/reply.ts';
import type { LetterStore } from '../src/letters/letter-store.ts';
import { letterEntry } from '../src/views/letter.ts';
import type { Words } from '../src/words/words.ts';

const pageSize = 8;

export default defineCommand({
  path: 'lor list',
  summary: 'Your letters, what is due first on top',
  examples: ['/lor list', '/lor list page:2'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: false,
  options: { page: optional(integer('Page', { min: 1, max: 1_000 })) },
  async run({ page = 1 }, { actor, today, ports }: Context<{ letters: LetterStore; words: Words }>) {
    const { words } = ports;
    const letters = await ports.letters.list(actor.id);
    const add = button(words.letters.buttons.add, 'lor add');
    if (letters.length === 0) return reply(paragraph(words.letters.noLetters), buttons({ ...add, style: 'primary' }));
    const pages = Math.ceil(letters.length / pageSize);
    if (page > pages) throw new UserProblem('bad-value', words.letters.list.noSuchPage(pages), { option: 'page' });
    const shown = letters.slice((page - 1) * pageSize, page * pageSize);
    return reply(
      heading(words.letters.list.title(letters.length)),
      ...shown.map((one) => letterEntry(one, today, words)),
      pages > 1 && note(words.letters.list.page(page, pages)),
      buttons(
        page > 1 && button(words.letters.list.previous, 'lor list', { page: String(page - 1) }),
        page < pages && button(words.letters.list.next, 'lor list', { page: String(page + 1) }),
        add,
      ),
    );
  },
});
