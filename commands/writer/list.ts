import { type Context, defineCommand } from '../../src/core/command.ts';
import { integer, optional } from '../../src/core/options.ts';
import { button, buttons, entry, heading, line, note, paragraph, reply, strong } from '../../src/core/reply.ts';
import type { LetterPorts } from '../../src/views/choose-letter.ts';
import { pageButtons, pageOf } from '../../src/views/pages.ts';
import { writerLine } from '../../src/views/writer.ts';

export default defineCommand({
  path: 'lor writer list',
  summary: 'The people who write for you, or might',
  examples: ['/lor writer list'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: false,
  options: { page: optional(integer('Page', { min: 1, max: 1_000 })) },
  async run({ page = 1 }, { actor, today, ports }: Context<LetterPorts>) {
    const { letters, words } = ports;
    const writers = await letters.writers(actor.id);
    const add = button(words.writers.buttons.addWriter, 'lor writer add');
    if (writers.length === 0) return reply(paragraph(words.writers.none), buttons({ ...add, style: 'primary' }));
    const all = await letters.list(actor.id);
    const shown = pageOf(writers, page, words);
    return reply(
      heading(words.writers.listTitle(writers.length)),
      ...shown.items.map((writer) => {
        const number = all.filter(({ letter }) => letter.writer === writer.id).length;
        return entry(
          line`${strong(writer.name)} · ${words.writers.lettersOf(number)}`,
          writerLine(writer, today, words),
          [button(words.letters.buttons.show, 'lor writer show', { writer: writer.id })],
        );
      }),
      shown.pages > 1 && note(words.letters.list.page(page, shown.pages)),
      buttons(
        ...pageButtons({ path: 'lor writer list', args: {} }, page, shown.pages, words),
        add,
        writers.length > 1 && button(words.writers.buttons.compare, 'lor writer compare'),
      ),
    );
  },
});
