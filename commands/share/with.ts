import { type Context, defineCommand } from '../../src/core/command.ts';
import { UserProblem } from '../../src/core/errors.ts';
import { person } from '../../src/core/options.ts';
import type { Random } from '../../src/core/ports.ts';
import { button, buttons, note, paragraph, reply } from '../../src/core/reply.ts';
import { addMilliseconds, dayIn } from '../../src/dates/calendar.ts';
import { isOpen, maxShares, type ShareStore, sharedDays } from '../../src/letters/share.ts';
import type { Words } from '../../src/words/words.ts';

const dayLength = 24 * 60 * 60_000;

export default defineCommand({
  path: 'lor share with',
  summary: 'Let one person look at your board for 30 days',
  examples: ['/lor share with @adviser'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  options: { person: person('Who may look') },
  async run({ person: user }, context: Context<{ shares: ShareStore; random: Random; words: Words }>) {
    const { actor, now, ports } = context;
    const { shares, random, words } = ports;
    const viewer = { ...actor.account, user };
    if (user === actor.account.user) {
      const next = [buttons(button(words.board.button, 'lor board'))];
      throw new UserProblem('not-legal', words.sharing.notYourself, { option: 'person', next });
    }
    const open = (await shares.of(actor.id)).filter((share) => isOpen(share, now));
    const before = open.find((share) => share.viewer.user === user);
    if (!before && open.length >= maxShares) throw new UserProblem('limit-reached', words.sharing.limit(maxShares));
    // A further thirty days take the place of what was left.
    if (before) await shares.stop(actor.id, before.id, now);
    const until = addMilliseconds(now, sharedDays * dayLength);
    const id = random.id(now);
    await shares.add({ id, member: actor.id, viewer, since: now, until, stopped: null });
    const lastDay = dayIn(actor.zone, until);
    return reply(
      paragraph(before ? words.sharing.renewed(user, lastDay) : words.sharing.shared(user, lastDay)),
      note(words.sharing.tellThem),
      buttons(
        button(words.sharing.buttons.list, 'lor share list'),
        button(words.sharing.buttons.stop, 'lor share stop', { person: user }, 'danger'),
      ),
    );
  },
});
