import { type Context, defineCommand } from '../src/core/command.ts';
import { UserProblem } from '../src/core/errors.ts';
import { choice, flag, optional, text } from '../src/core/options.ts';
import type { Faq } from '../src/faq/faq.ts';
import { noPreferences } from '../src/members/member.ts';
import type { Packs } from '../src/packs/pack.ts';
import { answerReply, relatedTo } from '../src/views/answer.ts';
import { caseOf } from '../src/views/case.ts';
import { answeredBefore, earlierLine, type InChannelPorts, noteAnswer, settingHere } from './shared/in-channel.ts';
import { services } from './shared/options.ts';

interface SharePorts extends InChannelPorts {
  readonly faq: Faq;
  readonly packs: Packs;
}

/** What the member did not name stands nowhere in it: it never looks at anybody's settings. */
export default defineCommand({
  path: 'lor share',
  summary: 'Show an answer to the channel',
  examples: ['/lor share reuse-letter service:eras'],
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
    const answer = faq.answers.get(topic);
    if (!answer) throw new UserProblem('not-found', words.answers.topics.none(topic));
    const earlier = await answeredBefore(answer.slug, context);
    if (earlier) throw new UserProblem('nothing-to-do', earlierLine(earlier, now, words));
    await noteAnswer(answer.slug, context);
    const about = caseOf(picked, {}, noPreferences, packs);
    return answerReply(answer, about, relatedTo(answer, [], faq.answers), today, words);
  },
});

async function requireOpenChannel(context: Context<SharePorts>): Promise<void> {
  const { channels } = context.ports.words;
  const setting = await settingHere(context);
  if (!setting) throw new UserProblem('not-legal', channels.shareOnlyInChannel);
  if (setting.mode === 'off') throw new UserProblem('not-allowed', channels.shareOff);
}
