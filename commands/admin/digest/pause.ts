import { type Context, defineCommand } from '../../../src/core/command.ts';
import { UserProblem } from '../../../src/core/errors.ts';
import { optional, text } from '../../../src/core/options.ts';
import { button, buttons, paragraph, reply } from '../../../src/core/reply.ts';
import { type DigestPorts, requireDigest, suggestDigests } from '../../../src/views/choose-digest.ts';

export default defineCommand({
  path: 'lor-admin digest pause',
  summary: 'Post nothing by a digest until you resume it',
  examples: ['/lor-admin digest pause', '/lor-admin digest pause 1'],
  access: 'admin',
  where: 'community',
  visibility: 'private',
  changes: true,
  options: { digest: optional(text('Which digest: its number', { max: 40 })) },
  suggest: { digest: suggestDigests },
  async run({ digest: typed }, context: Context<DigestPorts>) {
    const { words, digests } = context.ports;
    const said = words.admin.digest;
    const digest = await requireDigest(typed, context);
    const next = buttons(
      button(said.buttons.resume, 'lor-admin digest resume', { digest: digest.id }),
      button(said.title, 'lor-admin digest list'),
    );
    if (digest.paused) throw new UserProblem('nothing-to-do', said.alreadyPaused(digest.number), { next: [next] });
    await digests.change({ ...digest, paused: true, nextAt: null });
    return reply(paragraph(said.paused(digest.number)), next);
  },
});
