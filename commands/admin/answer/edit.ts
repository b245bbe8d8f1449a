import { type Context, defineCommand } from '../../../src/core/command.ts';
import { clearable, optional, text } from '../../../src/core/options.ts';
import { paragraph, reply } from '../../../src/core/reply.ts';
import { type CurationPorts, requireOwnAnswer, suggestOwnAnswers } from '../../../src/views/choose-answer.ts';
import { ownAnswers } from '../../../src/views/own-answer.ts';
import { answerOptions, readContent } from '../../shared/answer-content.ts';
import { keepVersion, type SavePorts, savedReply } from '../../shared/save-answer.ts';

export default defineCommand({
  path: 'lor-admin answer edit',
  summary: 'Change an answer of this community',
  examples: ['/lor-admin answer edit parking text:"In garage C now."', '/lor-admin answer edit parking link:none'],
  access: 'curator',
  where: 'community',
  visibility: 'private',
  changes: true,
  options: {
    topic: text('Which answer', { max: 60 }),
    title: optional(answerOptions.title),
    question: optional(answerOptions.question),
    text: optional(answerOptions.text),
    aliases: clearable(answerOptions.aliases),
    link: clearable(answerOptions.link),
  },
  suggest: { topic: suggestOwnAnswers },
  async fill({ topic }, context: Context<CurationPorts>) {
    const { slug, title, question, text: said, aliases, link } = await requireOwnAnswer(topic, context);
    return { topic: slug, title, question, text: said, aliases: aliases.join(', '), ...(link !== null && { link }) };
  },
  async run({ topic, ...typed }, context: Context<SavePorts>) {
    const { words } = context.ports;
    const said = words.curation.answer;
    const before = await requireOwnAnswer(topic, context);
    const others = (await ownAnswers(context)).filter(({ id }) => id !== before.id);
    const { title = before.title, question = before.question, text: written = before.text } = typed;
    const content = readContent({ ...typed, title, question, text: written }, before, others, words);
    const { aliases, link } = before;
    const old = { title: before.title, question: before.question, text: before.text, aliases, link };
    if (JSON.stringify(content) === JSON.stringify(old)) return reply(paragraph(said.unchanged));
    const answer = await keepVersion(before, content, 'edited', context);
    return savedReply(said.edited(answer.title), answer, context.ports);
  },
});
