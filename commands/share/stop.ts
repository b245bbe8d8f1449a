import { type Context, defineCommand } from '../../src/core/command.ts';
import { UserProblem } from '../../src/core/errors.ts';
import { person } from '../../src/core/options.ts';
import { button, buttons, paragraph, reply } from '../../src/core/reply.ts';
import { isOpen, type ShareStore } from '../../src/letters/share.ts';
import type { Words } from '../../src/words/words.ts';

export default defineCommand({
  path: 'lor share stop',
  summary: 'End somebody’s look at your board',
  examples: ['/lor share stop @adviser'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  options: { person: person('Who may no longer look') },
  async run({ person: user }, { actor, now, ports }: Context<{ shares: ShareStore; words: Words }>) {
    const { shares, words } = ports;
    const theirs = (await shares.of(actor.id)).filter((share) => isOpen(share, now) && share.viewer.user === user);
    if (theirs.length === 0) {
      const next = [buttons(button(words.sharing.buttons.list, 'lor share list'))];
      throw new UserProblem('not-found', words.sharing.notSharedWith(user), { next });
    }
    for (const share of theirs) await shares.stop(actor.id, share.id, now);
    return reply(paragraph(words.sharing.stopped(user)), buttons(button(words.sharing.buttons.list, 'lor share list')));
  },
});
