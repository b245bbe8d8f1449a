import { type Context, defineCommand } from '../../../src/core/command.ts';
import { optional, text } from '../../../src/core/options.ts';
import { bullets, button, buttons, heading, note, paragraph, reply } from '../../../src/core/reply.ts';
import type { PostStore } from '../../../src/reminders/posts.ts';
import { type DigestPorts, requireDigest, suggestDigests } from '../../../src/views/choose-digest.ts';

/** Posts shown; older ones stay in the database and are of no use here. */
const shown = 10;

export default defineCommand({
  path: 'lor-admin digest history',
  summary: 'The last posts of a digest, and what became of them',
  examples: ['/lor-admin digest history', '/lor-admin digest history 1'],
  access: 'admin',
  where: 'community',
  visibility: 'private',
  changes: false,
  options: { digest: optional(text('Which digest: its number', { max: 40 })) },
  suggest: { digest: suggestDigests },
  async run({ digest: typed }, context: Context<DigestPorts & { readonly posts: PostStore }>) {
    const { words, posts: store } = context.ports;
    const said = words.admin.digest;
    const digest = await requireDigest(typed, context);
    const posts = await store.of(digest.id, shown);
    return reply(
      heading(said.history(digest.number)),
      posts.length === 0 && paragraph(said.noPosts),
      posts.length > 0 && bullets(posts.map((post) => said.post(post, digest.zone))),
      posts.length === shown && note(said.onlyLast(shown)),
      buttons(
        button(said.buttons.now, 'lor-admin digest now', { digest: digest.id }),
        button(said.title, 'lor-admin digest list'),
      ),
    );
  },
});
