import { defineCommand } from '../src/core/command.ts';
import { welcomePath } from '../src/core/paths.ts';
import { bullets, button, buttons, heading, paragraph, reply } from '../src/core/reply.ts';
import type { Words } from '../src/words/words.ts';

/** What the bot writes to whoever has just brought it into a community. */
export default defineCommand({
  path: welcomePath,
  summary: 'The first steps, for whoever brought me here',
  examples: ['/lor welcome'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: false,
  hidden: true,
  options: {},
  async run(_, { community, ports: { words } }: { community: string | null; ports: { words: Words } }) {
    const said = words.curation.welcome;
    return reply(
      heading(said.title),
      paragraph(said.intro),
      bullets(said.steps),
      paragraph(said.privacy),
      buttons(
        // Where the community is not known, only typing the command there helps.
        community !== null && button(said.buttons.setup, 'lor-admin setup', {}, 'primary'),
        button(said.buttons.help, 'lor help'),
        button(said.buttons.privacy, 'lor privacy'),
      ),
    );
  },
});
