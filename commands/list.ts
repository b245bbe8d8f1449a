import { type Context, defineCommand } from '../src/core/command.ts';
import { integer, optional, text } from '../src/core/options.ts';
import { button, buttons, heading, note, paragraph, reply } from '../src/core/reply.ts';
import { uploadDays } from '../src/letters/dates.ts';
import { letterEntry } from '../src/views/letter.ts';
import type { PagePorts } from '../src/views/letter-page.ts';
import { pageButtons, pageOf } from '../src/views/pages.ts';
import { seasonHere } from './shared/season.ts';

export default defineCommand({
  path: 'lor list',
  summary: 'Your letters, what is due first on top',
  examples: ['/lor list', '/lor list page:2', '/lor list season:2027'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: false,
  options: {
    page: optional(integer('Page', { min: 1, max: 1_000 })),
    season: optional(text('Of an earlier season: 2027', { max: 10 })),
  },
  async run({ page = 1, season }, context: Context<PagePorts>) {
    const { today, ports } = context;
    const { words, packs } = ports;
    const { letters, others, img } = await seasonHere(context, season);
    const add = button(words.letters.buttons.add, 'lor add');
    const elsewhere = [...new Set(others.map(({ letter }) => letter.season ?? ''))].filter((one) => one !== '');
    const more = elsewhere.map((one) => button(words.letters.list.ofSeason(one), 'lor list', { season: one }));
    if (letters.length === 0)
      return reply(paragraph(words.letters.noLetters), buttons({ ...add, style: 'primary' }, ...more));
    const shown = pageOf(letters, page, words);
    const uploadBy = uploadDays(img, { packs, today });
    return reply(
      heading(words.letters.list.title(letters.length)),
      ...shown.items.map((one) => letterEntry(one, today, words, uploadBy(one))),
      shown.pages > 1 && note(words.letters.list.page(page, shown.pages)),
      buttons(
        ...pageButtons({ path: 'lor list', args: season === undefined ? {} : { season } }, page, shown.pages, words),
        add,
        button(words.board.button, 'lor board'),
      ),
    );
  },
});
