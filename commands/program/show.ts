import { type Context, defineCommand } from '../../src/core/command.ts';
import { text } from '../../src/core/options.ts';
import type { LetterPorts } from '../../src/views/choose-letter.ts';
import { requireProgram, suggestPrograms } from '../../src/views/choose-program.ts';
import { programReply } from '../../src/views/program.ts';

export default defineCommand({
  path: 'lor program show',
  summary: 'One program and what goes there',
  examples: ['/lor program show mercy'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: false,
  options: { program: text('Program, by name', { max: 160 }) },
  suggest: { program: suggestPrograms },
  async run({ program: typed }, context: Context<LetterPorts>) {
    const { actor, ports } = context;
    const program = await requireProgram(typed, context, { path: 'lor program show' });
    return programReply(program, await ports.letters.list(actor.id), ports.words);
  },
});
