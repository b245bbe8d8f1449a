import { channel, code, type Line, line, link, strong } from '../../core/reply.ts';
import { count } from './core.ts';

/** What is said in channels, and about them. */
export const channels = {
  share: 'Share in this channel',
  show: 'Show it to me',
  /** `minutes` ago; without a link where the platform gives none. */
  earlier: (minutes: number, url: string | undefined): Line => {
    const ago = minutes < 1 ? 'a moment ago' : `${count(minutes, 'minute')} ago`;
    return url === undefined
      ? line`I answered that in this channel ${ago}.`
      : line`I answered that ${link(`in this channel ${ago}`, url)}.`;
  },
  shareOnlyInChannel: line`There is no channel here to share it in.`,
  shareOff: line`I am switched off in this channel, so nothing is shared here.`,
  betterPrivately: line`That is better asked where nobody else reads along. Only you see what opens here.`,
  openPrivately: 'Open it privately',
  pleaseDelete: line`If that message is yours, please delete it: it seems to hold an ID, an e-mail address or something about a patient, and everybody in the channel can read it. I have kept nothing of it.`,
  askPrivately: line`Ask again with ${code('/lor ask')} and leave such details out. Only you see the answer.`,
  settings: {
    title: 'Channels',
    none: line`In every channel I answer whoever mentions me. Set one to something else with ${code('/lor-admin channel channel:#lor-help mode:off')}.`,
    others: line`In every other channel I answer whoever mentions me.`,
    entry: (where: string, mode: Line): Line => line`${channel(where)}: ${mode}`,
    mode: {
      off: line`${strong('off')}. I say nothing there, even when I am mentioned.`,
      mention: line`${strong('mention')}. I answer whoever mentions me.`,
      auto: line`${strong('auto')}. I also answer plain questions when I am sure, and else stay silent.`,
    },
    pause: (minutes: number): Line =>
      minutes === 0
        ? line`The same topic may be answered again at once.`
        : line`The same topic is answered once in ${count(minutes, 'minute')}.`,
    saved: line`Saved.`,
    needsChannel: line`Say which channel you mean: ${code('channel:#lor-help')}.`,
    cannotRead: line`I cannot read messages here that do not mention me, so ${code('mode:auto')} would do nothing. Whoever runs this bot has to set ${code('LORBOT_READ_CHANNELS=on')} first, and give me the permission that this takes on the platform.`,
    notReading: line`Whoever runs this bot has taken away my reading of channels since (${code('LORBOT_READ_CHANNELS')}), so ${code('auto')} works like ${code('mention')}.`,
    limit: (max: number): Line => line`There are settings for ${max} channels already, the most there can be.`,
  },
};
