import { type Context, defineCommand } from '../../src/core/command.ts';
import { UserProblem } from '../../src/core/errors.ts';
import { inLanguage } from '../../src/core/in-language.ts';
import { type Language, usualLanguage } from '../../src/core/language.ts';
import { choice, flag, optional, text } from '../../src/core/options.ts';
import { defaultZone, noPreferences } from '../../src/members/member.ts';
import type { Packs } from '../../src/packs/pack.ts';
import { answerReply, relatedTo } from '../../src/views/answer.ts';
import { caseOf } from '../../src/views/case.ts';
import { type OwnAnswerPorts, ownAnswerReply, ownAnswers } from '../../src/views/own-answer.ts';
import type { Words } from '../../src/words/words.ts';
import { answeredBefore, earlierLine, type InChannelPorts, noteAnswer, settingHere } from '../shared/in-channel.ts';
import { services } from '../shared/options.ts';

type SharePorts = InChannelPorts &
  OwnAnswerPorts & { readonly packs: Packs; readonly wordsIn: (language: Language) => Words };

/** What the member did not name stands nowhere in it: it never looks at anybody's settings. */
export default defineCommand({
  path: 'lor share answer',
  summary: 'Show an answer to the channel',
  examples: ['/lor share answer reuse-letter service:eras'],
  access: 'member',
  where: 'anywhere',
  visibility: 'public',
  changes: false,
  hidden: true,
  options: {
    topic: text('Topic', { max: 60 }),
    service: optional(choice('Application service', services.labels, services.aliases)),
    specialty: optional(text('Specialty', { max: 60 })),
    img: optional(flag('For international graduates')),
    reapplicant: optional(flag('For those who apply again')),
  },
  async run({ topic, ...picked }, context: Context<SharePorts>) {
    const { now, today, ports } = context;
    const { faq, packs, words } = ports;
    await requireOpenChannel(context);
    // What the community's curators wrote stands before the built-in answer, here as well.
    const own = (await ownAnswers(context)).find(({ slug }) => slug === topic);
    const answer = faq.answers.get(topic);
    // Everybody reads it: not even the language of whoever shares it shows.
    const usual = ports.wordsIn(usualLanguage);
    const about = caseOf(picked, {}, noPreferences, packs);
    const draw = own
      ? () => ownAnswerReply(own, defaultZone, { ...ports, words: usual })
      : answer && (() => answerReply(answer, about, relatedTo(answer, [], faq.answers), today, usual));
    if (!draw) throw new UserProblem('not-found', words.answers.topics.none(topic));
    const earlier = await answeredBefore(topic, context);
    if (earlier) throw new UserProblem('nothing-to-do', earlierLine(earlier, now, words));
    await noteAnswer(topic, context);
    return inLanguage(draw(), usualLanguage);
  },
});

async function requireOpenChannel(context: Context<SharePorts>): Promise<void> {
  const { channels } = context.ports.words;
  const setting = await settingHere(context);
  if (!setting) throw new UserProblem('not-legal', channels.shareOnlyInChannel);
  if (setting.mode === 'off') throw new UserProblem('not-allowed', channels.shareOff);
}
