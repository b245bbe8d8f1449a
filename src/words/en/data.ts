import { code, day, type Line, line, strong } from '../../core/reply.ts';
import type { Day } from '../../core/time.ts';
import { count } from './core.ts';

/** What somebody has here, counted. */
export interface Kept {
  readonly writers: number;
  readonly letters: number;
  readonly programs: number;
}

/** `2 writers, 1 letter and 0 programs`. */
export function kept({ writers, letters, programs }: Kept): string {
  return `${count(writers, 'writer')}, ${count(letters, 'letter')} and ${count(programs, 'program')}`;
}

/** Taking data out, in and away. */
export const data = {
  erase: {
    buttons: { keep: 'Export first', erase: 'Delete everything' },
    asks: (what: Kept): Line =>
      line`This deletes all that I keep of you: ${kept(what)}, their history, your settings, reminders, shares, suggestions, votes and roles. Nothing of it can be brought back, not by undo and not by the operator’s next backup. ${code('/lor data export')} gives you a copy first.`,
    wrongWord: (typed: string): Line =>
      line`“${typed}” does not confirm it, so nothing was deleted. Type ${strong('DELETE')}.`,
    done: (what: Kept): Line => line`Deleted: ${kept(what)}, and everything else that I kept of you.`,
    after: line`I begin anew when you write to me again. A copy in a backup that the operator made earlier goes when that backup does. Answers that your community published stay without your name. What stands in the chat, and files that I handed you, I do not delete.`,
  },
  export: {
    done: (what: Kept): Line => line`Here is all that I keep of you: ${kept(what)}.`,
    files: line`The JSON file holds everything and can be given back with ${code('/lor data import')}, also elsewhere. The CSV files open in a spreadsheet.`,
    careful: line`They hold names and e-mail addresses of your writers. Keep them as you would keep your own.`,
    jsonAlt: 'Everything that is kept of you, as JSON',
    lettersAlt: 'Your letters as a table, one row for each',
    programsAlt: 'Your programs as a table, one row for each',
  },
  calendar: {
    done: (events: number): Line =>
      line`Your dates as a calendar file, ${count(events, 'event')}: open it, and your calendar takes them in.`,
    nothing: line`There is no date yet that could go into a calendar. Give a letter or a program a due date first.`,
    once: line`The file is how things stand today; what you change here later does not reach it. For dates that keep up, ask for a feed: ${code('/lor data feed')}`,
    alt: 'Your dates, for a calendar program',
  },
  feed: {
    done: line`Subscribe to this address in your calendar program, and your dates keep up with what you change here:`,
    secret: line`Whoever has the address can read these dates, so show it to nobody. It is shown once; a new one ends the old one.`,
    stands: (since: Day): Line =>
      line`You have an address since ${day(since)}. I keep no copy of it; make a new one if it is lost, and the old one ends.`,
    revoked: line`The address no longer works.`,
    none: line`You have no address for a calendar.`,
    unavailable: line`This bot has no public address, so there is no feed. ${code('/lor data calendar')} gives you a file.`,
    buttons: { renew: 'Make a new address', make: 'Make an address', revoke: 'End it', file: 'As a file' },
  },
  import: {
    nothing: line`There is nothing in this file that I could take in.`,
    confirm: 'Take it in',
    done: (what: Kept): Line => line`Taken in: ${kept(what)}, new or changed.`,
    columns: 'Correct the columns',
    again: 'Hand over a file',
    gone: line`That file waited for more than a day, or another came after it. Hand it over again.`,
    waits: line`Nothing is changed yet. The file waits for a day, encrypted.`,
  },
};
