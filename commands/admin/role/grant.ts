import type { CommunityStore } from '../../../src/communities/community.ts';
import { type GrantStore, maxGrants } from '../../../src/communities/grant.ts';
import { type Context, defineCommand } from '../../../src/core/command.ts';
import { UserProblem } from '../../../src/core/errors.ts';
import { choice, person } from '../../../src/core/options.ts';
import type { Random } from '../../../src/core/ports.ts';
import { button, buttons, note, paragraph, reply } from '../../../src/core/reply.ts';
import type { Words } from '../../../src/words/words.ts';
import { ensureCommunity } from '../../shared/here.ts';

interface RolePorts {
  readonly communities: CommunityStore;
  readonly grants: GrantStore;
  readonly random: Random;
  readonly words: Words;
}

export default defineCommand({
  path: 'lor-admin role grant',
  summary: 'Make somebody a curator or an admin here',
  examples: ['/lor-admin role grant @maya role:curator'],
  access: 'admin',
  where: 'community',
  visibility: 'private',
  changes: true,
  options: {
    user: person('Person'),
    role: choice('Role', { curator: 'Curator: answers', admin: 'Admin: everything here' }),
  },
  async run({ user, role }, context: Context<RolePorts>) {
    const { actor, now, ports } = context;
    const said = ports.words.curation.role;
    const community = await ensureCommunity(context);
    const grants = await ports.grants.list(community);
    const before = grants.find(({ account }) => account === user);
    // Who holds a granted role cannot hand on or take away what only the platform's own admins give.
    if ((role === 'admin' || before?.role === 'admin') && !actor.administrator)
      throw new UserProblem('not-allowed', said.onlyAdministrators);
    if (!before && grants.length >= maxGrants) throw new UserProblem('limit-reached', said.limit(maxGrants));
    await ports.grants.grant(community, { account: user, role, at: now });
    return reply(
      paragraph(said.granted(user, role)),
      note(said.can[role]),
      buttons(
        button(said.title, 'lor-admin role list'),
        button(said.buttons.revoke, 'lor-admin role revoke', { user }, 'danger'),
      ),
    );
  },
});
