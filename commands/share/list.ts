import { type Context, defineCommand } from '../../src/core/command.ts';
import { button, buttons, entry, heading, paragraph, person, reply } from '../../src/core/reply.ts';
import { dayIn } from '../../src/dates/calendar.ts';
import { isOpen, type ShareStore, type WatchedShare } from '../../src/letters/share.ts';
import type { Words } from '../../src/words/words.ts';

/** Shares that are shown; older ones have long ended. */
const shown = 15;

export default defineCommand({
  path: 'lor share list',
  summary: 'Who may look at your board, and who did',
  examples: ['/lor share list'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: false,
  options: {},
  async run(_, { actor, now, ports }: Context<{ shares: ShareStore; words: Words }>) {
    const { sharing } = ports.words;
    const all = await ports.shares.of(actor.id);
    const share = buttons(button(sharing.buttons.share, 'lor share with'));
    if (all.length === 0) return reply(paragraph(sharing.nobody), share);
    const lines = (one: WatchedShare) => [
      isOpen(one, now)
        ? sharing.open(dayIn(actor.zone, one.until))
        : sharing.ended(dayIn(actor.zone, one.stopped ?? one.until)),
      sharing.looked(one.views, one.lastView, actor.zone),
    ];
    return reply(
      heading(sharing.listTitle),
      ...all
        .slice(0, shown)
        .map((one) =>
          entry(
            [person(one.viewer.user)],
            lines(one),
            isOpen(one, now)
              ? [button(sharing.buttons.stop, 'lor share stop', { person: one.viewer.user }, 'danger')]
              : [],
          ),
        ),
      share,
    );
  },
});
