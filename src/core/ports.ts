import type { Form } from './form.ts';
import type { Account, Invocation } from './invocation.ts';
import type { Platform } from './platform.ts';
import type { Choice, Reply } from './reply.ts';
import type { Instant, Zone } from './time.ts';

/** The present moment. */
export interface Clock {
  now(): Instant;
  /** Milliseconds that only ever grow, for measuring how long something took. */
  monotonic(): number;
}

/** Chance, so that tests can take it away. */
export interface Random {
  /** A new id, unique for ever: 26 letters and digits that sort by the time of making. */
  id(now: Instant): string;
  /** A short code that a member can read out to an operator. */
  reference(): string;
  /** A text that nobody can guess, of letters, digits, - and _. */
  secret(): string;
}

/**
 * Seals texts, so that whoever reads the database without the key reads nothing. A sealed text
 * opens only at the place for which it was sealed: moved to another row or account it does not.
 */
export interface Vault {
  /** The ids of the keys at hand; the first one seals. */
  readonly keys: readonly string[];
  seal(text: string, place: string): string;
  /** Throws when the key is missing or wrong, or the text was sealed for another place. */
  open(sealed: string, place: string): string;
  /** What is kept of a secret: the same for the same one, and no way back. */
  digest(secret: string): string;
}

/** One line of log: a constant message, facts in fields, never what somebody wrote. */
export interface Logger {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

/** The only fields that a log line may have. None of them holds personal data. */
export interface LogFields {
  readonly command?: string;
  readonly outcome?: string;
  readonly milliseconds?: number;
  readonly platform?: Platform;
  readonly delivery?: string;
  readonly reference?: string;
  readonly reason?: string;
  readonly count?: number;
  readonly error?: unknown;
}

/** What became of an invocation, with what to show for it. */
export type Outcome =
  | {
      readonly kind: 'replied';
      readonly visibility: 'private' | 'public';
      readonly reply: Reply;
      /** Open this instead of showing the reply, where a form can be opened. */
      readonly form?: Form;
    }
  | { readonly kind: 'denied' | 'unknown'; readonly reply: Reply }
  /** `busy`: the store could not take it in time; the same delivery may come again. */
  | { readonly kind: 'failed'; readonly reply: Reply; readonly busy?: true }
  | { readonly kind: 'invalid'; readonly reply: Reply; readonly form?: Form }
  /** The same delivery came before; nothing was done and nothing is to be said. */
  | { readonly kind: 'repeated' }
  /** It was overheard, and there is nothing sure enough to say. */
  | { readonly kind: 'silent' };

/** Whether there is something to show. */
export function hasReply(outcome: Outcome): outcome is Extract<Outcome, { reply: Reply }> {
  return 'reply' in outcome;
}

/** What a platform says of the bot's being in a workspace or server. */
export interface Presence {
  readonly platform: Platform;
  readonly workspace: string;
  /**
   * `false` only where it was removed for sure: an outage is no removal, and neither is that a
   * platform does not mention a workspace.
   */
  readonly present: boolean;
  /** When it was so, which can be long before it is told. */
  readonly at: Instant;
}

/** What adapters call. It never throws. */
export interface Dispatch {
  (invocation: Invocation): Promise<Outcome>;
  /** Values for an option while it is being typed; an empty list when there is nothing to offer. */
  suggest(invocation: Invocation, option: string, typed: string): Promise<readonly Choice[]>;
  /**
   * Notes that the bot was put into a workspace or taken out of it. Use by people is a sign of life
   * by itself and need not be told. False when it could not be noted, and should be told again.
   */
  presence(told: Presence): Promise<boolean>;
}

/** Where a message goes that nobody asked for just now. */
export type Target =
  | { readonly kind: 'dm'; readonly account: Account }
  | {
      readonly kind: 'channel';
      readonly platform: Platform;
      readonly workspace: string;
      readonly channel: string;
    };

/** So many in any stretch of so many milliseconds. */
export interface Rate {
  readonly count: number;
  readonly milliseconds: number;
}

/** How fast a platform takes what nobody asked for just now. What is left out has no limit. */
export interface Pace {
  /** Requests of the whole bot. */
  readonly everywhere?: Rate;
  /** Requests that the first message to a place takes: its channel has to be asked for. One, where it is left out. */
  readonly first?: number;
  /** Messages in one workspace. */
  readonly workspace?: Rate;
  /** Messages in one channel or DM. */
  readonly place?: Rate;
  /** First DMs to members of one workspace; of all together, where accounts belong to none. */
  readonly openings?: Rate;
  /** Looks for a message, in one workspace. */
  readonly looks?: Rate;
}

/** Not taken, and not to be tried earlier than after so long. */
export interface Wait {
  readonly kind: 'retry';
  readonly milliseconds: number;
  /** What else must wait as long, besides this message: its channel or DM, its workspace, everything. */
  readonly holds?: 'place' | 'workspace' | 'platform';
  /** Why, where somebody has to do something about it. */
  readonly reason?: string;
}

/** A sent message, as its platform names it. */
export type MessageRef = string;

export type SendResult =
  | { readonly kind: 'sent'; readonly ref: MessageRef }
  /** For good: the channel is gone. `closed`: this person takes no DMs from the bot. */
  | { readonly kind: 'refused'; readonly reason: string; readonly closed?: true }
  | Wait
  /** It may have arrived or not. Look before sending again. */
  | { readonly kind: 'unsure' };

export interface AboutMessage {
  /** The delivery's own key, the same at every try. */
  readonly key: string;
  /** An earlier try may have arrived, and nobody can tell. */
  readonly inDoubt: boolean;
  /** The zone of whoever it is for. */
  readonly zone: Zone;
}

/** What looking for a message came to. */
export type FindResult =
  | { readonly kind: 'found'; readonly ref: MessageRef }
  | { readonly kind: 'absent' }
  /** This place cannot be read: nobody can ever tell. */
  | { readonly kind: 'unknown' }
  /** The platform could not be asked just now; look again, not earlier than after so long. */
  | { readonly kind: 'unreachable'; readonly milliseconds: number };

export interface Health {
  readonly up: boolean;
  /** Why it is down, for an operator. */
  readonly reason?: string;
}

/** What came in over HTTP, with its body as the bytes that were sent. */
export interface HttpRequest {
  /** Without what follows a question mark. */
  readonly path: string;
  /** What follows it. */
  readonly query: URLSearchParams;
  /** By their names in small letters. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** One address of the port that all adapters share. */
export interface Route {
  readonly method: 'GET' | 'POST';
  /** One that ends in `/*` is for every address below it. */
  readonly path: string;
  handle(request: HttpRequest): Promise<HttpResponse>;
}

/** A chat platform. Small and total: what a platform lacks is said by a result, never by a missing member. */
export interface ChatAdapter {
  readonly name: Platform;
  /** How many commands one person may send here in a minute. */
  readonly commandsPerMinute: number;
  readonly pace: Pace;
  start(dispatch: Dispatch): Promise<void>;
  /** Finishes the work at hand, then lets go of the platform. */
  stop(): Promise<void>;
  /** Sends once. */
  send(target: Target, reply: Reply, about: AboutMessage): Promise<SendResult>;
  edit(target: Target, ref: MessageRef, reply: Reply): Promise<SendResult>;
  /** Whether a message with this key has arrived since then. */
  find(target: Target, key: string, since: Instant): Promise<FindResult>;
  /**
   * Whether the bot is in a workspace or server just now. Data is deleted by `out`, so whatever
   * could also be an outage or a wrong setting is `unknown`.
   */
  isIn(workspace: string): Promise<'in' | 'out' | 'unknown'>;
  health(): Health;
  /** What it answers over HTTP; empty where it needs no open port. */
  readonly routes: readonly Route[];
}

/** What an adapter must remember across restarts, by tenant (a workspace, or `''`). */
export interface AdapterStore {
  get(tenant: string, name: string): Promise<string | undefined>;
  set(tenant: string, name: string, value: string): Promise<void>;
  delete(tenant: string, name: string): Promise<void>;
  /** True the first time within some days, also after a restart. */
  once(key: string, now: Instant): Promise<boolean>;
  readonly inbox: InboxStore;
}

/** Something asked of the bot in a message, to which somebody waits for an answer. */
export interface Question {
  readonly invocation: Invocation;
  /** What its adapter needs besides, to answer where it was asked. */
  readonly answer: Readonly<Record<string, string>>;
}

/** One that was not answered before the bot stopped. */
export interface LeftQuestion extends Question {
  /** When it was taken in. */
  readonly at: Instant;
}

/** The questions of a platform that were taken in and are not answered yet, by their deliveries. */
export interface InboxStore {
  /** Takes one in, as the first try; false when its delivery came before, whatever became of it. */
  keep(question: Question, now: Instant): Promise<boolean>;
  /** Those from a moment on that were tried less often, the oldest first. The others are forgotten. */
  left(
    since: Instant,
    tries: number,
  ): Promise<{
    readonly questions: readonly LeftQuestion[];
    readonly forgotten: number;
  }>;
  /** Counts a further try, up to so many in all; false when there may be none. */
  retry(delivery: string, tries: number): Promise<boolean>;
  /** It needs no answer any more. */
  done(delivery: string): Promise<void>;
}
