import { type Context, defineCommand } from '../../../src/core/command.ts';
import { UserProblem } from '../../../src/core/errors.ts';
import { optional, text } from '../../../src/core/options.ts';
import { button, buttons, note, paragraph, reply } from '../../../src/core/reply.ts';
import type { PostStore } from '../../../src/reminders/posts.ts';
import { type DigestPorts, requireDigest, suggestDigests } from '../../../src/views/choose-digest.ts';
import { nextPost } from '../../shared/next-post.ts';

export default defineCommand({
  path: 'lor-admin digest resume',
  summary: 'Let a paused digest go on',
  examples: ['/lor-admin digest resume 1'],
  access: 'admin',
  where: 'community',
  visibility: 'private',
  changes: true,
  options: { digest: optional(text('Which digest: its number', { max: 40 })) },
  suggest: { digest: suggestDigests },
  async run({ digest: typed }, context: Context<DigestPorts & { readonly posts: PostStore }>) {
    const { now, ports } = context;
    const { words, digests } = ports;
    const said = words.admin.digest;
    const digest = await requireDigest(typed, context);
    const next = buttons(button(said.title, 'lor-admin digest list'));
    if (!digest.paused) throw new UserProblem('nothing-to-do', said.notPaused(digest.number), { next: [next] });
    // What fell into the pause is not posted later.
    const nextAt = await nextPost(digest, ports.posts, now);
    await digests.change({ ...digest, paused: false, nextAt });
    return reply(paragraph(said.resumed(digest.number)), nextAt !== null && note(said.next(nextAt, digest.zone)), next);
  },
});
