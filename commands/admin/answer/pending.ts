import { type Context, defineCommand } from '../../../src/core/command.ts';
import { button, buttons, entry, heading, note, paragraph, reply } from '../../../src/core/reply.ts';
import { type CurationPorts, submissionsHere } from '../../../src/views/choose-answer.ts';

/** Proposals on one page, the oldest first; texts are long. */
const shownAtOnce = 5;

export default defineCommand({
  path: 'lor-admin answer pending',
  summary: 'Answers that members suggested',
  examples: ['/lor-admin answer pending'],
  access: 'curator',
  where: 'community',
  visibility: 'private',
  changes: false,
  options: {},
  async run(_, context: Context<CurationPorts>) {
    const { actor, ports } = context;
    const said = ports.words.curation.proposal;
    const all = await submissionsHere('proposal', context);
    const more = all.length - shownAtOnce;
    return reply(
      heading(said.title),
      all.length === 0 && paragraph(said.none),
      ...all
        .slice(0, shownAtOnce)
        .map(({ id, number, question, text, account, at }) =>
          entry(
            said.entry(number, question),
            [[text ?? ''], said.by(account, at, actor.zone)],
            [
              button(said.buttons.approve, 'lor-admin answer approve', { proposal: id }, 'primary'),
              button(said.buttons.reject, 'lor-admin answer reject', { proposal: id }, 'danger'),
            ],
          ),
        ),
      more > 0 && note(said.more(more)),
      buttons(button(ports.words.curation.answer.buttons.list, 'lor-admin answer list')),
    );
  },
});
