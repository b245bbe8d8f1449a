import { type Context, defineCommand } from '../src/core/command.ts';
import { text } from '../src/core/options.ts';
import type { Random } from '../src/core/ports.ts';
import { button, buttons, paragraph, reply } from '../src/core/reply.ts';
import type { LetterWithWriter } from '../src/letters/letter.ts';
import { removal } from '../src/letters/remove.ts';
import { type LetterPorts, requireLetter, suggestLetters } from '../src/views/choose-letter.ts';
import { undoButton } from '../src/views/letter.ts';
import { applyChange } from './shared/apply.ts';

export default defineCommand({
  path: 'lor remove',
  summary: 'Remove a letter; undo brings it back',
  examples: ['/lor remove chen'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  options: { letter: text('Letter, by its writer', { max: 120 }) },
  suggest: { letter: suggestLetters },
  async run({ letter }, context: Context<LetterPorts & { random: Random }>) {
    const { actor, ports } = context;
    const { letters, words } = ports;
    const found = await requireLetter(letter, context, { path: 'lor remove' });
    const all = await letters.list(actor.id);
    const leaves = isLeftover(found, all);
    const records = removal([found.letter], leaves ? found.writer : null, all, await letters.programs(actor.id));
    const change = await applyChange(context, 'lor remove', records);
    return reply(
      paragraph(leaves ? words.letters.removed(found.writer.name) : words.letters.removedOnly(found.writer.name)),
      buttons(undoButton(change, words), button(words.letters.buttons.list, 'lor list')),
    );
  },
});

/** The writer goes with their last letter, unless more than that letter was noted of them. */
function isLeftover({ letter, writer }: LetterWithWriter, all: readonly LetterWithWriter[]): boolean {
  const { email, notes, specialty, inUs, knows, rotationEnds } = writer;
  const noted = [email, notes, specialty, inUs, knows, rotationEnds].some((value) => value !== null);
  const others = all.filter((one) => one.letter.id !== letter.id);
  const wanted = others.some((one) => one.writer.id === writer.id || one.letter.backup?.writer === writer.id);
  return !noted && !wanted;
}
