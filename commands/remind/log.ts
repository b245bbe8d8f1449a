import { type Context, defineCommand } from '../../src/core/command.ts';
import { bullets, button, buttons, heading, type Line, paragraph, reply } from '../../src/core/reply.ts';
import type { LoggedDelivery } from '../../src/reminders/deliveries.ts';
import type { Words } from '../../src/words/words.ts';
import type { MessagePorts } from '../shared/message.ts';

/** Messages that are listed. */
const shown = 20;

export default defineCommand({
  path: 'lor remind log',
  summary: 'What I sent you by myself',
  examples: ['/lor remind log'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: false,
  options: {},
  async run(_, { actor, ports }: Context<MessagePorts>) {
    const { words, deliveries } = ports;
    const said = words.reminders.log;
    const all = await deliveries.of(actor.id, shown);
    return reply(
      heading(said.title),
      all.length === 0 ? paragraph(said.none) : bullets(all.map((one) => logLine(one, words))),
      buttons(button(words.reminders.list.title, 'lor remind list')),
    );
  },
});

function logLine({ runAt, zone, payload, state, reason }: LoggedDelivery, words: Words): Line {
  const { line, what, state: states, because } = words.reminders.log;
  const kind = payload.kind === 'notices' || payload.kind === 'own' ? payload.kind : 'other';
  const told = state === 'refused' || state === 'parked' || state === 'skipped';
  return line(runAt, zone, what[kind], `${states[state]}${told && reason !== null ? because(reason) : ''}`);
}
