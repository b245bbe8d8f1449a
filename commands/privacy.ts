import { type Context, defineCommand } from '../src/core/command.ts';
import { bullets, heading, note, paragraph, reply } from '../src/core/reply.ts';
import type { LetterPorts } from '../src/views/choose-letter.ts';

export default defineCommand({
  path: 'lor privacy',
  summary: 'What I keep about you and who sees it',
  examples: ['/lor privacy'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: false,
  options: {},
  async run(_, { actor, ports }: Context<LetterPorts>) {
    const { privacy } = ports.words.settings;
    const writers = await ports.letters.writers(actor.id);
    const letters = await ports.letters.list(actor.id);
    return reply(
      heading(privacy.title),
      bullets(privacy.points),
      paragraph(privacy.stored(writers.length, letters.length)),
      note(privacy.operator),
    );
  },
});
