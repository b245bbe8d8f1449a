import { type Context, defineCommand } from '../../../src/core/command.ts';
import { text } from '../../../src/core/options.ts';
import { button, buttons, paragraph, reply } from '../../../src/core/reply.ts';
import { type DeadlinePorts, requireDeadline, suggestDeadlines } from '../../../src/views/choose-deadline.ts';

export default defineCommand({
  path: 'lor-admin deadline remove',
  summary: 'Remove a deadline',
  examples: ['/lor-admin deadline remove 1'],
  access: 'admin',
  where: 'community',
  visibility: 'private',
  changes: true,
  options: { deadline: text('Which deadline: its number or name', { max: 120 }) },
  suggest: { deadline: suggestDeadlines },
  async run({ deadline: typed }, context: Context<DeadlinePorts>) {
    const { words, communities } = context.ports;
    const deadline = await requireDeadline(typed, context);
    await communities.removeDeadline(deadline.community, deadline.id);
    return reply(
      paragraph(words.admin.deadline.removed(deadline.name)),
      buttons(button(words.admin.deadline.title, 'lor-admin deadline list')),
    );
  },
});
