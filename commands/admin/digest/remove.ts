import { type Context, defineCommand } from '../../../src/core/command.ts';
import { text } from '../../../src/core/options.ts';
import { button, buttons, paragraph, reply } from '../../../src/core/reply.ts';
import { type DigestPorts, requireDigest, suggestDigests } from '../../../src/views/choose-digest.ts';

export default defineCommand({
  path: 'lor-admin digest remove',
  summary: 'Remove a digest; nothing more is posted by it',
  examples: ['/lor-admin digest remove 1'],
  access: 'admin',
  where: 'community',
  visibility: 'private',
  changes: true,
  options: { digest: text('Which digest: its number', { max: 40 }) },
  suggest: { digest: suggestDigests },
  async run({ digest: typed }, context: Context<DigestPorts>) {
    const { words, digests } = context.ports;
    const digest = await requireDigest(typed, context);
    await digests.remove(digest.community, digest.id);
    return reply(
      paragraph(words.admin.digest.removed(digest.number)),
      buttons(button(words.admin.digest.title, 'lor-admin digest list')),
    );
  },
});
