import { type Context, defineCommand } from '../../src/core/command.ts';
import { file, optional, text } from '../../src/core/options.ts';
import type { Random } from '../../src/core/ports.ts';
import type { ImportStore } from '../../src/letters/import-store.ts';
import type { DataPorts } from '../shared/data-of.ts';
import { previewFile } from '../shared/preview-file.ts';

/** Bytes of the largest file: the fullest account with years of history. */
const largest = 5_000_000;

export default defineCommand({
  path: 'lor data import',
  summary: 'Take in a CSV table or an export of mine',
  examples: ['/lor data import'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  options: {
    file: file('CSV or JSON file', { max: largest }),
    columns: optional(text('Columns, where I guess wrong: 2=name', { max: 1_000 })),
  },
  async run(args, context: Context<DataPorts & { random: Random; imports: ImportStore }>) {
    const { actor, now, ports } = context;
    const id = ports.random.id(now);
    const preview = await previewFile(id, args.file.text, args.columns, context);
    await ports.imports.keep(actor.id, { id, text: args.file.text, columns: args.columns ?? null, at: now });
    return preview;
  },
});
