import { type Context, defineCommand } from '../../../src/core/command.ts';
import { text } from '../../../src/core/options.ts';
import { button, buttons, paragraph, reply } from '../../../src/core/reply.ts';
import { type CurationPorts, requireOwnAnswer, suggestOwnAnswers } from '../../../src/views/choose-answer.ts';
import { keepVersion } from '../../shared/save-answer.ts';

export default defineCommand({
  path: 'lor-admin answer retire',
  summary: 'Take back an answer of this community; its history is kept',
  examples: ['/lor-admin answer retire parking'],
  access: 'curator',
  where: 'community',
  visibility: 'private',
  changes: true,
  options: { topic: text('Which answer', { max: 60 }) },
  suggest: { topic: suggestOwnAnswers },
  async run({ topic }, context: Context<CurationPorts>) {
    const { faq, words } = context.ports;
    const said = words.curation.answer;
    const answer = await requireOwnAnswer(topic, context);
    await keepVersion(answer, answer, 'retired', context);
    return reply(
      paragraph(said.retired(answer.title)),
      faq.answers.has(answer.slug) && paragraph(said.builtInBack),
      buttons(
        button(said.buttons.history, 'lor-admin answer history', { topic: answer.slug }),
        button(said.buttons.list, 'lor-admin answer list'),
      ),
    );
  },
});
