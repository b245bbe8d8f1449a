import type { Context } from '../../src/core/command.ts';
import { UserProblem } from '../../src/core/errors.ts';
import type { DeliveryStore } from '../../src/reminders/deliveries.ts';
import { isReminding, type Reminding } from '../../src/reminders/snooze.ts';
import type { Words } from '../../src/words/words.ts';

export interface MessagePorts {
  readonly deliveries: DeliveryStore;
  readonly words: Words;
}

/** Messages that are looked through: those of more than half a year. */
export const logged = 200;

/** The member's message of an id, or the last that came. */
export async function requireMessage(
  id: string | undefined,
  { actor, ports }: Context<MessagePorts>,
): Promise<Reminding> {
  const all = (await ports.deliveries.of(actor.id, logged)).filter(isReminding);
  const came = ({ state }: Reminding) => state === 'sent' || state === 'unsure' || state === 'attempting';
  const found = id === undefined ? all.find(came) : all.find((one) => one.id === id);
  if (!found) throw new UserProblem('not-found', ports.words.reminders.snooze.nothing);
  return found;
}
