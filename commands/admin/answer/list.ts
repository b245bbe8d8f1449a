import { type Context, defineCommand } from '../../../src/core/command.ts';
import { UserProblem } from '../../../src/core/errors.ts';
import { integer, optional } from '../../../src/core/options.ts';
import { bullets, button, buttons, heading, inPlace, menu, note, paragraph, reply } from '../../../src/core/reply.ts';
import { dayIn } from '../../../src/dates/calendar.ts';
import type { CurationPorts } from '../../../src/views/choose-answer.ts';
import { ownAnswers } from '../../../src/views/own-answer.ts';

const pageSize = 20;

export default defineCommand({
  path: 'lor-admin answer list',
  summary: 'The answers of this community',
  examples: ['/lor-admin answer list', '/lor-admin answer list page:2'],
  access: 'curator',
  where: 'community',
  visibility: 'private',
  changes: false,
  options: { page: optional(integer('Page', { min: 1, max: 100 })) },
  async run({ page = 1 }, context: Context<CurationPorts>) {
    const { actor, ports } = context;
    const said = ports.words.curation.answer;
    const all = await ownAnswers(context);
    const pages = Math.max(1, Math.ceil(all.length / pageSize));
    if (page > pages) throw new UserProblem('bad-value', said.noSuchPage(pages), { option: 'page' });
    const shown = all.slice((page - 1) * pageSize, page * pageSize);
    const turn = (label: string, to: number) => inPlace(button(label, 'lor-admin answer list', { page: String(to) }));
    return reply(
      heading(said.title),
      shown.length === 0 && paragraph(said.none),
      shown.length > 0 &&
        bullets(shown.map(({ title, slug, changedAt }) => said.listed(title, slug, dayIn(actor.zone, changedAt)))),
      shown.length > 0 &&
        menu(
          said.pick,
          { path: 'lor-admin answer history', args: {} },
          'topic',
          shown.map(({ slug, title }) => ({ value: slug, label: title })),
        ),
      pages > 1 && note(said.page(page, pages)),
      buttons(
        page > 1 && turn(said.buttons.previous, page - 1),
        page < pages && turn(said.buttons.next, page + 1),
        button(said.buttons.add, 'lor-admin answer add'),
        button(said.buttons.pending, 'lor-admin answer pending'),
      ),
    );
  },
});
