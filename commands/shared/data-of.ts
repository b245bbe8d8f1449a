import type { Context } from '../../src/core/command.ts';
import type { MemberData } from '../../src/exchange/member-data.ts';
import { type OwnReminderStore, stillToCome } from '../../src/reminders/own.ts';
import type { PagePorts } from '../../src/views/letter-page.ts';

export type DataPorts = PagePorts & { readonly ownReminders: OwnReminderStore };

/** Everything that is kept of a member, beside their accounts. */
export async function dataOf({ actor, ports }: Pick<Context<DataPorts>, 'actor' | 'ports'>): Promise<MemberData> {
  const { letters, members } = ports;
  const { id: _, account: __, ...settings } = await members.get(actor.id, actor.account);
  const own = await ports.ownReminders.list(actor.id);
  return {
    settings,
    writers: await letters.writers(actor.id),
    letters: (await letters.list(actor.id)).map(({ letter }) => letter),
    programs: await letters.programs(actor.id),
    changes: await letters.history(actor.id, 'all'),
    reminders: stillToCome(own).map(({ text, day, time, repeats }) => ({ text, day, time, repeats })),
  };
}
