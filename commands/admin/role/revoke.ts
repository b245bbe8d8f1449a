import type { CommunityStore } from '../../../src/communities/community.ts';
import type { GrantStore } from '../../../src/communities/grant.ts';
import { type Context, defineCommand } from '../../../src/core/command.ts';
import { UserProblem } from '../../../src/core/errors.ts';
import { person } from '../../../src/core/options.ts';
import { button, buttons, paragraph, reply } from '../../../src/core/reply.ts';
import { communityHere } from '../../../src/views/here.ts';
import type { Words } from '../../../src/words/words.ts';

interface RolePorts {
  readonly communities: CommunityStore;
  readonly grants: GrantStore;
  readonly words: Words;
}

export default defineCommand({
  path: 'lor-admin role revoke',
  summary: 'Take back a role that was granted here',
  examples: ['/lor-admin role revoke @maya'],
  access: 'admin',
  where: 'community',
  visibility: 'private',
  changes: true,
  options: { user: person('Person') },
  async run({ user }, context: Context<RolePorts>) {
    const { actor, ports } = context;
    const said = ports.words.curation.role;
    const here = await communityHere(context);
    const found = here === undefined ? [] : await ports.grants.list(here);
    const grant = found.find(({ account }) => account === user);
    if (here === undefined || !grant) throw new UserProblem('not-found', said.notGranted(user), { option: 'user' });
    // Anybody may step back by themselves.
    if (grant.role === 'admin' && !actor.administrator && user !== actor.account.user)
      throw new UserProblem('not-allowed', said.onlyAdministrators);
    await ports.grants.revoke(here, user);
    return reply(paragraph(said.revoked(user, grant.role)), buttons(button(said.title, 'lor-admin role list')));
  },
});
