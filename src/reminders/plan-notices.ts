import type { Random } from '../core/ports.ts';
import type { Instant } from '../core/time.ts';
import { dayIn } from '../dates/calendar.ts';
import { wakingMoment } from '../members/hours.ts';
import type { MemberStore } from '../members/member.ts';
import { agendaOf, missedSince, nextMoment, type Rhythm } from './agenda.ts';
import type { AgendaStore, Watched } from './agenda-store.ts';
import type { DeliveryStore, NewDelivery } from './deliveries.ts';
import type { Notice } from './notice.ts';
import { noticesOf } from './notices.ts';
import { lateness } from './schedule.ts';
import { rhythmOf, type SituationPorts, situationOf } from './situation.ts';

export interface NoticePlanPorts extends SituationPorts {
  readonly agenda: AgendaStore;
  readonly members: Pick<MemberStore, 'getById'>;
  readonly deliveries: DeliveryStore;
}

/** Puts what members are to be told into the outbox. Returns how many members were looked at. */
export async function planNotices(
  ports: NoticePlanPorts,
  now: Instant,
  random: Random,
  limit: number,
): Promise<number> {
  const watched = await ports.agenda.toLookAt(now, limit);
  for (const one of watched) await lookAt(one, ports, now, random);
  return watched.length;
}

/**
 * At the moment that was reckoned for a member, tells what is due; at any other, after they changed
 * something, only reckons it anew: what a change brings up is not told on its heels.
 */
async function lookAt(watched: Watched, ports: NoticePlanPorts, now: Instant, random: Random): Promise<void> {
  const { member, checkAt } = watched;
  const said = await ports.members.getById(member);
  if (!said) return;
  const rhythm = rhythmOf(said);
  const notices = noticesOf(await situationOf(member, said, ports, now));
  const told = new Set(await ports.agenda.told(member));
  const isDue = checkAt !== null && checkAt <= now;
  // What was due while nobody looked, and is found in quiet hours, is for when they are over.
  const at = isDue ? wakingMoment(rhythm.hours, rhythm.zone, now) : now;
  if (isDue) {
    const message = messageFor(watched, rhythm, now, random);
    const missed = missedSince(notices, told, rhythm, { since: dayIn(rhythm.zone, checkAt), now });
    for (const key of await tell({ notices, told, missed, rhythm, at }, message, ports)) told.add(key);
  }
  await ports.agenda.lookedAt(member, nextMoment(notices, told, rhythm, at));
}

type Message = (kind: string, name: string, some: readonly Notice[]) => NewDelivery;

/** A message about some notices to one member; kind and name tell it from their others, once and for all. */
function messageFor({ member, account, checkAt }: Watched, { zone }: Rhythm, now: Instant, random: Random): Message {
  const late = checkAt !== null && lateness(checkAt, now) !== 'on-time';
  return (kind, name, some) => ({
    id: random.id(now),
    key: `${kind}:${member}:${name}`,
    member,
    community: null,
    target: { kind: 'dm', account },
    zone,
    payload: { kind: 'notices', member, keys: some.map(({ key }) => key), late },
    runAt: now,
  });
}

/** Enqueues the message of the day and those that come apart, and records what was missed. Returns the keys that are told by it. */
async function tell(
  {
    notices,
    told,
    missed,
    rhythm,
    at,
  }: {
    readonly notices: readonly Notice[];
    readonly told: ReadonlySet<string>;
    readonly missed: readonly Notice[];
    readonly rhythm: Rhythm;
    readonly at: Instant;
  },
  message: Message,
  { deliveries, agenda }: NoticePlanPorts,
): Promise<readonly string[]> {
  const { day, due, apart } = agendaOf(notices, told, rhythm, at);
  const keys: string[] = [];
  const note = async ({ id, member }: NewDelivery, some: readonly Notice[]) => {
    const theirs = some.map(({ key }) => key);
    await agenda.tell(member ?? '', theirs, id);
    keys.push(...theirs);
  };
  const put = async (kind: string, name: string, some: readonly Notice[]) => {
    const delivery = message(kind, name, some);
    // Whoever had today's message hears of these tomorrow.
    if (await deliveries.enqueue(delivery)) await note(delivery, some);
  };
  if (day !== undefined && due.length > 0) await put('day', day, due);
  for (const one of apart) await put('apart', one.key, [one]);
  if (missed.length > 0) {
    const delivery = message('missed', at, missed);
    await deliveries.skip(delivery, 'missed while the bot was down');
    await note(delivery, missed);
  }
  return keys;
}
