import type { Day } from '../core/time.ts';
import { moved } from './change.ts';
import type { Letter, NudgeReason } from './letter.ts';
import { isOutstanding, type Stage } from './stages.ts';

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
 * The letter after its writer got a mail on a day: a request and a packet take it a step on where it
 * stands just before, a step back ends it, and the others are noted.
 */
export function sent(letter: Letter, kind: SentKind, on: Day, reason: NudgeReason | null): Letter {
  switch (kind) {
    case 'ask':
      return letter.stage === 'planned' ? moved(letter, 'asked', on, null) : letter;
    case 'packet':
      return letter.stage === 'agreed' ? moved(letter, 'packet-sent', on, null) : letter;
    case 'nudge':
      return { ...letter, nudges: [...letter.nudges, { on, reason }] };
    case 'step-back':
      return isOutstanding(letter.stage) ? moved(letter, 'dropped', on, null) : letter;
    case 'thanks':
      return { ...letter, thanked: on };
    case 'result':
      return { ...letter, told: on };
  }
}
