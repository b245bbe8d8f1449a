import { type ChannelPorts, channelSetting, usualChannel } from '../../src/communities/channel.ts';
import type { ConversationStore, Earlier } from '../../src/communities/conversation.ts';
import type { Context } from '../../src/core/command.ts';
import type { Line } from '../../src/core/reply.ts';
import { button, buttons, type Reply, reply } from '../../src/core/reply.ts';
import type { Instant } from '../../src/core/time.ts';
import { addMilliseconds } from '../../src/dates/calendar.ts';
import type { Words } from '../../src/words/words.ts';

/** What it takes to know what was said in a channel before. */
export interface InChannelPorts extends ChannelPorts {
  readonly conversations: ConversationStore;
  readonly words: Words;
}

type Here = Pick<Context<InChannelPorts>, 'actor' | 'community' | 'place' | 'heard' | 'now' | 'ports'>;

const minute = 60_000;

/**
 * When a topic was last answered in this channel, if that is too short a while ago to do it again. A
 * message that is answered anew, because the bot was stopped meanwhile, repeats nothing.
 */
export async function answeredBefore(topic: string, context: Here): Promise<Earlier | undefined> {
  const setting = await settingHere(context);
  const { pause } = setting ?? usualChannel;
  const since = addMilliseconds(context.now, -pause * minute);
  const earlier = await context.ports.conversations.answered(placeKey(context), topic, since);
  const isItself = earlier?.link !== undefined && earlier.link === context.heard?.link;
  return earlier && !isItself && earlier.at > since ? earlier : undefined;
}

/** Notes that a topic was answered for all to read. */
export function noteAnswer(topic: string, { heard, now, ports, ...context }: Here): Promise<void> {
  return ports.conversations.noteAnswered(placeKey(context), topic, { at: now, link: heard?.link });
}

/** "I answered that 4 minutes ago", with a link. */
export function earlierLine({ at, link }: Earlier, now: Instant, words: Words): Line {
  return words.channels.earlier(Math.floor((Date.parse(now) - Date.parse(at)) / minute), link);
}

/** The same reply with a button that shows it to the channel, where somebody may do that. */
export async function withShare(
  answered: Reply,
  args: Readonly<Record<string, string>>,
  context: Here,
): Promise<Reply> {
  const setting = await settingHere(context);
  // Not below what everybody sees anyway, not where there is nobody else, and not where it is to be silent.
  if (context.heard || !setting || setting.mode === 'off') return answered;
  return reply(...answered.blocks, buttons(button(context.ports.words.channels.share, 'lor share answer', args)));
}

/** How the channel is in which a context is; `undefined` outside of channels. */
export function settingHere({ actor, community, place, ports }: Omit<Here, 'heard' | 'now'>) {
  return channelSetting(ports, { account: actor.account, community, place });
}

function placeKey({ actor, community, place }: Pick<Here, 'actor' | 'community' | 'place'>): string {
  return [actor.account.platform, community ?? '', place.kind === 'channel' ? place.channel : ''].join(' ');
}
