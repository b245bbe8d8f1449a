import type { MemberId } from '../core/command.ts';
import type { Day } from '../core/time.ts';

/** One member's word on one answer. */
export interface Vote {
  readonly community: string;
  readonly topic: string;
  readonly member: MemberId;
  readonly helped: boolean;
}

export interface Votes {
  readonly topic: string;
  readonly helped: number;
  readonly unhelpful: number;
}

/** Questions that found no answer, by the topic that was nearest. */
export interface Gap {
  readonly topic: string;
  readonly count: number;
}

/** The topic of a question to which no topic was near. */
export const nothingNear = 'none';

export interface FeedbackStore {
  /** A further vote of the same member on the same topic takes the place of the one before. */
  vote(vote: Vote): Promise<void>;
  /** Those with an unhelpful vote, the most unhelpful first. */
  unhelpful(community: string): Promise<readonly Votes[]>;
  countGap(community: string, topic: string, day: Day): Promise<void>;
  /** Since a day, the most frequent first. */
  gaps(community: string, since: Day): Promise<readonly Gap[]>;
}
