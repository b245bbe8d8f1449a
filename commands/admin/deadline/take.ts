import { type Context, defineCommand } from '../../../src/core/command.ts';
import { UserProblem } from '../../../src/core/errors.ts';
import { text } from '../../../src/core/options.ts';
import type { Random } from '../../../src/core/ports.ts';
import { button, buttons, paragraph, reply } from '../../../src/core/reply.ts';
import { addMilliseconds } from '../../../src/dates/calendar.ts';
import { type ImportStore, importKept } from '../../../src/letters/import-store.ts';
import type { DeadlinePorts } from '../../../src/views/choose-deadline.ts';
import { planDeadlineFile } from '../../shared/deadline-file.ts';
import { ensureCommunity } from '../../shared/here.ts';

/** The yes to a preview: what the file adds is reckoned anew from what stands now. */
export default defineCommand({
  path: 'lor-admin deadline take',
  summary: 'Take over the deadlines of the file that waits',
  examples: ['/lor-admin deadline take waiting'],
  access: 'admin',
  where: 'community',
  visibility: 'private',
  changes: true,
  hidden: true,
  options: { file: text('File', { max: 40 }) },
  async run(
    { file: id },
    context: Context<DeadlinePorts & { readonly imports: ImportStore; readonly random: Random }>,
  ) {
    const { actor, now, ports } = context;
    const { communities, imports, random, words } = ports;
    const said = words.admin.deadline;
    const next = buttons(button(said.title, 'lor-admin deadline list'));
    const waiting = await imports.find(actor.id, id);
    if (!waiting || waiting.at < addMilliseconds(now, -importKept))
      throw new UserProblem('not-found', said.fileGone, { next: [next] });
    const { added } = await planDeadlineFile(waiting.text, context);
    const community = await ensureCommunity(context);
    for (const deadline of added) await communities.addDeadline({ id: random.id(now), community, ...deadline });
    await imports.forget(actor.id);
    return reply(paragraph(added.length > 0 ? said.taken(added.length) : said.nothingToAdd), next);
  },
});
