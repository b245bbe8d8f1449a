import type { Invocation } from '../core/invocation.ts';
import type { CommunityStore } from './community.ts';

/**
 * What the bot does with messages in a channel. `off`: it says nothing there, whoever names it;
 * `mention`: it answers who names it; `auto`: also plain questions, when it is sure.
 */
export type ChannelMode = 'off' | 'mention' | 'auto';

/** How a community wants one of its channels. */
export interface ChannelSetting {
  /** The platform's id. */
  readonly channel: string;
  readonly mode: ChannelMode;
  /** Minutes in which the same topic is not answered a second time there; 0 is no pause. */
  readonly pause: number;
}

/** How a channel is of which nobody has said anything. */
export const usualChannel = { mode: 'mention', pause: 10 } as const;

/** The most that one community keeps, named in the refusal. */
export const maxChannels = 500;

export interface ChannelStore {
  /** What was set in a community, in the order of the channels' ids. */
  list(community: string): Promise<readonly ChannelSetting[]>;
  get(community: string, channel: string): Promise<ChannelSetting | undefined>;
  /** Sets a channel, in the place of what was set before. */
  set(community: string, setting: ChannelSetting): Promise<void>;
}

/** What is needed to know how a channel is. */
export interface ChannelPorts {
  readonly communities: Pick<CommunityStore, 'find'>;
  readonly channels: Pick<ChannelStore, 'get'>;
}

/** Where something was said, as invocations and contexts have it. */
type Said = Pick<Invocation, 'community' | 'place'> & { readonly account: Pick<Invocation['account'], 'platform'> };

/** How the channel is in which something was said; `undefined` outside of channels. */
export async function channelSetting(ports: ChannelPorts, said: Said): Promise<ChannelSetting | undefined> {
  const { account, community: workspace, place } = said;
  if (place.kind !== 'channel') return undefined;
  const community = workspace === null ? undefined : await ports.communities.find(account.platform, workspace);
  const set = community && (await ports.channels.get(community.id, place.channel));
  return set ?? { channel: place.channel, ...usualChannel };
}

/** Whether what was heard in a channel may be answered there. */
export async function mayAnswer(ports: ChannelPorts, invocation: Invocation): Promise<boolean> {
  const setting = await channelSetting(ports, invocation);
  if (!invocation.heard || !setting) return true;
  return setting.mode === 'auto' || (setting.mode === 'mention' && invocation.heard.as === 'mention');
}
