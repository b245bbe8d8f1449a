import { type Context, defineCommand } from '../../src/core/command.ts';
import { UserProblem } from '../../src/core/errors.ts';
import { optional, text } from '../../src/core/options.ts';
import { button, buttons, type Choice, paragraph, reply } from '../../src/core/reply.ts';
import { shorten } from '../../src/core/text.ts';
import { type OwnReminder, type OwnReminderStore, stillToCome } from '../../src/reminders/own.ts';
import type { Words } from '../../src/words/words.ts';

type CancelContext = Context<{ ownReminders: OwnReminderStore; words: Words }>;

export default defineCommand({
  path: 'lor remind cancel',
  summary: 'Take a reminder of your own back',
  examples: ['/lor remind cancel 1'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  options: { reminder: optional(text('Which one: its number', { max: 40 })) },
  suggest: {
    async reminder(_: string, context: CancelContext): Promise<readonly Choice[]> {
      return (await standing(context)).map(({ id, number, text: what }) => {
        return { value: id, label: `#${number} ${shorten(what, 60)}` };
      });
    },
  },
  async run({ reminder: typed }, context: CancelContext) {
    const { actor, ports } = context;
    const { ownReminders, words } = ports;
    const found = await requireOwn(typed, context);
    await ownReminders.remove(actor.id, found.id);
    return reply(
      paragraph(words.reminders.own.cancelled(found.number)),
      buttons(button(words.reminders.list.title, 'lor remind list')),
    );
  },
});

async function standing({ actor, ports }: CancelContext): Promise<readonly OwnReminder[]> {
  return stillToCome(await ports.ownReminders.list(actor.id));
}

/** The reminder that a number (`1`, `#1`) or an id names; the only one when nothing is said. */
async function requireOwn(typed: string | undefined, context: CancelContext): Promise<OwnReminder> {
  const said = context.ports.words.reminders.own;
  const all = await standing(context);
  const [only] = all;
  if (typed === undefined && only && all.length === 1) return only;
  const found = all.find(
    ({ id, number }) => typed !== undefined && (id === typed || `${number}` === typed.replace('#', '')),
  );
  if (found) return found;
  if (!only) throw new UserProblem('not-found', said.none);
  if (typed === undefined) throw new UserProblem('ambiguous', said.which, { option: 'reminder' });
  throw new UserProblem('not-found', said.notFound(typed), { option: 'reminder' });
}
