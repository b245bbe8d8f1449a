import type { HelperStore } from '../communities/helpers.ts';
import type { RequestPayload, SubmissionStore } from '../communities/submission.ts';
import { inLanguage } from '../core/in-language.ts';
import { type Language, usualLanguage } from '../core/language.ts';
import { heading, note, paragraph, reply } from '../core/reply.ts';
import type { Instant } from '../core/time.ts';
import { openingOn, wakingMoment } from '../members/hours.ts';
import type { MemberStore } from '../members/member.ts';
import type { Pictures } from '../pictures/pictures.ts';
import type { Rhythm } from '../reminders/agenda.ts';
import type { NoticesPayload } from '../reminders/agenda-store.ts';
import { type CohortStore, publishFigures } from '../reminders/cohort.ts';
import type { Composed, Delivery } from '../reminders/deliveries.ts';
import type { DigestPayload, DigestStore } from '../reminders/digest.ts';
import { noticesOf } from '../reminders/notices.ts';
import type { OwnPayload, OwnReminderStore } from '../reminders/own.ts';
import { lateness } from '../reminders/schedule.ts';
import { rhythmOf, type SituationPorts, situationOf } from '../reminders/situation.ts';
import type { Words } from '../words/words.ts';
import { type DatePorts, datesOf } from './dates-of.ts';
import { digestReply } from './digest.ts';
import { type AboutMessage, noticesReply } from './notices.ts';
import { ownReply } from './own-reminder.ts';
import { plainBlocks } from './plain-blocks.ts';

export interface ComposePorts extends SituationPorts, DatePorts {
  readonly pictures: Pictures;
  readonly helpers: HelperStore;
  readonly submissions: SubmissionStore;
  readonly digests: DigestStore;
  readonly cohort: CohortStore;
  readonly members: MemberStore;
  readonly ownReminders: OwnReminderStore;
  readonly wordsIn: (language: Language) => Words;
}

const unwanted: Composed = { kind: 'unwanted' };

/**
 * Writes the message of a delivery from what is true at the moment of sending. It may have waited
 * long: a digest is not posted after its grace, and nobody is written to at night.
 */
export async function compose(
  { id, payload, runAt }: Pick<Delivery, 'id' | 'payload' | 'zone' | 'runAt'>,
  ports: ComposePorts,
  now: Instant,
): Promise<Composed> {
  switch (payload.kind) {
    case 'digest':
      return digest(payload, runAt, ports, now);
    case 'request':
      return request(payload, ports);
    case 'notices':
      return notices(payload, { id, late: isLate(payload, runAt, now) }, ports, now);
    case 'own':
      return own(payload, { id, late: isLate(payload, runAt, now) }, ports, now);
  }
}

/**
 * Not wanted when the digest is gone or paused. When it waited past its grace, the next one says the same.
 * What a community reads together is in the usual language.
 */
async function digest(payload: DigestPayload, runAt: Instant, ports: ComposePorts, now: Instant): Promise<Composed> {
  const found = await ports.digests.get(payload.digest);
  const stands = lateness(runAt, now);
  if (!found || found.paused) return unwanted;
  if (stands === 'too-late') return { kind: 'too-late' };
  const dates = await datesOf(found, ports);
  const late = payload.late || stands === 'late';
  const share = found.cohort ? await publishFigures(ports.cohort, found.community, now) : undefined;
  const { pictures } = ports;
  const post = digestReply(
    { digest: found, dates, now, late, share },
    { pictures, words: ports.wordsIn(usualLanguage) },
  );
  return { kind: 'message', reply: post };
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

/**
 * Not wanted when reminders were turned off or everything in it was seen to; too late when nothing of
 * it is of use any more. What no longer stands is left out.
 */
async function notices(
  payload: NoticesPayload,
  about: AboutMessage,
  ports: ComposePorts,
  now: Instant,
): Promise<Composed> {
  const said = await ports.members.getById(payload.member);
  if (!said?.reminders) return unwanted;
  const rhythm = rhythmOf(said);
  const waking = payload.snoozed ? now : wakingMoment(rhythm.hours, rhythm.zone, now);
  if (waking > now) return { kind: 'later', at: waking };
  const paused = endOfPause(rhythm, now);
  if (paused) return { kind: 'later', at: paused };
  const situation = await situationOf(payload.member, said, ports, now);
  const standing = noticesOf(situation).filter(({ key }) => payload.keys.includes(key));
  const useful = standing.filter(({ closes }) => payload.snoozed || closes >= situation.today);
  if (useful.length === 0) return standing.length > 0 ? { kind: 'too-late' } : unwanted;
  const language = said.language ?? usualLanguage;
  const message = noticesReply(useful, situation, about, ports.wordsIn(language));
  return { kind: 'message', reply: inLanguage(message, language) };
}

/** Comes at its own time, in quiet hours too. Not wanted when its member has taken it back. */
async function own(payload: OwnPayload, about: AboutMessage, ports: ComposePorts, now: Instant): Promise<Composed> {
  const said = await ports.members.getById(payload.member);
  const found = await ports.ownReminders.find(payload.member, payload.reminder);
  if (!said || !found) return unwanted;
  const paused = endOfPause(rhythmOf(said), now);
  if (paused) return { kind: 'later', at: paused };
  const language = said.language ?? usualLanguage;
  const message = ownReply(found, about, ports.wordsIn(language));
  return { kind: 'message', reply: inLanguage(message, language) };
}

/** Whether it was planned too late already, or has waited since. */
function isLate({ late }: { readonly late: boolean }, runAt: Instant, now: Instant): boolean {
  return late || lateness(runAt, now) !== 'on-time';
}

/** When a pause that is on is over. */
function endOfPause({ zone, hours, pausedUntil }: Rhythm, now: Instant): Instant | undefined {
  if (pausedUntil === null) return undefined;
  const end = openingOn(pausedUntil, hours, zone);
  return end > now ? end : undefined;
}
