import type { CommunityStore } from '../../src/communities/community.ts';
import type { HelperStore, Helpers } from '../../src/communities/helpers.ts';
import { type Context, defineCommand } from '../../src/core/command.ts';
import { UserProblem } from '../../src/core/errors.ts';
import { channel as channelOption, clearable, group as groupOption } from '../../src/core/options.ts';
import type { Random } from '../../src/core/ports.ts';
import {
  type Block,
  button,
  buttons,
  channel,
  fact,
  facts,
  group,
  heading,
  note,
  paragraph,
  reply,
} from '../../src/core/reply.ts';
import { communityHere } from '../../src/views/here.ts';
import type { Words } from '../../src/words/words.ts';
import { ensureCommunity } from '../shared/here.ts';

interface SettingsPorts {
  readonly communities: CommunityStore;
  readonly helpers: HelperStore;
  readonly random: Random;
  readonly words: Words;
}

const nobody: Helpers = { channel: null, role: null };

export default defineCommand({
  path: 'lor-admin settings',
  summary: 'Who helps where “Ask a human” is pressed',
  examples: ['/lor-admin settings', '/lor-admin settings helpers:@helpers channel:#lor-help'],
  access: 'admin',
  where: 'community',
  visibility: 'private',
  changes: true,
  options: {
    helpers: clearable(groupOption('Role or group that is called; none for nobody')),
    channel: clearable(channelOption('Channel for their questions; none to turn it off')),
  },
  async run({ helpers, channel: where }, context: Context<SettingsPorts>) {
    const { community, ports } = context;
    const said = ports.words.curation.settings;
    // On some platforms everybody is a group, too, with the community's own id.
    if (helpers === community) throw new UserProblem('bad-value', said.notEverybody, { option: 'helpers' });
    const changed = helpers !== undefined || where !== undefined;
    const here = changed ? await ensureCommunity(context) : await communityHere(context);
    const before = here === undefined ? nobody : await ports.helpers.get(here);
    const now: Helpers = {
      channel: where === undefined ? before.channel : where,
      role: helpers === undefined ? before.role : helpers,
    };
    if (changed && here !== undefined) await ports.helpers.set(here, now);
    return reply(
      changed && paragraph(said.saved),
      heading(said.title),
      factsOf(now, ports.words),
      note(now.channel === null ? said.off : said.on),
      paragraph(said.change),
      // Where a channel or a group is picked, nobody can type that there is none.
      (now.channel ?? now.role) !== null &&
        buttons(
          now.channel !== null && button(said.buttons.off, 'lor-admin settings', { channel: 'none' }),
          now.role !== null && button(said.buttons.nobody, 'lor-admin settings', { helpers: 'none' }),
        ),
    );
  },
});

function factsOf({ channel: where, role }: Helpers, words: Words): Block {
  const said = words.curation.settings;
  return facts(
    fact(said.channel, [where === null ? said.nothing : channel(where)]),
    fact(said.helpers, [role === null ? said.nothing : group(role)]),
  );
}
