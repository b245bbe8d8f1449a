import type { Account } from '../core/invocation.ts';
import type { Instant } from '../core/time.ts';

/** A topic that was answered in a channel. */
export interface Earlier {
  readonly at: Instant;
  /** The address of the message that it answered, where the platform gives one. */
  readonly link: string | undefined;
}

/**
 * What is remembered of conversations: which topic was answered last, and when. No word of
 * anybody, and nothing for longer than a day.
 */
export interface ConversationStore {
  /** The topic that was answered last in a conversation since then. */
  lastTopic(key: string, since: Instant): Promise<string | undefined>;
  /** Notes the topic that was just answered in a conversation. */
  remember(key: string, topic: string, at: Instant): Promise<void>;
  /** The last answer to a topic in a channel since then. */
  answered(place: string, topic: string, since: Instant): Promise<Earlier | undefined>;
  /** Notes that a topic was just answered in a channel. */
  noteAnswered(place: string, topic: string, earlier: Earlier): Promise<void>;
  /** Forgets what is older. */
  forgetBefore(at: Instant): Promise<void>;
}

/** Milliseconds for which a conversation is remembered. */
export const remembered = 24 * 60 * 60_000;

/** What the conversation between a member and the bot is known by. */
export function dmKey({ platform, workspace, user }: Account): string {
  return ['dm', platform, workspace, user].join(' ');
}
