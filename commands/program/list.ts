import { type Context, defineCommand } from '../../src/core/command.ts';
import { integer, optional } from '../../src/core/options.ts';
import { button, buttons, heading, note, paragraph, reply } from '../../src/core/reply.ts';
import type { LetterPorts } from '../../src/views/choose-letter.ts';
import { pageButtons, pageOf } from '../../src/views/pages.ts';
import { programEntry } from '../../src/views/program.ts';

export default defineCommand({
  path: 'lor program list',
  summary: 'Your programs and the letters that go there',
  examples: ['/lor program list'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: false,
  options: { page: optional(integer('Page', { min: 1, max: 1_000 })) },
  async run({ page = 1 }, { actor, ports }: Context<LetterPorts>) {
    const { letters, words } = ports;
    const programs = await letters.programs(actor.id);
    const add = button(words.programs.buttons.add, 'lor program add');
    if (programs.length === 0) return reply(paragraph(words.programs.none), buttons({ ...add, style: 'primary' }));
    const shown = pageOf(programs, page, words);
    return reply(
      heading(words.programs.listTitle(programs.length)),
      ...shown.items.map((program) => programEntry(program, words)),
      shown.pages > 1 && note(words.letters.list.page(page, shown.pages)),
      buttons(
        ...pageButtons({ path: 'lor program list', args: {} }, page, shown.pages, words),
        button(words.programs.buttons.propose, 'lor program propose'),
        add,
      ),
    );
  },
});
