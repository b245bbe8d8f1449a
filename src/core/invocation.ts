import type { Language } from './language.ts';
import type { Platform } from './platform.ts';

/** Who speaks, as the platform knows them. A Discord user has an empty `workspace`. */
export interface Account {
  readonly platform: Platform;
  readonly workspace: string;
  readonly user: string;
}

/** Where it was said. A channel's id is the platform's own. */
export type Place = { readonly kind: 'dm' } | { readonly kind: 'channel'; readonly channel: string };

/**
 * How a question came that was written as a message in a channel. What is answered there can be
 * read by everybody, so it holds nothing that the message itself did not say.
 */
export interface Heard {
  /** `mention`: it names the bot or replies to it; `overheard`: it was said to everybody. */
  readonly as: 'mention' | 'overheard';
  /** The platform's id of the thread it is in, or of the message, where a thread of answers can begin. */
  readonly thread: string;
  /** The thread that it goes on with, where a platform begins another with every answer. */
  readonly follows?: string | undefined;
  /** The address at which the message can be read, where the platform gives one. */
  readonly link?: string | undefined;
}

/** Values as they were typed, picked or pressed, before they are read: always text. */
export type RawArgs = Readonly<Record<string, string>>;

/** A command and its arguments: what a button holds and what a form sends. */
export interface Call {
  /** As typed, without the slash: `lor next`, `lor-admin digest add`. */
  readonly path: string;
  readonly args: RawArgs;
}

/** What was asked for: typed text still to be parsed, or a call that the platform took apart. */
export type Request =
  | {
      readonly kind: 'typed';
      readonly text: string;
      /**
       * Where the platform tells mentions from text: the id of each person and group, by how the
       * mention stands in the text. A name that is not in it names nobody.
       */
      readonly mentioned?: RawArgs;
    }
  | { readonly kind: 'call'; readonly call: Call };

/** One thing that somebody asked of the bot, in words that no platform owns. */
export interface Invocation {
  /** The platform's own id of this event; a second invocation with the same id does nothing. */
  readonly delivery: string;
  readonly account: Account;
  /** The workspace or server in which it was said; `null` in a Discord DM, and in a server that the bot is not in. */
  readonly community: string | null;
  /** Whether the speaker has the bot for themselves as well, whatever becomes of it in a community. */
  readonly personal?: boolean | undefined;
  readonly place: Place;
  /** Somebody of another organisation, in a channel that is shared with it: they keep nothing here. */
  readonly guest?: boolean | undefined;
  /** True when the platform says that this person administers the community. */
  readonly administrator: boolean;
  readonly request: Request;
  /** What the platform says of the speaker's language, where it says one that is spoken here. */
  readonly language?: Language | undefined;
  /** For a message in a channel. */
  readonly heard?: Heard | undefined;
}
