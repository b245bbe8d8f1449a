import type { Tone } from '../../../drafts/draft.ts';
import type { MailFacts, WriteMail } from '../../../drafts/draft-words.ts';
import { mail } from '../../../drafts/mail-text.ts';
import { about, arrives, attached, byDay, letter, onForm, pointsUnder, waiver } from './parts.ts';

/** Goes with the papers after a yes. A letter goes to many programs, so it names none. */
export const packet: Readonly<Record<Tone, WriteMail>> = {
  formal: (facts) => ({
    subject: mail`Materials for my ${letter(facts)}${about(facts)}`,
    paragraphs: [
      mail`Thank you for agreeing to write a ${letter(facts)} for me. Here is everything for it in one place.`,
      mail`Attached: ${attached(facts)}.`,
      pointsUnder('What we worked on together:', facts),
      mail`Please upload the letter by ${byDay(facts)}.${processing(facts)}${unnamed(facts)}`,
      mail`${arrives(facts)}${waiver(facts)}`,
      mail`Please tell me if anything is missing, or if you would rather talk it over.`,
    ],
    farewell: 'With thanks,',
    attached: facts.attached,
  }),
  warm: (facts) => ({
    subject: mail`Everything for my ${letter(facts)}`,
    paragraphs: [
      mail`Thank you for saying yes. It means a lot to me, and I would like to make the writing as little work as I can.`,
      mail`You will find here ${attached(facts)}.`,
      pointsUnder('And some of what we did together, in case it brings back a story:', facts),
      mail`It would be good to have the letter uploaded by ${byDay(facts)}.${processing(facts)}${unnamed(facts)}`,
      mail`${arrives(facts)}${waiver(facts)}`,
      mail`If a few minutes of talking would help more than paper, tell me when, and I will be there.`,
    ],
    farewell: 'With warm regards,',
    attached: facts.attached,
  }),
  brief: (facts) => ({
    subject: mail`For my ${letter(facts)}${about(facts)}`,
    paragraphs: [
      mail`Thank you for agreeing to write for me. Attached: ${attached(facts)}.`,
      pointsUnder('What we did together:', facts),
      mail`Needed by ${byDay(facts)}.${facts.form === null ? ' Please name no program in it.' : onForm(facts, 'is')} ${arrives(facts)}${waiver(facts)}`,
    ],
    farewell: 'Thank you,',
    attached: facts.attached,
  }),
};

function processing({ processed }: MailFacts): string {
  return processed
    ? ' After that it is processed for some days, which is why I give you a date before the programs’ own.'
    : '';
}

function unnamed(facts: MailFacts): string {
  return facts.form === null ? ' Since it may go to several programs, please name none of them.' : onForm(facts, 'is');
}
