import { day, type Line, line, strong } from '../../core/reply.ts';
import type { Day } from '../../core/time.ts';
import type { ProgramSetting } from '../../letters/program.ts';
import { count } from './core.ts';

/** Programs, and the letters that go there. */
export const programs = {
  setting: { academic: 'academic', community: 'community' } satisfies Record<ProgramSetting, string>,
  fields: {
    name: 'Program',
    setting: 'Kind of program',
    letters: 'Letters it asks for',
    most: 'Most it reads',
    own: 'Of these from its specialty',
    chair: 'Asks for a department letter',
    form: 'Asks for the form',
    applied: 'Applied',
    assigned: 'Letters assigned',
  },
  none: line`You track no programs yet. Add the first one, and I look after which letters go where.`,
  noneAssigned: line`No letter is assigned yet.`,
  added: (name: string): Line => line`${strong(name)} is on your list of programs.`,
  edited: (name: string): Line => line`${strong(name)} is changed.`,
  removed: (name: string): Line => line`${strong(name)} is removed from your programs. Undo brings it back.`,
  known: (name: string): Line =>
    line`You track ${strong(name)} already. A second track of the same hospital needs a name of its own.`,
  notFound: (typed: string): Line => line`You have no program that fits “${typed}”.`,
  several: (typed: string): Line => line`“${typed}” fits several of your programs. Which one?`,
  limit: (max: number): Line =>
    line`You track ${max} programs already, and that is the most there can be. Remove one that you no longer need first.`,
  mostBelowLetters: (letters: number, most: number): Line =>
    line`A program that asks for ${letters} cannot read at most ${most}. Correct one of the two.`,
  ofSeason: (season: string): string => `season ${season}`,
  due: (on: Day): Line => line`letters due ${day(on)}`,
  assignedOf: (number: number, wanted: number | null): string =>
    wanted === null ? count(number, 'letter') : `${number} of ${count(wanted, 'letter')}`,
  appliedOn: (on: Day): Line => line`applied on ${day(on)}`,
  assigned: (writer: string, program: string): Line =>
    line`The letter of ${strong(writer)} goes to ${strong(program)}.`,
  unassigned: (writer: string, program: string): Line =>
    line`The letter of ${strong(writer)} no longer goes to ${strong(program)}.`,
  notAssigned: (writer: string, program: string): Line =>
    line`The letter of ${strong(writer)} does not go to ${strong(program)} in the first place.`,
  applied: (program: string, on: Day): Line => line`${strong(program)}: applied on ${day(on)}.`,
  unapplied: (program: string): Line => line`${strong(program)} is no longer marked as applied.`,
  notApplied: (program: string): Line => line`${strong(program)} is not marked as applied.`,
  asProposed: line`It is as proposed already; nothing was changed.`,
  proposalDone: (programs: number): Line =>
    programs === 1 ? line`Assigned as proposed.` : line`Assigned as proposed at ${count(programs, 'program')}.`,
  onlyMine: line`I keep this list for you; the portal has its own. Do the same there.`,
  listTitle: (number: number): string => (number === 1 ? 'Your program' : `Your ${number} programs`),
  buttons: {
    add: 'Add a program',
    addAnother: 'Add another program',
    list: 'My programs',
    show: 'Show',
    edit: 'Edit',
    propose: 'Propose letters',
    applied: 'I applied',
    notApplied: 'Not applied after all',
    assign: 'Assign a letter',
    takeOff: (writer: string): string => `Take off ${writer}`,
  },
  pickLetter: 'Assign a letter',
};
