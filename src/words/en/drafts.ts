import { day, type Line, line, strong } from '../../core/reply.ts';
import type { Day } from '../../core/time.ts';
import type { DraftKind } from '../../drafts/draft.ts';
import type { PacketItem } from '../../letters/packet.ts';
import { mails } from './mails/index.ts';

const papers: Readonly<Record<PacketItem, string>> = {
  cv: 'your CV',
  statement: 'your personal statement',
  request: 'the request',
  sheet: 'your reminder sheet',
  programs: 'a list of programs',
  photo: 'your photo',
};

/** Drafts of mails. What only the member knows stands in brackets. */
export const drafts = {
  mails,
  title: {
    ask: (name: string) => `Asking ${name}`,
    packet: (name: string) => `The papers for ${name}`,
    nudge: (name: string) => `A reminder to ${name}`,
    'step-back': (name: string) => `Stepping back from the letter of ${name}`,
    thanks: (name: string) => `Thanks to ${name}`,
    result: (name: string) => `How it ended, for ${name}`,
  } satisfies Record<DraftKind, (name: string) => string>,
  to: 'To',
  subject: 'Subject',
  fill: (number: number): Line =>
    number === 1
      ? line`It is not finished yet. Fill in this before you send it:`
      : line`It is not finished yet. Fill in these before you send it:`,
  filled: line`Nothing is left to fill in. Read it once more, and make it sound like you.`,
  attach: (items: readonly PacketItem[]): Line =>
    line`It says that these are attached, which no link can do for you: ${items.map((item) => papers[item]).join(', ')}.`,
  write: (name: string): string => `Write to ${name} in your mail app`,
  copy: line`The text is too long for a link and has to be copied from here.`,
  rule: {
    ask: line`In person is best, in a quiet moment; a mail is for when you no longer see each other. Take hesitation as a no.`,
    packet: line`Send it in one mail soon after the yes, without anything that could identify a patient.`,
    nudge: line`One reminder, one to two weeks before your date, is what most advice recommends. After that ask the assistant or coordinator.`,
    'step-back': line`Short is kind. You owe nobody a reason.`,
    thanks: line`Within a few days of the upload. Many prefer a note by hand; a mail is fine.`,
    result: line`Writers want to know, whatever the result. You owe nobody more than this.`,
  } satisfies Record<DraftKind, Line>,
  sends: line`I send nothing to a writer myself.`,
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
