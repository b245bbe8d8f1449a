import type { MemberId } from '../core/command.ts';
import type { Instant } from '../core/time.ts';

/** `proposal`: an answer to be approved; `question`: one that found no answer; `request`: one for a person. */
export type SubmissionKind = 'proposal' | 'question' | 'request';

/** Something that a member handed in, in their own words. */
export interface Submission {
  readonly id: string;
  readonly community: string;
  /** Small and the community's own, to be typed: `/lor-admin answer approve 2`. */
  readonly number: number;
  readonly member: MemberId;
  /** The member's account on the platform. */
  readonly account: string;
  readonly kind: SubmissionKind;
  readonly question: string;
  /** The proposed answer; only a proposal has one. */
  readonly text: string | null;
  readonly at: Instant;
}

/** The most that one member has open in a community, named in the refusal. */
export const maxOpen: Readonly<Record<SubmissionKind, number>> = { proposal: 5, question: 10, request: 5 };

/** Days after which the words are deleted, whether somebody dealt with them or not. */
export const keptDays: Readonly<Partial<Record<SubmissionKind, number>>> = { question: 90, request: 7 };

export interface SubmissionStore {
  add(submission: Omit<Submission, 'number' | 'account'>): Promise<Submission>;
  /** In the order in which they came. */
  list(community: string, kind: SubmissionKind): Promise<readonly Submission[]>;
  get(id: string): Promise<Submission | undefined>;
  /** How many a member has open in a community. */
  countOf(community: string, member: MemberId, kind: SubmissionKind): Promise<number>;
  remove(community: string, id: string): Promise<void>;
  /** Deletes those of a kind from before an instant. */
  forgetBefore(kind: SubmissionKind, at: Instant): Promise<void>;
}

/** What a delivery carries that posts a request: enough to find the words when it goes out. */
export interface RequestPayload {
  readonly kind: 'request';
  readonly request: string;
}
