import { day, type Line, line, strong } from '../../core/reply.ts';
import type { Day } from '../../core/time.ts';

/** Drafts of mails. What only the member knows stands in brackets. */
export const drafts = {
  nudge: {
    title: (name: string): string => `A reminder to ${name}`,
    subject: (what: string): Line =>
      line`${strong('Subject:')} My letter of recommendation${what === '' ? '' : ` (${what})`}`,
    body: (name: string, due: Day | null): readonly Line[] => [
      line`Dear ${name},`,
      line`Thank you again for agreeing to write a letter for me. It means a lot, and I know how full your days are.`,
      due === null
        ? line`I hope to have all my letters in by [date]. May I ask whether that still works for you?`
        : line`I hope to have all my letters in by ${day(due)}. May I ask whether that still works for you?`,
      line`I have attached my packet again. If the request is hard to find, please look in your spam folder for it, or tell me and I will send it once more. If anything else would help, I am glad to do it.`,
      line`With many thanks,`,
      line`[your name]`,
    ],
    gaps: line`Fill in what stands in [brackets] before you send it. I send nothing to a writer myself.`,
    once: line`One reminder, one to two weeks before your date, is what most advice recommends. After that ask the assistant or coordinator.`,
    isIn: (name: string): Line => line`${name} needs no reminder: that letter is no longer outstanding.`,
    notYet: (name: string): Line => line`${name} has not said yes yet, so there is nothing to be late with. Ask first.`,
  },
};
