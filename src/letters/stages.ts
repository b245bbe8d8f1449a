/**
 * The way of a letter, in our own words: a portal's status is never mirrored, because what the
 * portals call it changes and was not always published.
 */
export const ladder = ['planned', 'asked', 'agreed', 'packet-sent', 'requested', 'uploaded', 'processed'] as const;

/** Beside the ladder: the writer said no, or the member gave the letter up. */
export const asides = ['declined', 'dropped'] as const;

export type LadderStage = (typeof ladder)[number];
export type Stage = LadderStage | (typeof asides)[number];

export const stages: readonly Stage[] = [...ladder, ...asides];

/** What the writer said: a strong letter, or one that would do more harm than none. */
export const answers = ['strong', 'lukewarm'] as const;
export type Answer = (typeof answers)[number];

/**
 * Where a letter may go from each stage. The first is the usual next step. The packet may be
 * left out (it is advised, not forced); everything else is taken one step at a time, so that
 * every date is kept. Back goes by undo, which keeps the history true.
 */
const moves: Readonly<Record<Stage, readonly Stage[]>> = {
  planned: ['asked', 'dropped'],
  asked: ['agreed', 'declined', 'dropped'],
  agreed: ['packet-sent', 'requested', 'declined', 'dropped'],
  'packet-sent': ['requested', 'declined', 'dropped'],
  requested: ['uploaded', 'declined', 'dropped'],
  uploaded: ['processed', 'dropped'],
  processed: ['dropped'],
  declined: ['asked', 'dropped'],
  dropped: ['planned'],
};

/** The stages that a letter may be moved to, the usual one first. */
export function movesFrom(stage: Stage): readonly Stage[] {
  return moves[stage];
}

/** The next rung of the ladder; `undefined` at its end and beside it. */
export function nextRung(stage: Stage): LadderStage | undefined {
  const index = (ladder as readonly Stage[]).indexOf(stage);
  return index < 0 ? undefined : ladder[index + 1];
}

/** The writer has not handed the letter in, and it is still wanted. */
export function isOutstanding(stage: Stage): boolean {
  return stage !== 'uploaded' && stage !== 'processed' && stage !== 'declined' && stage !== 'dropped';
}

/** The writer has handed it in. */
export function isIn(stage: Stage): boolean {
  return stage === 'uploaded' || stage === 'processed';
}

/** The writer said yes, and it is not in yet. */
export function isPromised(stage: Stage): boolean {
  return stage === 'agreed' || stage === 'packet-sent' || stage === 'requested';
}

/** Beside the ladder: nothing will come of it. */
export function isGone(stage: Stage): boolean {
  return stage === 'declined' || stage === 'dropped';
}

/** The stages of letters that are still to come in, for queries. */
export const outstandingStages: readonly Stage[] = stages.filter(isOutstanding);
