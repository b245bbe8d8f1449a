import {
  type ChannelMode,
  type ChannelSetting,
  type ChannelStore,
  channelSetting,
  maxChannels,
} from '../../src/communities/channel.ts';
import type { CommunityStore } from '../../src/communities/community.ts';
import { type Context, defineCommand } from '../../src/core/command.ts';
import { UserProblem } from '../../src/core/errors.ts';
import { channel, choice, integer, optional } from '../../src/core/options.ts';
import type { Random } from '../../src/core/ports.ts';
import { bullets, heading, line, note, paragraph, type Reply, reply } from '../../src/core/reply.ts';
import type { Words } from '../../src/words/words.ts';

interface ChannelCommandPorts {
  readonly communities: CommunityStore;
  readonly channels: ChannelStore;
  readonly readChannels: boolean;
  readonly random: Random;
  readonly words: Words;
}

const modes: Readonly<Record<ChannelMode, string>> = { off: 'Off', mention: 'Mention', auto: 'Auto' };

export default defineCommand({
  path: 'lor-admin channel',
  summary: 'Where I answer: when mentioned, by myself, or not at all',
  examples: ['/lor-admin channel', '/lor-admin channel channel:#lor-help mode:off'],
  access: 'admin',
  where: 'community',
  visibility: 'private',
  changes: true,
  options: {
    channel: optional(channel('Channel; this one if left out')),
    mode: optional(choice('What I do there', modes, { on: 'mention', automatic: 'auto' })),
    pause: optional(integer('Minutes before the same topic is answered again; 10 if left out', { min: 0, max: 1_440 })),
  },
  async run(args, context: Context<ChannelCommandPorts>) {
    const { words, readChannels } = context.ports;
    if (args.mode === undefined && args.pause === undefined) return overview(context);
    if (args.mode === 'auto' && !readChannels)
      // No form: nothing that could be filled in there would help.
      throw new UserProblem('not-legal', words.channels.settings.cannotRead);
    const before = await settingBefore(args.channel, context);
    const setting = { ...before, mode: args.mode ?? before.mode, pause: args.pause ?? before.pause };
    await save(setting, context);
    return reply(paragraph(words.channels.settings.saved), ...settingBlocks([setting], words, readChannels));
  },
});

/** How the channel is now that is to be changed: the one that was named, or this one. */
async function settingBefore(
  named: string | undefined,
  context: Context<ChannelCommandPorts>,
): Promise<ChannelSetting> {
  const { actor, community, place, ports } = context;
  const here = named === undefined ? place : ({ kind: 'channel', channel: named } as const);
  const setting = await channelSetting(ports, { account: actor.account, community, place: here });
  if (!setting) throw new UserProblem('bad-value', ports.words.channels.settings.needsChannel, { option: 'channel' });
  return setting;
}

async function save(setting: ChannelSetting, context: Context<ChannelCommandPorts>): Promise<void> {
  const { actor, community: workspace, now, ports } = context;
  const id = ports.random.id(now);
  const community = await ports.communities.ensure(actor.account.platform, workspace ?? '', id, now);
  const known = await ports.channels.list(community.id);
  if (known.length >= maxChannels && !known.some(({ channel }) => channel === setting.channel))
    throw new UserProblem('limit-reached', ports.words.channels.settings.limit(maxChannels));
  await ports.channels.set(community.id, setting);
}

async function overview({ actor, community: workspace, ports }: Context<ChannelCommandPorts>): Promise<Reply> {
  const { settings } = ports.words.channels;
  const community = await ports.communities.find(actor.account.platform, workspace ?? '');
  const all = community ? await ports.channels.list(community.id) : [];
  if (all.length === 0) return reply(heading(settings.title), paragraph(settings.none));
  return reply(
    heading(settings.title),
    ...settingBlocks(all, ports.words, ports.readChannels),
    paragraph(settings.others),
  );
}

function settingBlocks(all: readonly ChannelSetting[], words: Words, readChannels: boolean) {
  const { settings } = words.channels;
  const lines = all.map(({ channel: where, mode, pause }) =>
    settings.entry(where, line`${settings.mode[mode]}${mode === 'off' ? '' : line` ${settings.pause(pause)}`}`),
  );
  const deaf = !readChannels && all.some(({ mode }) => mode === 'auto');
  return [bullets(lines), deaf && note(settings.notReading)];
}
