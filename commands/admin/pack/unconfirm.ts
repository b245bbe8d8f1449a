import { type Context, defineCommand } from '../../../src/core/command.ts';
import { UserProblem } from '../../../src/core/errors.ts';
import { text } from '../../../src/core/options.ts';
import { button, buttons, paragraph, reply } from '../../../src/core/reply.ts';
import { confirmedHere, type PackPorts, packName, requireDate, suggestDates } from '../../../src/views/choose-pack.ts';
import { communityHere } from '../../../src/views/here.ts';

export default defineCommand({
  path: 'lor-admin pack unconfirm',
  summary: 'Take back that you vouched for a date',
  examples: ['/lor-admin pack unconfirm eras-2028-submit'],
  access: 'admin',
  where: 'community',
  visibility: 'private',
  changes: true,
  options: { date: text('Which date, by its id', { max: 60 }) },
  suggest: { date: suggestDates },
  async run(args, context: Context<PackPorts>) {
    const { ports } = context;
    const said = ports.words.packs;
    const row = requireDate(args.date, context);
    const here = await communityHere(context);
    const next = buttons(button(said.buttons.show, 'lor-admin pack show', { pack: packName(row) }));
    const stands = (await confirmedHere(context)).some(({ date }) => date === row.id);
    if (here === undefined || !stands) throw new UserProblem('nothing-to-do', said.notConfirmed, { next: [next] });
    await ports.confirmedDates.takeBack(here, row.id);
    return reply(paragraph(said.takenBack), next);
  },
});
