import type { MemberId } from '../core/command.ts';
import type { Account } from '../core/invocation.ts';
import type { Random } from '../core/ports.ts';
import type { Day, Instant } from '../core/time.ts';
import { dayIn } from '../dates/calendar.ts';
import { defaultZone, type Member, type MemberStore } from '../members/member.ts';
import type { DeliveryStore, NewDelivery } from './deliveries.ts';
import { nextTime, type OwnReminder, type OwnReminderStore } from './own.ts';
import { roundFrom } from './schedule.ts';

export interface OwnPlanPorts {
  readonly ownReminders: OwnReminderStore;
  readonly members: Pick<MemberStore, 'getById' | 'accountOf'>;
  readonly deliveries: DeliveryStore;
}

/** Puts members' own reminders whose moment has come into the outbox. Returns how many were looked at. */
export async function planOwn(ports: OwnPlanPorts, now: Instant, random: Random, limit: number): Promise<number> {
  const reminders = await ports.ownReminders.due(now, limit);
  for (const reminder of reminders) await planOne(ports, reminder, now, random);
  return reminders.length;
}

/** Only the latest time of several that were missed is told: the text would be the same. */
async function planOne(ports: OwnPlanPorts, reminder: OwnReminder, now: Instant, random: Random): Promise<void> {
  const { id, member, nextAt } = reminder;
  const said = await ports.members.getById(member);
  const account = await ports.members.accountOf(member);
  if (!said || !account || nextAt === null) return ports.ownReminders.setNext(id, null);
  const zone = said.zone ?? defaultZone;
  const first = { day: dayIn(zone, nextAt), at: nextAt };
  const round = roundFrom(first, (after) => nextTime(reminder, zone, after), now);
  const { post, skipped } = reminder.repeats === 'never' ? onceOnly(round, first) : round;
  const delivery = (day: Day, late: boolean) => ownDelivery(reminder, { account, zone, day, late }, now, random);
  for (const { day } of skipped) await ports.deliveries.skip(delivery(day, true), 'missed while the bot was down');
  if (post) await ports.deliveries.enqueue(delivery(post.day, post.late));
  await ports.ownReminders.setNext(id, round.nextAt ?? null);
}

/** What comes once is told however late: nothing else will say it. */
function onceOnly(
  { post, skipped }: ReturnType<typeof roundFrom>,
  first: { readonly day: Day; readonly at: Instant },
): Pick<ReturnType<typeof roundFrom>, 'post' | 'skipped'> {
  return post ? { post, skipped } : { post: { ...first, late: true }, skipped: [] };
}

function ownDelivery(
  { id, member }: OwnReminder,
  { account, zone, day, late }: { account: Account; zone: string; day: Day; late: boolean },
  now: Instant,
  random: Random,
): NewDelivery {
  return {
    id: random.id(now),
    key: `own:${id}:${day}`,
    member,
    community: null,
    target: { kind: 'dm', account },
    zone,
    payload: { kind: 'own', member, reminder: id, day, late },
    runAt: now,
  };
}

/** Counts the next times anew after a member's zone has changed: 9:00 is 9:00 where they are. */
export async function reckonOwn(
  { ownReminders }: { readonly ownReminders: OwnReminderStore },
  { id, zone }: { readonly id: MemberId; readonly zone: Member['zone'] },
  now: Instant,
): Promise<void> {
  for (const reminder of await ownReminders.list(id)) {
    if (reminder.nextAt === null || reminder.nextAt <= now) continue;
    await ownReminders.setNext(reminder.id, nextTime(reminder, zone ?? defaultZone, now)?.at ?? null);
  }
}
