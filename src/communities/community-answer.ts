import type { MemberId } from '../core/command.ts';
import type { Instant } from '../core/time.ts';

/** What curators write: plain text, never markup. */
export interface AnswerContent {
  readonly title: string;
  /** The question in plain words. */
  readonly question: string;
  /** Paragraphs apart by empty lines, and lines that begin with `- `. */
  readonly text: string;
  /** Short forms that people use. */
  readonly aliases: readonly string[];
  /** An https address, or none. */
  readonly link: string | null;
}

/** An answer of one community's curators. With the name of a built-in topic it stands before that answer. */
export interface CommunityAnswer extends AnswerContent {
  readonly id: string;
  readonly community: string;
  /** A topic's short name, unique in the community: `parking`. */
  readonly slug: string;
  readonly retired: boolean;
  /** The number of the version that stands, from 1. */
  readonly version: number;
  readonly changedAt: Instant;
}

/** What was done with an answer. */
export type AnswerChange = 'added' | 'edited' | 'approved' | 'retired';

export interface AnswerVersion extends AnswerContent {
  readonly number: number;
  readonly what: AnswerChange;
  /** The platform's account of who did it; `null` when they are no longer known. */
  readonly by: string | null;
  readonly at: Instant;
}

/** The most there can be, in answers and in characters; named in refusals. */
export const answerLimits = {
  answers: 200,
  slug: 40,
  title: 60,
  question: 200,
  text: 2_000,
  aliases: 10,
  alias: 60,
  link: 300,
} as const;

export interface CommunityAnswerStore {
  /** Those that stand, by their titles. */
  list(community: string): Promise<readonly CommunityAnswer[]>;
  /** By its short name, also when it is retired. */
  find(community: string, slug: string): Promise<CommunityAnswer | undefined>;
  /** Adds a version, which stands from now on; the first one makes the answer. */
  save(
    answer: Pick<CommunityAnswer, 'id' | 'community' | 'slug'>,
    version: Omit<AnswerVersion, 'number' | 'by'> & { readonly member: MemberId },
  ): Promise<void>;
  /** All versions, the newest first. */
  history(community: string, slug: string): Promise<readonly AnswerVersion[]>;
}

/** The short name of a topic as somebody typed it: `Hospital parking` is `hospital-parking`. */
export function toSlug(typed: string): string {
  return typed
    .toLowerCase()
    .normalize('NFC')
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
}
