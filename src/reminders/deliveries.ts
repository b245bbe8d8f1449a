import type { RequestPayload } from '../communities/submission.ts';
import type { MemberId } from '../core/command.ts';
import type { Platform } from '../core/platform.ts';
import type { Target } from '../core/ports.ts';
import type { Reply } from '../core/reply.ts';
import type { Instant, Zone } from '../core/time.ts';
import type { NoticesPayload } from './agenda-store.ts';
import type { DigestPayload } from './digest.ts';
import type { OwnPayload } from './own.ts';

/** What a delivery is about. The message itself is written when it goes out, from what is true then. */
export type Payload = DigestPayload | NoticesPayload | OwnPayload | RequestPayload;

/**
 * The life of a delivery. `attempting` is committed before anything leaves; one that is found so
 * after a restart is `unsure`, and is looked for before it is sent again. Nothing is deleted:
 * what cannot be delivered stays, with its reason.
 */
export type DeliveryState =
  | 'pending'
  | 'attempting'
  | 'unsure'
  | 'sent'
  | 'refused'
  | 'parked'
  | 'cancelled'
  | 'skipped';

export interface Delivery {
  readonly id: string;
  /** Names what it is about, once and for all: `digest:<id>:2027-08-30`. */
  readonly key: string;
  readonly member: MemberId | null;
  readonly community: string | null;
  readonly target: Target;
  /** The zone of whoever it is for. */
  readonly zone: Zone;
  readonly payload: Payload;
  /** The moment that it is for, however often it has to wait. */
  readonly runAt: Instant;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly attemptedAt: Instant | null;
  /** How many earlier tries may have arrived, and nobody could tell. */
  readonly doubts: number;
  /** How often the bot stopped while it was under way. */
  readonly crashes: number;
}

export type NewDelivery = Pick<
  Delivery,
  'id' | 'key' | 'member' | 'community' | 'target' | 'zone' | 'payload' | 'runAt'
>;

/** What to do with a delivery that is due: its message, a better moment, or nothing any more. */
export type Composed =
  | { readonly kind: 'message'; readonly reply: Reply }
  | { readonly kind: 'later'; readonly at: Instant }
  /** Nobody is to get it any more. */
  | { readonly kind: 'unwanted' }
  /** It was wanted and has waited past its grace. */
  | { readonly kind: 'too-late' };

export interface DeliveryStore {
  /** Puts it in the outbox, in the transaction of its cause. False when its key is there already. */
  enqueue(delivery: NewDelivery): Promise<boolean>;
  /** The same for many at once; those whose key is there already are left out. */
  enqueueAll(deliveries: readonly NewDelivery[]): Promise<void>;
  /** Records an occurrence that is not sent, with the reason. */
  skip(delivery: NewDelivery, reason: string): Promise<void>;
  skipAll(deliveries: readonly NewDelivery[], reason: string): Promise<void>;
  /**
   * Where something is to be sent by now, and how much there; whoever waits longest comes first.
   * DMs to members who take none are left out.
   */
  places(now: Instant, platform: Platform): Promise<readonly PlaceDue[]>;
  /** The earliest pending one that is due at a place. */
  next(now: Instant, platform: Platform, place: string): Promise<Delivery | undefined>;
  /** Those that may have arrived and are to be looked for by now. */
  unsure(now: Instant, platforms: readonly Platform[], limit: number): Promise<readonly Delivery[]>;
  /** It leaves once this is committed. */
  attempt(id: string, now: Instant): Promise<void>;
  settle(id: string, state: Exclude<DeliveryState, 'pending' | 'attempting'>, more: Settlement): Promise<void>;
  /** Back to waiting, until an instant. */
  postpone(id: string, until: Instant, doubts: number, reason?: string): Promise<void>;
  /** It may have arrived, and is not looked for before an instant. */
  lookAgain(id: string, at: Instant): Promise<void>;
  /** Nothing goes to a scope of a platform before an instant, also after a restart. */
  hold(hold: Hold): Promise<void>;
  /** What is held up still; what is not is forgotten. */
  holds(now: Instant, platform: Platform): Promise<readonly Hold[]>;
  /** This member takes no DMs: further ones wait until they are taken again. */
  closeDms(member: MemberId, reason: string, now: Instant): Promise<void>;
  /** Since when and why a member gets no DMs; nothing where they do. */
  closedDms(member: MemberId): Promise<ClosedDms | undefined>;
  /** Tries again with a member's DMs, since the member is there. What waited is due. False when they were open. */
  reopenDms(member: MemberId): Promise<boolean>;
  /** The latest post of a digest; one that was left out only where there is no other of its time. */
  lastPost(digest: string): Promise<LastPost | undefined>;
  /** A member's own, the latest first. */
  of(member: MemberId, limit: number): Promise<readonly LoggedDelivery[]>;
  /** Calls off one of theirs that still waits; false when it waits no more. */
  cancel(member: MemberId, id: string, reason: string): Promise<boolean>;
  /** After a restart: what was being sent is unsure. Returns how many there were. */
  recover(): Promise<number>;
  /** The earliest moment after an instant at which one is to be sent or looked for. */
  nextAt(after: Instant): Promise<Instant | undefined>;
}

/** A delivery with what became of it, as its member is told. */
export interface LoggedDelivery extends Delivery {
  readonly reason: string | null;
}

/** How many deliveries are due at a place. */
export interface PlaceDue {
  readonly place: string;
  readonly count: number;
}

/** What must wait on a platform: all of it, its DMs, a workspace, a place. */
export interface Hold {
  readonly platform: Platform;
  readonly scope: string;
  readonly until: Instant;
  readonly reason: string | null;
}

export interface ClosedDms {
  readonly reason: string;
  readonly at: Instant;
}

/** A post of a digest, as an admin is told of it. */
export interface LastPost {
  readonly runAt: Instant;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly reason: string | null;
}

export interface Settlement {
  readonly ref?: string;
  readonly reason?: string;
}
