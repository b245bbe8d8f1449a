import { type Context, defineCommand } from '../../../src/core/command.ts';
import { optional } from '../../../src/core/options.ts';
import { answerOptions } from '../../shared/answer-content.ts';
import { makeAnswer, type SavePorts, savedReply } from '../../shared/save-answer.ts';

export default defineCommand({
  path: 'lor-admin answer add',
  summary: 'Write an answer of this community',
  examples: [
    '/lor-admin answer add parking title:Parking question:"Where do I park?" text:"In garage B." aliases:"garage, car"',
  ],
  access: 'curator',
  where: 'community',
  visibility: 'private',
  changes: true,
  options: {
    ...answerOptions,
    aliases: optional(answerOptions.aliases),
    link: optional(answerOptions.link),
  },
  async run(args, context: Context<SavePorts>) {
    const answer = await makeAnswer(args, 'added', context);
    return savedReply(context.ports.words.curation.answer.added(answer.title), answer, context.ports);
  },
});
