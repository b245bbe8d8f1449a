import { type Context, defineCommand } from '../../src/core/command.ts';
import { optional, text, whenAsked } from '../../src/core/options.ts';
import { button, buttons, paragraph, reply } from '../../src/core/reply.ts';
import { snoozesOf } from '../../src/reminders/snooze.ts';
import { logged, type MessagePorts, requireMessage } from '../shared/message.ts';

export default defineCommand({
  path: 'lor remind done',
  summary: 'Be done with the last reminder',
  examples: ['/lor remind done'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  options: { message: whenAsked(optional(text('Which message; the last one if left out', { max: 40 }))) },
  async run({ message }, context: Context<MessagePorts>) {
    const { actor, ports } = context;
    const { deliveries, words } = ports;
    const found = await requireMessage(message, context);
    const all = await deliveries.of(actor.id, logged);
    // Putting a message off makes a message, which can be put off in turn.
    for (const { id, key, state } of all)
      if (state === 'pending' && key.startsWith(snoozesOf(found.id))) await deliveries.cancel(actor.id, id, 'done');
    return reply(paragraph(words.reminders.done.said), buttons(button(words.letters.buttons.list, 'lor list')));
  },
});
