import { code, day, type Line, line, strong } from '../../core/reply.ts';
import type { Day } from '../../core/time.ts';
import type { DraftKind, Tone } from '../../drafts/draft.ts';
import type { PacketItem } from '../../letters/packet.ts';
import type { Stage } from '../../letters/stages.ts';
import { letters } from './letters.ts';
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
      ? line`It is not finished yet. Fill this in before you send it:`
      : line`It is not finished yet. Fill these in before you send it:`,
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
  buttons: {
    sent: 'I sent it',
    matched: 'I matched',
    notMatched: 'I did not match',
    tone: { formal: 'More formal', warm: 'Warmer', brief: 'Shorter' } satisfies Record<Tone, string>,
  },
  /** What became of a letter by a mail that was sent. */
  noted: {
    ask: (name: string, on: Day): Line => line`${strong(name)}: asked on ${day(on)}.`,
    packet: (name: string, on: Day): Line => line`${strong(name)}: packet sent on ${day(on)}.`,
    nudge: (name: string, on: Day): Line =>
      line`${strong(name)}: reminded on ${day(on)}. That was the one; now it is their turn.`,
    'step-back': (name: string, on: Day): Line =>
      line`${strong(name)}: you stepped back on ${day(on)}. The letter is dropped.`,
    thanks: (name: string, on: Day): Line => line`${strong(name)}: thanked on ${day(on)}.`,
    result: (name: string, on: Day): Line =>
      line`${strong(name)}: told the result on ${day(on)}. They will be glad that you did.`,
  } satisfies Record<DraftKind, (name: string, on: Day) => Line>,
  notedAlready: (name: string): Line => line`${strong(name)}: that step is noted already.`,
  /** Of a second reminder. */
  notedAgain: (name: string, on: Day): Line =>
    line`${strong(name)}: reminded once more on ${day(on)}. That was the last one; a third helps nobody.`,
  early: (name: string, at: Stage): Line =>
    line`By what you noted the letter of ${strong(name)} is not in yet (${letters.stage[at]}), and this mail speaks as if it were. Once it is in, note that first: ${code('/lor next')}`,
  notInYet: (name: string): Line => line`The letter of ${strong(name)} is not in yet. Note the upload first.`,
  notHere: (name: string, at: Stage): Line =>
    line`The letter of ${strong(name)} stands at “${letters.stage[at]}”, which this mail does not go with. Nothing was noted.`,
  cannotStepBack: (name: string): Line =>
    line`The letter of ${strong(name)} is in, so there is nothing to step back from. You need not assign it.`,
  nudgeRule: {
    isIn: (name: string): Line => line`${name} needs no reminder: that letter is no longer outstanding.`,
    notYet: (name: string): Line => line`${name} has not said yes yet, so there is nothing to be late with. Ask first.`,
    tooEarly: (name: string, opens: Day): Line =>
      line`It is early to remind ${strong(name)}. One polite reminder is in place from ${day(opens)}, 14 days before the letter is needed; before that it only presses.`,
    wait: (name: string, on: Day, again: Day): Line =>
      line`You reminded ${strong(name)} on ${day(on)}. Leave it for a week: a second reminder is in place from ${day(again)}, with a reason. Until then ask the assistant or coordinator, and have a backup stand by.`,
    why: (name: string, on: Day): Line =>
      line`You reminded ${strong(name)} on ${day(on)} already. Why once more? Pick the reason, and the mail says it.`,
    twice: (name: string): Line =>
      line`You reminded ${strong(name)} twice, and a third time helps nobody. Ask the assistant or coordinator, or let the backup step in.`,
  },
};
