import { code, day, type Line, line, strong } from '../../core/reply.ts';
import type { Naming } from '../../letters/named-need.ts';
import type { AsideReason, Missing, OffReason, Reason } from '../../letters/proposal-reasons.ts';
import { count } from './core.ts';
import { letters } from './letters.ts';
import { sorts } from './sorts.ts';

/** Which letters go to which program, and why. Reasons are parts of a sentence. */
export const proposals = {
  title: 'Proposed letters',
  intro: line`For each program: first what it asks for and what is usual in its specialty, then few weak letters, then what suits the program, then who knows you best. Nothing is changed until you say so.`,
  none: line`You track no programs yet. Add the first one, and I propose letters for it.`,
  stays: (name: string, why: Line): Line => line`${strong(name)} stays: ${why}`,
  added: (name: string, why: Line): Line => line`+ ${strong(name)}: ${why}`,
  off: (name: string, why: Line): Line => line`− ${strong(name)}: ${why}`,
  aside: (name: string, why: Line): Line => line`Left out: ${strong(name)}, ${why}`,
  missing: (what: Line): Line => line`Missing: ${what}`,
  nothing: line`No letter fits yet.`,
  unchanged: line`It is as I would have it.`,
  /** A letter that is no longer on the member's list has no name. */
  nameless: 'A letter',
  reason: (reason: Reason, naming: Naming): Line => {
    switch (reason.code) {
      case 'locked':
        return reason.rule?.confirmed ? line`it cannot be taken off any more` : line`it may be fixed there already`;
      case 'gone':
        return line`it is ${letters.stage[reason.stage]} and only holds a place`;
      case 'sought': {
        const { sort, by } = naming.need(reason.need);
        return by.kind === 'program' ? line`${sorts.is(sort)}, ${sorts.by(by)}` : line`${sorts.is(sort)}`;
      }
      case 'number':
        return line`needed for the number: ${count(reason.min, 'letter')}, ${sorts.by(naming.who(reason.by))}`;
      case 'us-writer':
        return line`its writer works in the United States`;
      case 'knows-well':
        return line`knows you well`;
      case 'promised-strong':
        return line`a strong letter is promised`;
      case 'in':
        return line`it is in`;
      case 'on-the-way':
        return line`on the way (${letters.stage[reason.stage]})`;
      case 'put-by-hand':
        return line`only ${letters.stage[reason.stage]} so far, you put it there`;
      case 'lukewarm':
        return line`mind that the yes was lukewarm`;
      case 'hardly-knows':
        return line`mind that they hardly know you`;
      case 'imported':
        return line`from an earlier season, and programs see ${day(reason.original)} on it`;
    }
  },
  offReason: (reason: OffReason | AsideReason, naming: Naming): Line => {
    switch (reason.code) {
      case 'removed':
        return line`no longer on your list`;
      case 'gone':
        return line`${letters.stage[reason.stage]}`;
      case 'other-service':
        return line`it is for ${letters.service[reason.letter]}`;
      case 'other-season':
        return line`it is for ${reason.letter}`;
      case 'other-specialty':
        return line`it is labelled ${reason.letter}`;
      case 'second':
        return line`another letter of theirs goes there`;
      case 'lukewarm':
        return line`the yes was lukewarm`;
      case 'hardly-knows':
        return line`they hardly know you`;
      case 'research-at-community':
        return line`on research, and by common advice a community program gets more from a clinical letter`;
      case 'too-many': {
        const { atMost, sort, by } = naming.need(reason.need);
        return line`more than ${sorts.several(atMost, sort)} are seldom of use: ${sorts.by(by)}`;
      }
      case 'full':
        return line`${count(reason.most, 'letter')} are the most there, and the others serve it better`;
      case 'enough':
        return line`${count(reason.usual, 'letter')} are usual, and the others serve it better`;
    }
  },
  lacking: (missing: Missing, naming: Naming): Line => {
    switch (missing.code) {
      case 'program-specialty-unsaid':
        return line`the specialty of the program, of which it asks for letters. ${code('/lor program edit')} keeps it.`;
      case 'letters':
        return line`${missing.have} of ${count(missing.min, 'letter')}: ${sorts.by(naming.who(missing.by))}`;
      case 'sought': {
        const { min, sort, by } = naming.need(missing.need);
        const unsaid = missing.unsaid === 0 ? '' : `; not said yet of ${count(missing.unsaid, 'letter')} there`;
        return line`${missing.have} of ${sorts.several(min, sort)}: ${sorts.by(by)}${unsaid}`;
      }
    }
  },
  page: (shown: number, all: number): Line => line`${shown} of ${count(all, 'program')}.`,
  buttons: { apply: 'Do it so', applyAll: 'Do it for all', show: 'Show' },
};
