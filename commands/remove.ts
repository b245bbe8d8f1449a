import { type Context, defineCommand } from '../src/core/command.ts';
import { text } from '../src/core/options.ts';
import type { Random } from '../src/core/ports.ts';
import { button, buttons, paragraph, reply } from '../src/core/reply.ts';
import type { ChangedRecord } from '../src/letters/letter.ts';
import { type LetterPorts, requireLetter, suggestLetters } from '../src/views/choose-letter.ts';
import { undoButton } from '../src/views/letter.ts';

export default defineCommand({
  path: 'lor remove',
  summary: 'Remove a letter; undo brings it back',
  examples: ['/lor remove chen'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  options: { letter: text('Letter, by the name of its writer', { max: 120 }) },
  suggest: { letter: suggestLetters },
  async run({ letter }, context: Context<LetterPorts & { random: Random }>) {
    const { actor, now, ports } = context;
    const { letters, random, words } = ports;
    const found = await requireLetter(letter, context, { path: 'lor remove' });
    const all = await letters.list(actor.id);
    const lastOfWriter = all.filter((one) => one.writer.id === found.writer.id).length === 1;
    const letterRecord: ChangedRecord = { kind: 'letter', before: found.letter, after: null };
    const writerRecord: ChangedRecord = { kind: 'writer', before: found.writer, after: null };
    const change = random.id(now);
    await letters.apply({
      id: change,
      member: actor.id,
      at: now,
      command: 'lor remove',
      records: lastOfWriter ? [letterRecord, writerRecord] : [letterRecord],
      undoes: null,
    });
    return reply(
      paragraph(words.letters.removed(found.writer.name)),
      buttons(undoButton(change, words), button(words.letters.buttons.list, 'lor list')),
    );
  },
});
