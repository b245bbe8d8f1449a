import type { CommunityStore } from '../../src/communities/community.ts';
import { type FeedbackStore, nothingNear } from '../../src/communities/feedback.ts';
import type { Context } from '../../src/core/command.ts';
import type { Random } from '../../src/core/ports.ts';
import type { Decision } from '../../src/faq/faq.ts';
import { ensureCommunity } from '../shared/here.ts';

export interface GapPorts {
  readonly communities: CommunityStore;
  readonly feedback: FeedbackStore;
  readonly random: Random;
}

/** Counts a question that found no answer: a topic and a day, no words and no person. */
export async function countGap({ nearest }: Decision, context: Context<GapPorts>): Promise<void> {
  if (context.community === null) return;
  const community = await ensureCommunity(context);
  await context.ports.feedback.countGap(community, nearest[0]?.slug ?? nothingNear, context.today);
}
