import { answerLimits } from '../../src/communities/community-answer.ts';
import { type FeedbackStore, nothingNear } from '../../src/communities/feedback.ts';
import type { Submission } from '../../src/communities/submission.ts';
import { type Context, defineCommand } from '../../src/core/command.ts';
import {
  type Block,
  bullets,
  button,
  entry,
  heading,
  type Line,
  note,
  paragraph,
  reply,
  strong,
} from '../../src/core/reply.ts';
import { shorten } from '../../src/core/text.ts';
import type { Zone } from '../../src/core/time.ts';
import { addDays } from '../../src/dates/calendar.ts';
import { stalePacks } from '../../src/reminders/stale-packs.ts';
import { type CurationPorts, submissionsHere } from '../../src/views/choose-answer.ts';
import { confirmedHere, type PackPorts, packName } from '../../src/views/choose-pack.ts';
import { communityHere } from '../../src/views/here.ts';
import { ownAnswers } from '../../src/views/own-answer.ts';
import type { Words } from '../../src/words/words.ts';

const days = 30;

/** Lines of a list, and questions on one page. */
const shown = { topics: 15, questions: 8 } as const;

export default defineCommand({
  path: 'lor-admin gaps',
  summary: 'What found no answer, and what members sent',
  examples: ['/lor-admin gaps'],
  access: 'curator',
  where: 'community',
  visibility: 'private',
  changes: false,
  options: {},
  async run(_, context: Context<CurationPorts & PackPorts & { readonly feedback: FeedbackStore }>) {
    const { actor, today, ports } = context;
    const said = ports.words.curation.gaps;
    const here = await communityHere(context);
    const titles = new Map(
      [...ports.faq.answers.values(), ...(await ownAnswers(context))].map((one) => [one.slug, one.title]),
    );
    const titleOf = (topic: string) => titles.get(topic) ?? (topic === nothingNear ? said.nothingNear : topic);
    const gaps = here === undefined ? [] : await ports.feedback.gaps(here, addDays(today, -days));
    const votes = here === undefined ? [] : await ports.feedback.unhelpful(here);
    const sent = await submissionsHere('question', context);
    const stale = stalePacks(ports.packs.calendar, await confirmedHere(context), today);
    const more = sent.length - shown.questions;
    return reply(
      heading(said.title),
      paragraph([strong(said.counted(days))]),
      listed(
        gaps.map(({ topic, count }) => said.gap(titleOf(topic), count)),
        said.noGaps,
      ),
      paragraph([strong(said.unhelpful)]),
      listed(
        votes.map(({ topic, unhelpful, helped }) => said.vote(titleOf(topic), unhelpful, helped)),
        said.noVotes,
      ),
      paragraph([strong(said.sent)]),
      sent.length === 0 && paragraph(said.noSent),
      ...sent.slice(0, shown.questions).map((question) => sentEntry(question, actor.zone, ports.words)),
      more > 0 && note(said.more(more)),
      stale.length > 0 && note(ports.words.packs.staleHere(stale.map(packName))),
      note(said.note),
    );
  },
});

function listed(items: readonly Line[], none: Line): Block {
  return items.length === 0 ? paragraph(none) : bullets(items.slice(0, shown.topics));
}

/** The words, without whose they are. */
function sentEntry({ id, question, at }: Submission, zone: Zone, words: Words): Block {
  const said = words.curation.gaps;
  const path = 'lor-admin answer add';
  const known = { question: shorten(question, answerLimits.question) };
  return entry(
    [question],
    [said.sentAt(at, zone)],
    [
      { ...button(said.buttons.answer, path, known), shorter: { path, args: {} } },
      button(said.buttons.done, 'lor-admin done', { question: id }),
    ],
  );
}
