import { type Context, defineCommand } from '../src/core/command.ts';
import { introduction } from '../src/core/help.ts';
import { inLanguage } from '../src/core/in-language.ts';
import type { Language } from '../src/core/language.ts';
import { choice, optional, text } from '../src/core/options.ts';
import { button, buttons, nothing, paragraph, type Reply, reply } from '../src/core/reply.ts';
import type { Answer } from '../src/faq/answer.ts';
import { holdsPrivateDetails } from '../src/faq/private-details.ts';
import { defaultZone, type MemberStore, noPreferences } from '../src/members/member.ts';
import type { Packs } from '../src/packs/pack.ts';
import { answerReply, relatedTo, unsureReply } from '../src/views/answer.ts';
import { caseOf } from '../src/views/case.ts';
import { type FeedbackPorts, furtherHelp, withVotes } from '../src/views/feedback.ts';
import { ownAnswerReply, ownAnswers, ownAnswerTo } from '../src/views/own-answer.ts';
import type { Words } from '../src/words/words.ts';
import { rememberTopic, type Understood, understandHere } from './shared/conversation.ts';
import { countGap, type GapPorts } from './shared/count-gap.ts';
import { answeredBefore, earlierLine, type InChannelPorts, noteAnswer, withShare } from './shared/in-channel.ts';
import { services } from './shared/options.ts';
import { answerArgs } from './shared/said.ts';

/** What somebody says to a bot of which they know nothing yet: no question, and no gap in the answers. */
const firstWords = /^\W*(?:help|hi|hello|hey|start|aide|bonjour|salut)\W*$/iu;

type AskPorts = InChannelPorts &
  FeedbackPorts &
  GapPorts & {
    readonly packs: Packs;
    readonly members: MemberStore;
    readonly wordsIn: (language: Language) => Words;
  };

export default defineCommand({
  path: 'lor ask',
  summary: 'Ask a question about letters',
  examples: ['/lor ask do i need 3 or 4 for IM', '/lor ask max letters per program service:carms'],
  access: 'guest',
  where: 'anywhere',
  visibility: 'private',
  // What a conversation was about is soon forgotten; of who asked nothing is kept.
  changes: false,
  options: {
    question: text('Your question', { max: 1_000, paragraphs: true }),
    service: optional(choice('Application service', services.labels, services.aliases)),
    specialty: optional(text('Specialty', { max: 60 })),
  },
  async run({ question, ...picked }, context: Context<AskPorts>) {
    const { actor, community, heard, today, ports } = context;
    const understood = await understandHere(question, context);
    const { decision, mentions } = understood;
    if (heard && holdsPrivateDetails(question)) return notHere(understood, context);
    if (decision.kind === 'silent') return nothing;
    // A question is answered in the language in which it was asked, whatever its asker's settings say.
    const language = ports.faq.asked(question) ?? actor.language;
    const here = { ...context, ports: { ...ports, words: ports.wordsIn(language) } };
    const { words } = here.ports;
    const tell = (answer: Answer) => ports.faq.told(answer, language);
    const own = ownAnswerTo(question, await ownAnswers(context), decision);
    if (!own && decision.kind === 'unsure' && firstWords.test(question)) {
      return inLanguage(introduction(words.core), language);
    }
    if (!own && decision.kind === 'unsure') {
      await countGap(decision, context);
      // What comes next does not go on from an answer before this.
      await rememberTopic('none', context);
      const nearest = decision.nearest.map(tell);
      return inLanguage(unsureReply({ nearest }, words, await furtherHelp(question, here)), language);
    }
    const builtIn = decision.kind === 'answer' ? decision.answer : undefined;
    const slug = own?.slug ?? builtIn?.slug ?? '';
    const args = answerArgs(slug, picked, mentions, ports.packs);
    const repeated = heard && !understood.goesOn && (await notAgain(slug, args, here));
    if (repeated) return inLanguage(repeated, language);
    await rememberTopic(slug, context);
    if (heard) await noteAnswer(slug, context);
    if (own) {
      // The day stands as it is anywhere else: one of the asker's zone would tell everybody where they are.
      const zone = heard ? defaultZone : actor.zone;
      const made = await withShare(ownAnswerReply(own, zone, here.ports), { topic: slug }, here);
      return inLanguage(withVotes(made, slug, community, words), language);
    }
    if (!builtIn) return nothing;
    // Everybody reads what answers a message in a channel: a member's settings stay out of it.
    const member = heard ? noPreferences : await ports.members.get(actor.id, actor.account);
    const about = caseOf(picked, mentions, member, ports.packs);
    const related = relatedTo(builtIn, decision.nearest, ports.faq.answers).map(tell);
    const made = answerReply(tell(builtIn), about, related, today, words);
    return inLanguage(withVotes(await withShare(made, args, here), slug, community, words), language);
  },
});

/** Points at the answer that the channel has had a short while ago; overheard, it says nothing at all. */
async function notAgain(topic: string, args: Readonly<Record<string, string>>, context: Context<AskPorts>) {
  const earlier = await answeredBefore(topic, context);
  if (!earlier) return undefined;
  if (context.heard?.as === 'overheard') return nothing;
  const { words } = context.ports;
  return reply(
    paragraph(earlierLine(earlier, context.now, words)),
    buttons(button(words.channels.show, 'lor topics', args)),
  );
}

/** Repeats nothing of what should not stand here, neither in words nor in what the button carries. */
function notHere({ decision }: Understood, { heard, ports }: Context<AskPorts>): Reply {
  if (heard?.as !== 'mention') return nothing;
  const { channels } = ports.words;
  const args = decision.kind === 'answer' ? { topic: decision.answer.slug } : {};
  return reply(
    paragraph(channels.betterPrivately),
    buttons(button(channels.openPrivately, 'lor privately', args, 'primary')),
  );
}
