import type { Tone } from '../../../drafts/draft.ts';
import type { MailFacts, WriteMail } from '../../../drafts/draft-words.ts';
import { mail } from '../../../drafts/mail-text.ts';
import { letter } from './parts.ts';

/** Takes a request back with thanks and without a reason that could hurt. */
export const stepBack: Readonly<Record<Tone, WriteMail>> = {
  formal: (facts) => ({
    subject: mail`About my ${letter(facts)}`,
    paragraphs:
      facts.retreat === 'hesitant'
        ? [
            mail`Thank you for considering my request for a ${letter(facts)}. I have thought it over and will ask somebody else this time, so there is nothing further for you to do.`,
            mail`I remain grateful for the time you gave me, and I hope to work with you again.`,
          ]
        : [
            mail`${thanked(facts)} My plans for my letters have changed, and I will not need one from you after all. Please do not spend any time on it.${leave(facts)}`,
            mail`I am sorry for the time that it has cost you already, and grateful that you were ready to help me.`,
          ],
    farewell: 'Sincerely,',
    attached: [],
  }),
  warm: (facts) => ({
    subject: mail`My ${letter(facts)}, and thank you`,
    paragraphs:
      facts.retreat === 'hesitant'
        ? [
            mail`Thank you for thinking about my letter. I have turned it over once more and will ask somebody else for this one, so please take it off your list with a light heart.`,
            mail`What I learned from you stays with me. I hope our paths cross again.`,
          ]
        : [
            mail`${thanked(facts)} That you were ready to do it has meant a lot to me.`,
            mail`My plans for my letters have changed since, and I will not need yours after all, so please put it aside.${leave(facts)} I am sorry for the trouble, and I have not forgotten what I learned from you.`,
          ],
    farewell: 'With warm regards,',
    attached: [],
  }),
  brief: (facts) => ({
    subject: mail`About my ${letter(facts)}`,
    paragraphs:
      facts.retreat === 'hesitant'
        ? [
            mail`Thank you for considering my request. I will ask somebody else for this letter, so there is nothing more for you to do.`,
            mail`I am grateful for your time, and for what I learned from you.`,
          ]
        : [
            mail`${thanked(facts)} My plans have changed, and I will not need the letter after all.${leave(facts)}`,
            mail`I am sorry for any time it has cost you, and grateful for your help.`,
          ],
    farewell: 'With thanks,',
    attached: [],
  }),
};

function thanked(facts: MailFacts): string {
  return facts.agreed
    ? `Thank you again for agreeing to write a ${letter(facts)} for me.`
    : `Thank you for considering a ${letter(facts)} for me.`;
}

function leave({ requested }: MailFacts): string {
  return requested ? ' If a request is still waiting for you, you can leave it unanswered.' : '';
}
