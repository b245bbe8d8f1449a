import { type Context, defineCommand } from '../../src/core/command.ts';
import { UserProblem } from '../../src/core/errors.ts';
import { choice, date, optional, text, time } from '../../src/core/options.ts';
import type { Random } from '../../src/core/ports.ts';
import { button, buttons, paragraph, reply } from '../../src/core/reply.ts';
import {
  maxOwnReminders,
  nextTime,
  type OwnReminderStore,
  ownTextLimit,
  stillToCome,
} from '../../src/reminders/own.ts';
import { refusePatientData } from '../../src/views/guard.ts';
import type { Words } from '../../src/words/words.ts';
import { aboutPatient } from '../shared/options.ts';

interface MePorts {
  readonly ownReminders: OwnReminderStore;
  readonly random: Random;
  readonly words: Words;
}

/** When nothing else is said. */
const usualTime = '09:00';

export default defineCommand({
  path: 'lor remind me',
  summary: 'Tell me something of my own at a time',
  examples: [
    '/lor remind me call the coordinator on:"next fri" at:14:00',
    '/lor remind me check ERAS on:tomorrow repeat:weekly',
  ],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  options: {
    text: text('What to tell you', { max: ownTextLimit, paragraphs: true }),
    on: date('Day'),
    at: optional(time('Time; 9:00 if left out')),
    repeat: optional(
      choice(
        'How often',
        { never: 'Once', daily: 'Every day', weekly: 'Every week', monthly: 'Every month', yearly: 'Every year' },
        { once: 'never', day: 'daily', week: 'weekly', month: 'monthly', year: 'yearly' },
      ),
    ),
    patient: aboutPatient,
  },
  async run(args, { actor, now, ports }: Context<MePorts>) {
    const { ownReminders, random, words } = ports;
    const said = words.reminders.own;
    refusePatientData({ text: args.text }, { path: 'lor remind me', args }, words);
    const mine = stillToCome(await ownReminders.list(actor.id));
    if (mine.length >= maxOwnReminders) {
      const next = [buttons(button(words.reminders.list.title, 'lor remind list'))];
      throw new UserProblem('limit-reached', said.limit(maxOwnReminders), { next });
    }
    const reminder = { day: args.on, time: args.at ?? usualTime, repeats: args.repeat ?? 'never' };
    const next = nextTime(reminder, actor.zone, now);
    if (!next) throw new UserProblem('bad-value', said.past, { option: args.at === undefined ? 'on' : 'at' });
    const { number, id } = await ownReminders.add({
      ...reminder,
      id: random.id(now),
      member: actor.id,
      text: args.text,
      nextAt: next.at,
    });
    return reply(
      paragraph(said.set(number, next.at, actor.zone)),
      buttons(
        button(said.cancel, 'lor remind cancel', { reminder: id }),
        button(words.reminders.list.title, 'lor remind list'),
      ),
    );
  },
});
