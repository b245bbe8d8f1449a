import type { Tone } from '../../../drafts/draft.ts';
import type { WriteMail } from '../../../drafts/draft-words.ts';
import { gap, mail } from '../../../drafts/mail-text.ts';
import { letter } from './parts.ts';

/** After the upload. The thanks are for time and trust, not for a text that the member has not read. */
export const thanks: Readonly<Record<Tone, WriteMail>> = {
  formal: (facts) => ({
    subject: mail`Thank you for your letter`,
    paragraphs: [
      mail`Your ${letter(facts)} has been uploaded. Thank you for writing it; I know that the time for it had to come from somewhere.`,
      mail`Of all that you taught me, I think most often of ${gap('one thing they taught you')}, and I will take it with me into residency.`,
      mail`I will write again after the match and tell you how it went.`,
    ],
    farewell: 'With gratitude,',
    attached: [],
  }),
  warm: () => ({
    subject: mail`Thank you for your letter`,
    paragraphs: [
      mail`Your letter is in, and I wanted to thank you properly. Somewhere in a full week you found the time to write it, and I do not take that lightly.`,
      mail`What I will remember from working with you is ${gap('one thing they taught you')}. I hope to pass it on to somebody one day.`,
      mail`You will hear from me after the match, however it goes.`,
    ],
    farewell: 'Gratefully,',
    attached: [],
  }),
  brief: () => ({
    subject: mail`Thank you for your letter`,
    paragraphs: [
      mail`Your letter is in. Thank you for writing it, and for the time it took out of full days.`,
      mail`I learned a great deal from working with you, and I will tell you after the match how it went.`,
    ],
    farewell: 'With thanks,',
    attached: [],
  }),
};
