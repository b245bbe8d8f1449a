import { type Context, defineCommand } from '../../src/core/command.ts';
import { UserProblem } from '../../src/core/errors.ts';
import { optional, text } from '../../src/core/options.ts';
import { button, buttons, entry, heading, paragraph, reply } from '../../src/core/reply.ts';
import { dayIn } from '../../src/dates/calendar.ts';
import type { OfferedShare, ShareStore } from '../../src/letters/share.ts';
import type { Pictures } from '../../src/pictures/pictures.ts';
import { boardOf, boardReply } from '../../src/views/board.ts';
import type { PagePorts } from '../../src/views/letter-page.ts';
import { seasonOfMember } from '../shared/season.ts';

type ViewContext = Context<PagePorts & { readonly shares: ShareStore; readonly pictures: Pictures }>;

export default defineCommand({
  path: 'lor share view',
  summary: 'Look at a board that somebody shares with you',
  examples: ['/lor share view'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  // Whoever shares it sees that it was looked at.
  changes: true,
  options: { board: optional(text('Whose board; all if left out', { max: 40 })) },
  async run({ board }, context: ViewContext) {
    const { actor, now, ports } = context;
    const { sharing } = ports.words;
    const offered = await ports.shares.openFor(actor.account, now);
    if (board !== undefined) {
      const share = offered.find(({ id }) => id === board);
      if (!share) throw new UserProblem('not-found', sharing.notShared, { next: [buttons(listButton(context))] });
      return boardOfOther(share, context);
    }
    const [only, another] = offered;
    if (!only) return reply(paragraph(sharing.noneOffered));
    if (!another) return boardOfOther(only, context);
    return reply(
      heading(sharing.offeredTitle),
      ...offered.map(({ id, owner, until }) =>
        entry(
          sharing.offered(owner.user, dayIn(actor.zone, until)),
          [],
          [button(sharing.buttons.look, 'lor share view', { board: id }, 'primary')],
        ),
      ),
    );
  },
});

function listButton({ ports }: ViewContext) {
  return button(ports.words.sharing.offeredTitle, 'lor share view');
}

/** Initials, what a letter is for, stages and dates; nothing else of a member goes onto it. */
async function boardOfOther(share: OfferedShare, { actor, now, today, ports }: ViewContext) {
  const { words, packs } = ports;
  const { letters, programs, img } = await seasonOfMember({ id: share.member, account: share.owner }, { today, ports });
  await ports.shares.noteView(share.id, now);
  const board = boardOf({ letters, programs, img, today, packs }, words, 'initials');
  const first = words.sharing.viewing(share.owner.user, dayIn(actor.zone, share.until));
  return boardReply({ ...board, title: words.board.shared }, ports, { first, own: false });
}
