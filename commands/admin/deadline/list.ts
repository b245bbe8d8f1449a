import { type Context, defineCommand } from '../../../src/core/command.ts';
import { button, buttons, entry, heading, paragraph, reply } from '../../../src/core/reply.ts';
import { type DeadlinePorts, deadlinesHere } from '../../../src/views/choose-deadline.ts';
import { dateLine } from '../../../src/views/digest.ts';

export default defineCommand({
  path: 'lor-admin deadline list',
  summary: 'The deadlines of this community',
  examples: ['/lor-admin deadline list'],
  access: 'admin',
  where: 'community',
  visibility: 'private',
  changes: false,
  options: {},
  async run(_, context: Context<DeadlinePorts>) {
    const { now, ports } = context;
    const { words } = ports;
    const said = words.admin.deadline;
    const all = await deadlinesHere(context);
    return reply(
      heading(said.title),
      all.length === 0 && paragraph(said.none),
      ...all.map((deadline) =>
        entry(
          said.entry(deadline.number, deadline.name),
          [dateLine(deadline, now, words)],
          [
            button(said.buttons.edit, 'lor-admin deadline edit', { deadline: deadline.id }),
            button(said.buttons.remove, 'lor-admin deadline remove', { deadline: deadline.id }, 'danger'),
          ],
        ),
      ),
      buttons(
        button(said.buttons.add, 'lor-admin deadline add'),
        button(said.buttons.import, 'lor-admin deadline import'),
      ),
    );
  },
});
