import { type Context, defineCommand } from '../../src/core/command.ts';
import { text } from '../../src/core/options.ts';
import { button, buttons, paragraph, reply } from '../../src/core/reply.ts';
import { type CurationPorts, submissionsHere } from '../../src/views/choose-answer.ts';

export default defineCommand({
  path: 'lor-admin done',
  summary: 'Delete a question that a member sent',
  examples: ['/lor-admin done 01J'],
  access: 'curator',
  where: 'community',
  visibility: 'private',
  changes: true,
  hidden: true,
  options: { question: text('Which question', { max: 40 }) },
  async run({ question: wanted }, context: Context<CurationPorts>) {
    const { submissions, words } = context.ports;
    const said = words.curation.gaps;
    const found = (await submissionsHere('question', context)).find(({ id }) => id === wanted);
    if (found) await submissions.remove(found.community, found.id);
    return reply(paragraph(found ? said.done : said.notFound), buttons(button(said.buttons.gaps, 'lor-admin gaps')));
  },
});
