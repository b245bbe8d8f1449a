import { code, day, type Line, line, strong } from '../../core/reply.ts';
import type { Day } from '../../core/time.ts';

/** Writers as people, apart from their letters. */
export const writers = {
  none: line`You keep no writers yet. Begin with the people who know your work best.`,
  notFound: (typed: string): Line => line`You have no writer who fits “${typed}”.`,
  several: (typed: string): Line => line`“${typed}” fits several of your writers. Which one?`,
  added: (name: string): Line => line`${strong(name)} is among your writers. Add a letter when you mean to ask.`,
  known: (name: string): Line =>
    line`${strong(name)} is among your writers already. Change what I know of them, or add a letter.`,
  edited: (name: string): Line => line`${strong(name)} is changed.`,
  removed: (name: string, letters: number): Line =>
    letters === 0
      ? line`${strong(name)} is removed. Undo brings them back.`
      : line`${strong(name)} is removed, with ${letters === 1 ? '1 letter' : `${letters} letters`}. Undo brings all of it back.`,
  /** Said before something is taken away that holds more. */
  removeWith: (name: string, letters: number): Line =>
    line`${strong(name)} has ${letters === 1 ? '1 letter' : `${letters} letters`} here, which would go with them. Undo can bring all of it back.`,
  removeAll: (letters: number): string => (letters === 1 ? 'Remove with the letter' : `Remove with ${letters} letters`),
  listTitle: (number: number): string => (number === 1 ? 'Your writer' : `Your ${number} writers`),
  lettersOf: (number: number): string =>
    number === 0 ? 'no letter yet' : number === 1 ? '1 letter' : `${number} letters`,
  askOn: (on: Day): Line => line`last day together ${day(on)}: ask then, in person`,
  lettersTitle: 'Letters',
  notAnEmail: (typed: string): Line =>
    line`“${typed}” is no e-mail address. It goes like ${code('chen@hospital.org')}.`,
  buttons: {
    addLetter: 'Add a letter',
    list: 'My writers',
    compare: 'Compare writers',
    addWriter: 'Add a writer',
  },
};
