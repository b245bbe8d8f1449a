import { type Context, defineCommand } from '../../src/core/command.ts';
import { choice, optional, text, whenAsked } from '../../src/core/options.ts';
import type { Random } from '../../src/core/ports.ts';
import { button, buttons, paragraph, reply } from '../../src/core/reply.ts';
import type { Instant, Zone } from '../../src/core/time.ts';
import { addDays, addMilliseconds, atWallClock, dayIn } from '../../src/dates/calendar.ts';
import { usualHours } from '../../src/members/hours.ts';
import type { MemberStore } from '../../src/members/member.ts';
import { snoozeKey } from '../../src/reminders/snooze.ts';
import { type MessagePorts, requireMessage } from '../shared/message.ts';

type SnoozePorts = MessagePorts & { readonly random: Random; readonly members: MemberStore };

export default defineCommand({
  path: 'lor remind snooze',
  summary: 'Put the last reminder off',
  examples: ['/lor remind snooze', '/lor remind snooze tomorrow'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  options: {
    until: optional(
      choice(
        'Until when',
        { '1h': 'In 1 hour', tomorrow: 'Tomorrow', week: 'In a week' },
        { hour: '1h', '1': '1h', day: 'tomorrow', '1w': 'week' },
      ),
    ),
    message: whenAsked(optional(text('Which message; the last one if left out', { max: 40 }))),
  },
  async run({ until = 'tomorrow', message }, context: Context<SnoozePorts>) {
    const { actor, now, ports } = context;
    const { words, random, deliveries, members } = ports;
    const found = await requireMessage(message, context);
    const { hours } = await members.get(actor.id, actor.account);
    const runAt = momentOf(until, { now, zone: actor.zone, opens: (hours ?? usualHours).from });
    await deliveries.enqueue({
      id: random.id(now),
      key: snoozeKey(found.id, runAt),
      member: actor.id,
      community: null,
      target: found.target,
      zone: actor.zone,
      payload: { ...found.payload, late: false, snoozed: true },
      runAt,
    });
    return reply(
      paragraph(words.reminders.snooze.set(runAt, actor.zone)),
      buttons(button(words.reminders.list.title, 'lor remind list')),
    );
  },
});

/** In an hour by the minute; on another day when the member's hours begin. */
function momentOf(
  until: '1h' | 'tomorrow' | 'week',
  { now, zone, opens }: { readonly now: Instant; readonly zone: Zone; readonly opens: string },
): Instant {
  if (until === '1h') return addMilliseconds(now, 60 * 60_000);
  return atWallClock(addDays(dayIn(zone, now), until === 'week' ? 7 : 1), opens, zone);
}
