import type { Honorific } from '../../../drafts/address.ts';
import type { DraftWords } from '../../../drafts/draft-words.ts';
import { gap, type MailText, mail } from '../../../drafts/mail-text.ts';
import { ask } from './ask.ts';
import { forms, specialties } from './names.ts';
import { nudge } from './nudge.ts';
import { packet } from './packet.ts';
import { courriel } from './parts.ts';
import { result } from './result.ts';
import { stepBack } from './step-back.ts';
import { thanks } from './thanks.ts';

/** The mails in French, as a student in Québec writes them. */
export const mails: DraftWords = {
  language: 'fr',
  address: (honorific, name) => mail`${title(honorific)} ${name}`,
  greeting: {
    formal: (who) => courriel`Bonjour ${who},`,
    warm: (who) => courriel`Bonjour ${who},`,
    brief: (who) => courriel`Bonjour ${who},`,
  },
  yourName: 'votre nom',
  specialties,
  forms,
  mails: { ask, packet, nudge, 'step-back': stepBack, thanks, result },
};

/**
 * A French title says a gender. What was typed in French stays; of `Dr.` or a degree nobody can
 * tell, and the member has to say which.
 */
function title({ kind, typed }: Honorific): MailText | string {
  const french = /^(?:dre?|docteure?|professeure?)$/iu.exec(typed ?? '')?.[0];
  if (french !== undefined) return french;
  if (/^(?:dra|dre)\.?$/iu.test(typed ?? '')) return 'Dre';
  return kind === 'professor' ? 'Prof.' : gap('Dr ou Dre');
}
