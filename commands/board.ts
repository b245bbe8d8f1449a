import { type Context, defineCommand } from '../src/core/command.ts';
import { UserProblem } from '../src/core/errors.ts';
import { flag, optional } from '../src/core/options.ts';
import { button, buttons } from '../src/core/reply.ts';
import type { Pictures } from '../src/pictures/pictures.ts';
import { boardOf, boardReply } from '../src/views/board.ts';
import type { PagePorts } from '../src/views/letter-page.ts';
import { seasonHere } from './shared/season.ts';

export default defineCommand({
  path: 'lor board',
  summary: 'All your letters as a picture and in words',
  examples: ['/lor board', '/lor board initials:yes'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: false,
  options: { initials: optional(flag('Initials in the place of names?')) },
  async run({ initials }, context: Context<PagePorts & { pictures: Pictures }>) {
    const { today, ports } = context;
    const { words, packs } = ports;
    const { letters, programs, img } = await seasonHere(context);
    if (letters.length === 0) {
      const next = [buttons(button(words.letters.buttons.add, 'lor add', {}, 'primary'))];
      throw new UserProblem('nothing-to-do', words.board.empty, { next });
    }
    const only = initials ? 'initials' : 'names';
    const board = boardOf({ letters, programs, img, today, packs }, words, only);
    return boardReply(board, ports, { own: true, ...(initials && { note: words.board.initials }) });
  },
});
