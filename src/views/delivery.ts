import type { CommunityStore } from '../communities/community.ts';
import type { HelperStore } from '../communities/helpers.ts';
import type { RequestPayload, SubmissionStore } from '../communities/submission.ts';
import { inLanguage } from '../core/in-language.ts';
import { type Language, usualLanguage } from '../core/language.ts';
import { type Block, button, buttons, heading, note, paragraph, type Reply, reply } from '../core/reply.ts';
import type { Day, Instant } from '../core/time.ts';
import { dayIn } from '../dates/calendar.ts';
import type { LetterWithWriter } from '../letters/letter.ts';
import type { LetterStore } from '../letters/letter-store.ts';
import { isOutstanding } from '../letters/stages.ts';
import { defaultZone, type MemberStore } from '../members/member.ts';
import type { Composed, Delivery } from '../reminders/deliveries.ts';
import type { DigestPayload, DigestStore } from '../reminders/digest.ts';
import { type NudgePayload, wakingMoment } from '../reminders/nudge.ts';
import { lateness } from '../reminders/schedule.ts';
import type { Words } from '../words/words.ts';
import { digestReply } from './digest.ts';
import { letterEntry } from './letter.ts';
import { plainBlocks } from './plain-blocks.ts';

export interface ComposePorts {
  readonly communities: CommunityStore;
  readonly helpers: HelperStore;
  readonly submissions: SubmissionStore;
  readonly digests: DigestStore;
  readonly letters: LetterStore;
  readonly members: MemberStore;
  readonly wordsIn: (language: Language) => Words;
}

const unwanted: Composed = { kind: 'unwanted' };

/**
 * Writes the message of a delivery from what is true at the moment of sending. It may have waited
 * long: a digest is not posted after its grace, and nobody is written to at night.
 */
export async function compose(
  { payload, zone, runAt }: Pick<Delivery, 'payload' | 'zone' | 'runAt'>,
  ports: ComposePorts,
  now: Instant,
): Promise<Composed> {
  switch (payload.kind) {
    case 'digest':
      return digest(payload, runAt, ports, now);
    case 'request':
      return request(payload, ports);
    case 'nudge': {
      const waking = wakingMoment(zone, now);
      return waking > now ? { kind: 'later', at: waking } : nudge(payload, ports, now);
    }
  }
}

/**
 * Not wanted when the digest is gone. When it waited past its grace, the next one says the same.
 * What a community reads together is in the usual language.
 */
async function digest(payload: DigestPayload, runAt: Instant, ports: ComposePorts, now: Instant): Promise<Composed> {
  const found = await ports.digests.get(payload.digest);
  const stands = lateness(runAt, now);
  if (!found) return unwanted;
  if (stands === 'too-late') return { kind: 'too-late' };
  const deadlines = await ports.communities.deadlines(found.community);
  const late = payload.late || stands === 'late';
  return { kind: 'message', reply: digestReply(found, deadlines, now, late, ports.wordsIn(usualLanguage)) };
}

/** Not wanted when the member took it back. It calls the helpers, and it alone calls anybody. */
async function request({ request: id }: RequestPayload, ports: ComposePorts): Promise<Composed> {
  const found = await ports.submissions.get(id);
  if (!found) return unwanted;
  const { role } = await ports.helpers.get(found.community);
  const said = ports.wordsIn(usualLanguage).curation.human;
  const post = reply(
    heading(said.title),
    paragraph(said.from(found.account)),
    ...plainBlocks(found.question),
    role !== null && paragraph(said.calls(role)),
    note(said.why),
  );
  return { kind: 'message', reply: role === null ? post : { ...post, calls: role } };
}

/** Not wanted when reminders were turned off or no letter is missing any more; too late when none is still in time. */
async function nudge({ member: id, letters }: NudgePayload, ports: ComposePorts, now: Instant): Promise<Composed> {
  const member = await ports.members.getById(id);
  if (!member?.reminders) return unwanted;
  const today = dayIn(member.zone ?? defaultZone, now);
  const found = await Promise.all(letters.map((letter) => ports.letters.find(id, letter)));
  const missing = found.filter((one) => one !== undefined).filter(({ letter }) => isOutstanding(letter.stage));
  const inTime = missing.filter(({ letter }) => letter.due !== null && letter.due >= today);
  const language = member.language ?? usualLanguage;
  if (inTime.length > 0)
    return { kind: 'message', reply: inLanguage(nudgeReply(inTime, today, ports.wordsIn(language)), language) };
  return missing.some(({ letter }) => letter.due !== null) ? { kind: 'too-late' } : unwanted;
}

/** The one reminder that a letter is still missing. */
export function nudgeReply(missing: readonly LetterWithWriter[], today: Day, words: Words): Reply {
  const said = words.reminders.nudge;
  const entries = missing.flatMap((one): Block[] => [letterEntry(one, today, words), paragraph(advice(one, words))]);
  return reply(
    heading(said.title(missing.length)),
    ...entries,
    note(said.why),
    buttons(button(words.letters.buttons.list, 'lor list'), button(words.reminders.turnOff, 'lor remind off')),
  );
}

function advice({ letter }: LetterWithWriter, words: Words) {
  const said = words.reminders.nudge;
  if (letter.stage === 'planned') return said.notAsked;
  return letter.stage === 'asked' ? said.asked : said.waiting;
}
