import { type Context, defineCommand } from '../../src/core/command.ts';
import { text } from '../../src/core/options.ts';
import type { Random } from '../../src/core/ports.ts';
import type { ImportStore } from '../../src/letters/import-store.ts';
import type { DataPorts } from '../shared/data-of.ts';
import { previewFile } from '../shared/preview-file.ts';
import { waitingFile } from '../shared/waiting-file.ts';

/** Says what the columns of a waiting file are, and shows anew what it would do. */
export default defineCommand({
  path: 'lor data columns',
  summary: 'Say what the columns of a file are',
  examples: ['/lor data columns waiting columns:"2=name, 5=due"'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  hidden: true,
  options: {
    file: text('File', { max: 40 }),
    columns: text('Columns: 2=name, 5=due, 7=none', { max: 1_000 }),
  },
  async run({ file: id, columns }, context: Context<DataPorts & { random: Random; imports: ImportStore }>) {
    const waiting = await waitingFile(id, context);
    const preview = await previewFile(id, waiting.text, columns, context);
    await context.ports.imports.keep(context.actor.id, { ...waiting, columns });
    return preview;
  },
});
