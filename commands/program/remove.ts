import { type Context, defineCommand } from '../../src/core/command.ts';
import { text } from '../../src/core/options.ts';
import { button, buttons, paragraph, reply } from '../../src/core/reply.ts';
import type { LetterPorts } from '../../src/views/choose-letter.ts';
import { requireProgram, suggestPrograms } from '../../src/views/choose-program.ts';
import { undoButton } from '../../src/views/letter.ts';
import { type ApplyPorts, applyChange } from '../shared/apply.ts';

export default defineCommand({
  path: 'lor program remove',
  summary: 'Remove a program; undo brings it back',
  examples: ['/lor program remove mercy'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  options: { program: text('Program, by name', { max: 160 }) },
  suggest: { program: suggestPrograms },
  async run({ program: typed }, context: Context<LetterPorts & ApplyPorts>) {
    const { words } = context.ports;
    const before = await requireProgram(typed, context, { path: 'lor program remove' });
    const change = await applyChange(context, 'lor program remove', [{ kind: 'program', before, after: null }]);
    return reply(
      paragraph(words.programs.removed(before.name)),
      buttons(undoButton(change, words), button(words.programs.buttons.list, 'lor program list')),
    );
  },
});
