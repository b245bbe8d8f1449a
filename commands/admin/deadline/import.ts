import { type Context, defineCommand } from '../../../src/core/command.ts';
import { file } from '../../../src/core/options.ts';
import type { Random } from '../../../src/core/ports.ts';
import { bullets, button, buttons, heading, note, paragraph, reply } from '../../../src/core/reply.ts';
import type { ImportStore } from '../../../src/letters/import-store.ts';
import type { DeadlinePorts } from '../../../src/views/choose-deadline.ts';
import { dateLine } from '../../../src/views/digest.ts';
import { planDeadlineFile } from '../../shared/deadline-file.ts';

/** Bytes of the largest file: hundreds of entries with long descriptions. */
const largest = 500_000;

/** Lines shown of each list before the rest is only counted. */
const shown = 15;

export default defineCommand({
  path: 'lor-admin deadline import',
  summary: 'Take deadlines over from a calendar file',
  examples: ['/lor-admin deadline import'],
  access: 'admin',
  where: 'community',
  visibility: 'private',
  changes: true,
  options: { file: file('Calendar file (.ics)', { max: largest }) },
  async run(args, context: Context<DeadlinePorts & { readonly imports: ImportStore; readonly random: Random }>) {
    const { actor, now, ports } = context;
    const { words } = ports;
    const said = words.admin.deadline;
    const { added, left } = await planDeadlineFile(args.file.text, context);
    const id = ports.random.id(now);
    if (added.length > 0) await ports.imports.keep(actor.id, { id, text: args.file.text, columns: null, at: now });
    const rest = [added.length - shown, left.length - shown].map((number) => Math.max(0, number));
    return reply(
      heading(said.importTitle),
      paragraph(added.length > 0 ? said.wouldAdd(added.length) : said.nothingToAdd),
      added.length > 0 && bullets(added.slice(0, shown).map((one) => dateLine(one, now, words))),
      (rest[0] ?? 0) > 0 && note(said.more(rest[0] ?? 0)),
      left.length > 0 && paragraph(said.leftOut(left.length)),
      left.length > 0 && bullets(left.slice(0, shown).map(({ name, why }) => said.left(name, why))),
      (rest[1] ?? 0) > 0 && note(said.more(rest[1] ?? 0)),
      added.length > 0 && note(said.waits),
      buttons(
        added.length > 0 && button(said.buttons.take(added.length), 'lor-admin deadline take', { file: id }, 'primary'),
        button(said.title, 'lor-admin deadline list'),
      ),
    );
  },
});
