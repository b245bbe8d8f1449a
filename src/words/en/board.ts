import { line } from '../../core/reply.ts';

/** All letters at a glance. */
export const board = {
  title: 'Your letters',
  button: 'Board',
  check: 'Check the mix',
  initials: line`With initials and without your notes, so that it can be shown to somebody. What each letter is for still stands there.`,
  /** In the place of a name that has no initials. */
  unnamed: 'A writer',
  shared: 'A board that is shared with you',
  empty: line`There is nothing on the board yet. Add the first letter.`,
};
