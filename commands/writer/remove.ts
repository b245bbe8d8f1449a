import { type Context, defineCommand } from '../../src/core/command.ts';
import { flag, optional, text } from '../../src/core/options.ts';
import { button, buttons, paragraph, reply } from '../../src/core/reply.ts';
import { removal } from '../../src/letters/remove.ts';
import type { LetterPorts } from '../../src/views/choose-letter.ts';
import { requireWriter, suggestWriters } from '../../src/views/choose-writer.ts';
import { undoButton } from '../../src/views/letter.ts';
import { type ApplyPorts, applyChange } from '../shared/apply.ts';

export default defineCommand({
  path: 'lor writer remove',
  summary: 'Remove a writer; undo brings them back',
  examples: ['/lor writer remove chen', '/lor writer remove chen letters:yes'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  options: {
    writer: text('Writer, by name', { max: 120 }),
    letters: optional(flag('Their letters as well?')),
  },
  suggest: { writer: suggestWriters },
  async run(args, context: Context<LetterPorts & ApplyPorts>) {
    const { actor, ports } = context;
    const { letters, words } = ports;
    const writer = await requireWriter(args.writer, context, { path: 'lor writer remove', args });
    const all = await letters.list(actor.id);
    const theirs = all.filter(({ letter }) => letter.writer === writer.id);
    if (theirs.length > 0 && args.letters !== true) {
      const sure = button(
        words.writers.removeAll(theirs.length),
        'lor writer remove',
        { writer: writer.id, letters: 'yes' },
        'danger',
      );
      const show = button(words.letters.buttons.show, 'lor writer show', { writer: writer.id });
      return reply(paragraph(words.writers.removeWith(writer.name, theirs.length)), buttons(sure, show));
    }
    const gone = theirs.map(({ letter }) => letter);
    const records = removal(gone, writer, all, await letters.programs(actor.id));
    const change = await applyChange(context, 'lor writer remove', records);
    return reply(
      paragraph(words.writers.removed(writer.name, theirs.length)),
      buttons(undoButton(change, words), button(words.writers.buttons.list, 'lor writer list')),
    );
  },
});
