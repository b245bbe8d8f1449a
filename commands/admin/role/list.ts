import type { CommunityStore } from '../../../src/communities/community.ts';
import type { GrantStore } from '../../../src/communities/grant.ts';
import { type Context, defineCommand } from '../../../src/core/command.ts';
import { bullets, button, buttons, heading, paragraph, reply } from '../../../src/core/reply.ts';
import { communityHere } from '../../../src/views/here.ts';
import type { Words } from '../../../src/words/words.ts';

interface RolePorts {
  readonly communities: CommunityStore;
  readonly grants: GrantStore;
  readonly words: Words;
}

export default defineCommand({
  path: 'lor-admin role list',
  summary: 'Who was made a curator or an admin here',
  examples: ['/lor-admin role list'],
  access: 'admin',
  where: 'community',
  visibility: 'private',
  changes: false,
  options: {},
  async run(_, context: Context<RolePorts>) {
    const { actor, ports } = context;
    const said = ports.words.curation.role;
    const here = await communityHere(context);
    const grants = here === undefined ? [] : await ports.grants.list(here);
    return reply(
      heading(said.title),
      grants.length === 0
        ? paragraph(said.none)
        : bullets(grants.map(({ account, role, at }) => said.entry(account, role, at, actor.zone))),
      buttons(
        button(said.buttons.grant, 'lor-admin role grant'),
        grants.length > 0 && button(said.buttons.revoke, 'lor-admin role revoke'),
      ),
    );
  },
});
