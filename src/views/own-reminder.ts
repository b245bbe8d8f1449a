import { button, buttons, heading, note, type Reply, reply } from '../core/reply.ts';
import type { OwnReminder } from '../reminders/own.ts';
import type { Words } from '../words/words.ts';
import { type AboutMessage, afterwards } from './notices.ts';
import { plainBlocks } from './plain-blocks.ts';

/** A member's own text, at its time. */
export function ownReply(reminder: OwnReminder, { id, late }: AboutMessage, words: Words): Reply {
  const said = words.reminders.own;
  return reply(
    heading(said.title),
    late && note(words.reminders.notices.late),
    ...plainBlocks(reminder.text),
    note(said.why(reminder.repeats)),
    afterwards(id, words),
    buttons(
      reminder.nextAt !== null && button(said.stop, 'lor remind cancel', { reminder: reminder.id }),
      button(words.reminders.list.title, 'lor remind list'),
    ),
  );
}
