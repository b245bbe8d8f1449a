import type { CommunityStore } from '../communities/community.ts';
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

export interface ComposePorts {
  readonly communities: CommunityStore;
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
    case 'nudge': {
      const waking = wakingMoment(zone, now);
      return waking > now ? { kind: 'later', at: waking } : nudge(payload, ports, now);
    }
  }
}

/**
 * Not wanted when the digest is gone, or when it waited past its grace: the next one says the same.
 * What a community reads together is in the usual language.
 */
async function digest(payload: DigestPayload, runAt: Instant, ports: ComposePorts, now: Instant): Promise<Composed> {
  const found = await ports.digests.get(payload.digest);
  const stands = lateness(runAt, now);
  if (!found || stands === 'too-late') return unwanted;
  const deadlines = await ports.communities.deadlines(found.community);
  const late = payload.late || stands === 'late';
  return { kind: 'message', reply: digestReply(found, deadlines, now, late, ports.wordsIn(usualLanguage)) };
}

/** Not wanted when reminders were turned off, or when no letter is missing any more or still in time. */
async function nudge({ member: id, letters }: NudgePayload, ports: ComposePorts, now: Instant): Promise<Composed> {
  const member = await ports.members.getById(id);
  if (!member?.reminders) return unwanted;
  const today = dayIn(member.zone ?? defaultZone, now);
  const found = await Promise.all(letters.map((letter) => ports.letters.find(id, letter)));
  const missing = found.filter((one) => one !== undefined).filter((one) => isMissing(one, today));
  if (missing.length === 0) return unwanted;
  const language = member.language ?? usualLanguage;
  return { kind: 'message', reply: inLanguage(nudgeReply(missing, today, ports.wordsIn(language)), language) };
}

function isMissing({ letter }: LetterWithWriter, today: Day): boolean {
  return isOutstanding(letter.stage) && letter.due !== null && letter.due >= today;
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
