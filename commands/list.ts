import { type Context, defineCommand } from '../src/core/command.ts';
import { integer, optional, text } from '../src/core/options.ts';
import { button, buttons, heading, note, paragraph, reply } from '../src/core/reply.ts';
import { uploadDays } from '../src/letters/dates.ts';
import type { LetterWithWriter } from '../src/letters/letter.ts';
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
    season: optional(text('Of an earlier season, such as 2027', { max: 10 })),
  },
  async run({ page = 1, season }, context: Context<PagePorts>) {
    const { today, ports } = context;
    const { words, packs } = ports;
    const said = words.letters.list;
    const { letters, others, img, own, season: listed } = await seasonHere(context, season);
    const add = button(words.letters.buttons.add, 'lor add');
    const elsewhere = own
      ? seasonsOf(others).map((one) => button(said.ofSeason(one), 'lor list', { season: one }))
      : [button(words.letters.buttons.list, 'lor list')];
    if (letters.length === 0 && !own) return reply(paragraph(said.noneOf(listed)), buttons(...elsewhere));
    if (letters.length === 0)
      return reply(paragraph(words.letters.noLetters), buttons({ ...add, style: 'primary' }, ...elsewhere));
    const shown = pageOf(letters, page, words);
    const uploadBy = uploadDays(img, { packs, today });
    return reply(
      heading(own ? said.title(letters.length) : said.titleOf(letters.length, listed)),
      ...shown.items.map((one) => letterEntry(one, today, words, uploadBy(one))),
      shown.pages > 1 && note(words.letters.list.page(page, shown.pages)),
      buttons(
        ...pageButtons({ path: 'lor list', args: season === undefined ? {} : { season } }, page, shown.pages, words),
        own && add,
        own && button(words.board.button, 'lor board'),
        ...elsewhere,
      ),
    );
  },
});

/** The seasons that letters belong to, the latest first. */
function seasonsOf(letters: readonly LetterWithWriter[]): readonly string[] {
  const named = letters.flatMap(({ letter }) => (letter.season === null ? [] : [letter.season]));
  return [...new Set(named)].toSorted().toReversed();
}
