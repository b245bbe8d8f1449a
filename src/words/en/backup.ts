import { day, type Line, line, strong } from '../../core/reply.ts';
import type { Day } from '../../core/time.ts';
import type { BackupPoint } from '../../letters/backup.ts';

const what = {
  'line-up': 'have somebody stand by',
  nudge: 'remind the writer, once',
  activate: 'ask the backup',
  submit: 'apply without the letter and add it later',
} satisfies Record<BackupPoint, string>;

/** Somebody who steps in for a late writer. */
export const backup = {
  title: (name: string): string => `In case ${name} is late`,
  point: (point: BackupPoint, on: Day, done: boolean): Line =>
    done ? line`✓ ${day(on)}: ${what[point]}` : line`${day(on)}: ${what[point]}`,
  now: (point: BackupPoint): Line => line`${strong('Now')}: ${what[point]}.`,
  never: line`Never fill a place with a letter that you do not want there: once you have applied, it may be fixed. An empty place can be filled later.`,
  noClock: line`The clock runs once you have asked and the letter has a due date.`,
  nobody: line`Nobody stands by yet. Somebody who knows you well and could write within two weeks is enough; tell them that it may not come to it.`,
  standsBy: (name: string, since: Day): Line => line`${strong(name)} has been standing by since ${day(since)}.`,
  steppedIn: (name: string, on: Day): Line => line`${strong(name)} was asked to step in on ${day(on)}.`,
  lined: (name: string): Line => line`${strong(name)} stands by now.`,
  activated: (name: string, late: string): Line =>
    line`${strong(name)} steps in for ${strong(late)}. A letter of theirs is on your list with the same purpose and due date. The first one stays: if it comes in after all, you choose.`,
  removed: line`Nobody stands by any more.`,
  notItself: (name: string): Line => line`${strong(name)} writes this letter. Name somebody else.`,
  none: line`Name who stands by first.`,
  already: (name: string, on: Day): Line => line`${strong(name)} was asked to step in on ${day(on)} already.`,
  notOutstanding: (name: string): Line => line`The letter of ${strong(name)} needs no backup: it is not outstanding.`,
  pick: 'Who stands by',
  buttons: { activate: 'Activate the backup', remove: 'No backup', draft: 'Ask them' },
};
