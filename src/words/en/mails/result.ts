import type { Tone } from '../../../drafts/draft.ts';
import type { MailFacts, WriteMail } from '../../../drafts/draft-words.ts';
import { gap, type MailText, mail } from '../../../drafts/mail-text.ts';
import { ifMet, letter } from './parts.ts';

/** After Match Day: the result, whatever it is, and what the letter meant. */
export const result: Readonly<Record<Tone, WriteMail>> = {
  formal: (facts) => ({
    subject: mail`How my match went`,
    paragraphs: [
      mail`I would like to tell you myself how my match went: ${how(facts)}.`,
      ...(isUnmatched(facts)
        ? [
            mail`Thank you for standing behind my application. You gave it your time and your name, and the result does not change what that means to me.`,
            mail`I am working out what comes next. If you have a thought about it, I would be glad to hear it, and you owe me no answer.`,
          ]
        : [
            mail`You wrote a ${letter(facts)} for me when I needed one. Thank you for the time and the trust, and for what you taught me${ifMet(facts)}.`,
            mail`I would be glad to stay in touch.`,
          ]),
    ],
    farewell: 'With gratitude,',
    attached: [],
  }),
  warm: (facts) => ({
    subject: mail`My match`,
    paragraphs: isUnmatched(facts)
      ? [
          mail`I wanted you to hear this from me: ${how(facts)}.`,
          mail`You wrote for me when I asked, and I am as thankful for that today as I was then. What I learned from you${ifMet(facts)} is mine to keep.`,
          mail`I am thinking about my next steps and would value a word from you some time. There is no hurry.`,
        ]
      : [
          mail`I have looked forward to telling you this: ${how(facts)}.`,
          mail`Your letter was part of the way here. Thank you for writing it, and for all that I learned from you${ifMet(facts)}.`,
          mail`I hope that I can do for somebody one day what you did for me.`,
        ],
    farewell: 'Warmly,',
    attached: [],
  }),
  brief: (facts) => ({
    subject: mail`How my match went`,
    paragraphs: isUnmatched(facts)
      ? [
          mail`A short note, so that you hear it from me: ${how(facts)}. Thank you for standing behind me all the same; it mattered.`,
          mail`I am working out what comes next, and I will let you know.`,
        ]
      : [
          mail`A short note to tell you how my match went: ${how(facts)}.`,
          mail`Thank you for your letter and for your time. It meant a great deal to have you behind my application.`,
        ],
    farewell: 'With thanks,',
    attached: [],
  }),
};

function isUnmatched({ outcome }: MailFacts): boolean {
  return outcome?.matched === false;
}

function how({ outcome }: MailFacts): MailText {
  if (outcome === null) return gap('how it ended');
  return outcome.matched
    ? mail`I matched at ${outcome.where ?? gap('where you matched')}`
    : mail`I did not match this year`;
}
