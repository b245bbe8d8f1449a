import type { Tone } from '../../../drafts/draft.ts';
import type { MailFacts, WriteMail } from '../../../drafts/draft-words.ts';
import { mail } from '../../../drafts/mail-text.ts';
import { again, arrived, attachedAgain, byDay, letter } from './parts.ts';

/** One polite reminder: thanks, the date, help, and the papers once more. */
export const nudge: Readonly<Record<Tone, WriteMail>> = {
  formal: (facts) => ({
    subject: subject(facts),
    paragraphs: [
      mail`${again(facts)}Thank you again for agreeing to write a ${letter(facts)} for me. I know how full your days are.`,
      facts.late
        ? mail`My date for it was ${facts.by ?? ''}, and your letter would still help me. May I ask when you might get to it?`
        : mail`I hope to have my letters in by ${byDay(facts)}. May I ask whether that still works for you?`,
      mail`${attachedAgain(facts)}${found(facts)}If anything else would help, I am glad to do it.`,
    ],
    farewell: 'With many thanks,',
    attached: facts.attached,
  }),
  warm: (facts) => ({
    subject: subject(facts),
    paragraphs: [
      mail`${again(facts)}I am thankful that you are writing for me, and I do not want to add to a full week.`,
      facts.late
        ? mail`Just so that it does not slip by: I had hoped for the letter by ${facts.by ?? ''}, and it would still help me. Could you tell me when you might get to it?`
        : mail`Just so that it does not slip by: I hope to have the letter in by ${byDay(facts)}. Does that still work for you?`,
      mail`${attachedAgain(facts)}${found(facts)}And if there is something that I can make easier, please tell me.`,
    ],
    farewell: 'With thanks and warm regards,',
    attached: facts.attached,
  }),
  brief: (facts) => ({
    subject: subject(facts),
    paragraphs: [
      facts.late
        ? mail`${again(facts)}Thank you again for writing for me. A short reminder: my date was ${facts.by ?? ''}, and your letter would still help me.`
        : mail`${again(facts)}Thank you again for writing for me. A short reminder: I hope to have the letter in by ${byDay(facts)}.`,
      mail`${attachedAgain(facts)}${facts.requested ? 'If the request is hard to find, I will send it again. ' : ''}Can I help with anything else?`,
    ],
    farewell: 'With thanks,',
    attached: facts.attached,
  }),
};

function subject(facts: MailFacts): ReturnType<WriteMail>['subject'] {
  return facts.by === null || facts.late ? mail`My ${letter(facts)}` : mail`My ${letter(facts)}, by ${facts.by}`;
}

function found(facts: MailFacts): string {
  return facts.requested ? `${arrived(facts)} ` : '';
}
