import type { Context } from '../../src/core/command.ts';
import type { Random } from '../../src/core/ports.ts';
import type { Zone } from '../../src/core/time.ts';
import type { KeptReminder } from '../../src/exchange/member-data.ts';
import {
  maxOwnReminders,
  nextTime,
  type OwnReminderStore,
  ownTextLimit,
  stillToCome,
} from '../../src/reminders/own.ts';

/** Keeps reminders of a file that still have a time to come, as far as there is room for them. */
export async function keepReminders(
  reminders: readonly KeptReminder[],
  zone: Zone,
  { actor, now, ports }: Context<{ readonly ownReminders: OwnReminderStore; readonly random: Random }>,
): Promise<void> {
  const { ownReminders, random } = ports;
  const mine = stillToCome(await ownReminders.list(actor.id)).length;
  const ahead = reminders.flatMap((one) => {
    const next = one.text.length <= ownTextLimit ? nextTime(one, zone, now) : undefined;
    return next ? [{ ...one, nextAt: next.at }] : [];
  });
  for (const one of ahead.slice(0, maxOwnReminders - mine))
    await ownReminders.add({ ...one, id: random.id(now), member: actor.id });
}
