import type { Context } from '../core/command.ts';
import { type Block, bullets, button, buttons, divider, type Line, paragraph } from '../core/reply.ts';
import type { LetterStore } from '../letters/letter-store.ts';
import type { DeliveryStore, LoggedDelivery } from '../reminders/deliveries.ts';
import { type NoticeRule, noticeRules } from '../reminders/notice.ts';
import type { OwnReminderStore } from '../reminders/own.ts';
import type { Words } from '../words/words.ts';

export interface UndeliveredPorts {
  readonly deliveries: DeliveryStore;
  readonly letters: Pick<LetterStore, 'list'>;
  readonly ownReminders: Pick<OwnReminderStore, 'find'>;
  readonly words: Words;
}

/** Messages that are looked through, and what is told of them. */
const looked = 30;
const shown = 8;

/**
 * What stands beside a member's next private answer when a DM could not reach them: what the one said that
 * was refused, since others wait behind it, and that DMs are tried again from now on. It is told here
 * instead, and never in a more public place.
 */
export async function undelivered({ actor, ports }: Context<UndeliveredPorts>): Promise<readonly Block[]> {
  const { deliveries, words } = ports;
  const closed = await deliveries.closedDms(actor.id);
  if (!closed) return [];
  const [missed] = (await deliveries.of(actor.id, looked))
    .filter(({ state, target }) => target.kind === 'dm' && state === 'refused')
    .toSorted((a, b) => ((a.attemptedAt ?? '') > (b.attemptedAt ?? '') ? -1 : 1));
  await deliveries.reopenDms(actor.id);
  const lines = missed ? await linesOf(missed, ports) : [];
  const said = words.reminders.undelivered;
  return [
    divider(),
    paragraph(said.title(closed.at, actor.zone)),
    ...(lines.length > 0 ? [bullets(lines.slice(0, shown))] : []),
    paragraph(said.again),
    buttons(button(words.letters.today.title, 'lor today'), button(words.reminders.turnOff, 'lor remind off')),
  ];
}

/** What a message would have said, in a line each. */
async function linesOf({ payload }: LoggedDelivery, ports: UndeliveredPorts): Promise<readonly Line[]> {
  if (payload.kind === 'own') {
    const found = await ports.ownReminders.find(payload.member, payload.reminder);
    return found ? [[found.text]] : [];
  }
  if (payload.kind !== 'notices') return [];
  const letters = await ports.letters.list(payload.member);
  return payload.keys.flatMap((key): readonly Line[] => {
    const [rule, about] = key.split(':');
    const name = letters.find(({ letter }) => letter.id === about)?.writer.name;
    return isRule(rule) ? [ports.words.reminders.undelivered.line(ports.words.reminders.about[rule], name ?? '')] : [];
  });
}

function isRule(text: string | undefined): text is NoticeRule {
  return noticeRules.some((rule) => rule === text);
}
