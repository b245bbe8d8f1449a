import type { DraftWords } from '../../../drafts/draft-words.ts';
import { mail } from '../../../drafts/mail-text.ts';
import { ask } from './ask.ts';
import { nudge } from './nudge.ts';
import { packet } from './packet.ts';
import { result } from './result.ts';
import { stepBack } from './step-back.ts';
import { thanks } from './thanks.ts';

/** The mails in English. */
export const mails: DraftWords = {
  language: 'en',
  address: ({ kind, typed }, name) => {
    const inFull = /^prof(?:essor|esseure?)$/iu.test(typed ?? '');
    return kind === 'doctor' ? mail`Dr. ${name}` : mail`${inFull ? 'Professor' : 'Prof.'} ${name}`;
  },
  greeting: {
    formal: (who) => mail`Dear ${who},`,
    warm: (who) => mail`Dear ${who},`,
    brief: (who) => mail`Hello ${who},`,
  },
  yourName: 'your name',
  specialties: {
    'internal-medicine-preliminary': 'preliminary internal medicine',
    'transitional-year': 'a transitional year',
    'surgery-preliminary': 'preliminary surgery',
    'plastic-surgery': 'plastic surgery',
  },
  forms: {},
  mails: { ask, packet, nudge, 'step-back': stepBack, thanks, result },
};
