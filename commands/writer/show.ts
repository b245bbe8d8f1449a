import { type Context, defineCommand } from '../../src/core/command.ts';
import { text } from '../../src/core/options.ts';
import type { LetterPorts } from '../../src/views/choose-letter.ts';
import { requireWriter, suggestWriters } from '../../src/views/choose-writer.ts';
import { writerReply } from '../../src/views/writer.ts';

export default defineCommand({
  path: 'lor writer show',
  summary: 'One writer with their letters',
  examples: ['/lor writer show chen'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: false,
  options: { writer: text('Writer, by name', { max: 120 }) },
  suggest: { writer: suggestWriters },
  async run({ writer: typed }, context: Context<LetterPorts>) {
    const { actor, today, ports } = context;
    const writer = await requireWriter(typed, context, { path: 'lor writer show' });
    const letters = (await ports.letters.list(actor.id)).filter(({ letter }) => letter.writer === writer.id);
    return writerReply(writer, letters, today, ports.words);
  },
});
