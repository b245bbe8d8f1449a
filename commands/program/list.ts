import { type Context, defineCommand } from '../../src/core/command.ts';
import { integer, optional } from '../../src/core/options.ts';
import { button, buttons, heading, note, paragraph, reply } from '../../src/core/reply.ts';
import { isOfSeason } from '../../src/letters/season.ts';
import type { PagePorts } from '../../src/views/letter-page.ts';
import { pageButtons, pageOf } from '../../src/views/pages.ts';
import { programEntry } from '../../src/views/program.ts';
import { seasonHere } from '../shared/season.ts';

export default defineCommand({
  path: 'lor program list',
  summary: 'Your programs and the letters that go there',
  examples: ['/lor program list'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: false,
  options: { page: optional(integer('Page', { min: 1, max: 1_000 })) },
  async run({ page = 1 }, context: Context<PagePorts>) {
    const { actor, ports } = context;
    const { letters, words } = ports;
    const { programs: here, season } = await seasonHere(context);
    const all = await letters.programs(actor.id);
    const programs = [...here, ...all.filter((program) => !isOfSeason(program, season))];
    const add = button(words.programs.buttons.add, 'lor program add');
    if (programs.length === 0) return reply(paragraph(words.programs.none), buttons({ ...add, style: 'primary' }));
    const shown = pageOf(programs, page, words);
    return reply(
      heading(words.programs.listTitle(programs.length)),
      ...shown.items.map((program) => programEntry(program, words, season)),
      shown.pages > 1 && note(words.letters.list.page(page, shown.pages)),
      buttons(
        ...pageButtons({ path: 'lor program list', args: {} }, page, shown.pages, words),
        button(words.programs.buttons.propose, 'lor program propose'),
        add,
      ),
    );
  },
});
