import type { Day } from '../core/time.ts';
import { moved } from './change.ts';
import type { Letter, NudgeReason } from './letter.ts';
import { isGone, isIn, isOutstanding, type Stage } from './stages.ts';

/** The mails that can be noted as sent. */
export type SentKind = 'ask' | 'packet' | 'nudge' | 'step-back' | 'thanks' | 'result';

/** The mail that a letter most likely needs at its stage. */
export function usualMail({ stage, thanked, answer }: Pick<Letter, 'stage' | 'thanked' | 'answer'>): SentKind {
  if (answer === 'lukewarm' && isOutstanding(stage)) return 'step-back';
  const usual: Readonly<Record<Stage, SentKind>> = {
    planned: 'ask',
    asked: 'ask',
    agreed: 'packet',
    'packet-sent': 'nudge',
    requested: 'nudge',
    uploaded: 'thanks',
    processed: thanked === null ? 'thanks' : 'result',
    declined: 'step-back',
    dropped: 'step-back',
  };
  return usual[stage];
}

/**
 * Whether a mail can be noted at the stage of a letter: `already` is what the stage says by itself,
 * `no` what does not go with it.
 */
export function mayNote({ stage }: Pick<Letter, 'stage'>, kind: SentKind): 'yes' | 'already' | 'no' {
  switch (kind) {
    case 'ask':
      if (stage === 'planned' || stage === 'declined') return 'yes';
      return stage === 'dropped' ? 'no' : 'already';
    case 'packet':
      if (stage === 'agreed') return 'yes';
      return stage === 'packet-sent' || stage === 'requested' || isIn(stage) ? 'already' : 'no';
    case 'step-back':
      if (isOutstanding(stage)) return 'yes';
      return isGone(stage) ? 'already' : 'no';
    case 'thanks':
    case 'result':
      return isIn(stage) ? 'yes' : 'no';
    case 'nudge':
      return 'yes';
  }
}

/**
 * The letter after its writer got a mail on a day: a request and a packet take it a step on where it
 * stands just before, a step back ends it, and the others are noted.
 */
export function sent(letter: Letter, kind: SentKind, on: Day, reason: NudgeReason | null): Letter {
  switch (kind) {
    case 'ask':
      return mayNote(letter, kind) === 'yes' ? moved(letter, 'asked', on, null) : letter;
    case 'packet':
      return mayNote(letter, kind) === 'yes' ? moved(letter, 'packet-sent', on, null) : letter;
    case 'nudge':
      return { ...letter, nudges: [...letter.nudges, { on, reason }] };
    case 'step-back':
      return mayNote(letter, kind) === 'yes' ? moved(letter, 'dropped', on, null) : letter;
    case 'thanks':
      return { ...letter, thanked: on };
    case 'result':
      return { ...letter, told: on };
  }
}
