import type { Tone } from '../../../drafts/draft.ts';
import type { MailFacts, WriteMail } from '../../../drafts/draft-words.ts';
import { mail } from '../../../drafts/mail-text.ts';
import { about, byDay, inField, letter, onForm, through, where, wouldArrive } from './parts.ts';

/** Asks for a strong letter and leaves an easy way to a no; for a letter of an earlier season, for a fresh version. */
export const ask: Readonly<Record<Tone, WriteMail>> = {
  formal: (facts) => (facts.original === null ? formal(facts) : formalAgain(facts, facts.original)),
  warm: (facts) => (facts.original === null ? warm(facts) : warmAgain(facts, facts.original)),
  brief: (facts) => (facts.original === null ? brief(facts) : briefAgain(facts, facts.original)),
};

const formal: WriteMail = (facts) => ({
  subject: mail`Request for a ${letter(facts)}${about(facts)}`,
  paragraphs: [
    mail`I am applying to residency${inField(facts)}${through(facts)}, and I would be grateful for a letter from you. You have seen my work at first hand (${where(facts)}).`,
    mail`Would you be willing to write a strong ${letter(facts)} for me? I would need it by ${byDay(facts)}.${onForm(facts, 'would be')} I would send you my CV, my personal statement and notes on our work together in one message.${wouldArrive(facts)}`,
    mail`If you have not seen enough of my work for a strong letter, or if your time does not allow it, please say so plainly; I would understand, and be thankful for the answer. I am also glad to talk for a few minutes, in person or by phone.`,
  ],
  farewell: 'Sincerely,',
  attached: [],
});

const warm: WriteMail = (facts) => ({
  subject: mail`A letter for my residency application${about(facts)}`,
  paragraphs: [
    mail`Thank you again for all that you taught me (${where(facts)}). I am applying to residency${inField(facts)} now, and I would be very glad to have a letter from you.`,
    mail`Do you feel that you know my work well enough to write a strong one? I would need it by ${byDay(facts)}.${onForm(facts, 'would be')} I would make it as easy as I can: my CV, my personal statement and a page about what we did together, all in one message.`,
    mail`And please feel free to say no. If your days are full, or if somebody else has seen more of my work, I will understand, and I will be just as thankful for what I learned from you.`,
  ],
  farewell: 'With warm regards,',
  attached: [],
});

const brief: WriteMail = (facts) => ({
  subject: mail`Could you write me a strong ${letter(facts)}?`,
  paragraphs: [
    mail`I am applying to residency${inField(facts)}, and you know my work (${where(facts)}). Could you write me a strong ${letter(facts)}, by ${byDay(facts)}?${onForm(facts, 'would be')}`,
    mail`I would send all you need in one message. If time is short, or you could not make it a strong one, a plain no is fine.`,
  ],
  farewell: 'Thank you,',
  attached: [],
});

function formalAgain(facts: MailFacts, original: string): ReturnType<WriteMail> {
  return {
    subject: mail`A fresh version of your letter of ${original}`,
    paragraphs: [
      mail`Thank you again for the ${letter(facts)} that you wrote for me; it carries the date of ${original}. I am applying once more${inField(facts)}${through(facts)}.`,
      mail`Would you be willing to bring it up to date, as a strong letter for this season? The earlier one shows its date, and it cannot speak of what I have done since. I would need the new one by ${byDay(facts)}.${onForm(facts, 'would be')} I would send you my current CV and a few lines on the time in between.${wouldArrive(facts)}`,
      mail`If you would rather leave it, or could not write a strong letter now, please say so plainly. I would understand.`,
    ],
    farewell: 'Sincerely,',
    attached: [],
  };
}

function warmAgain(facts: MailFacts, original: string): ReturnType<WriteMail> {
  return {
    subject: mail`Your letter for me, once more`,
    paragraphs: [
      mail`You wrote a ${letter(facts)} for me, dated ${original}, and I am still thankful for it. I am applying again${inField(facts)}.`,
      mail`Would you write a fresh version, a strong one, with a new date and a few lines on what I have done since? I would need it by ${byDay(facts)}.${onForm(facts, 'would be')} I would send you those lines and my current CV, so that little is left to do.`,
      mail`If you would rather not, please simply say so. I will understand, and my thanks for the first one stay the same.`,
    ],
    farewell: 'With warm regards,',
    attached: [],
  };
}

function briefAgain(facts: MailFacts, original: string): ReturnType<WriteMail> {
  return {
    subject: mail`Could you bring your letter of ${original} up to date?`,
    paragraphs: [
      mail`Thank you again for your letter of ${original}. I am applying once more${inField(facts)}. Could you make a fresh, strong version of it by ${byDay(facts)}?${onForm(facts, 'would be')}`,
      mail`A new date and a few lines on the time since would do, and I would send you those. A plain no is fine, too.`,
    ],
    farewell: 'Thank you,',
    attached: [],
  };
}
