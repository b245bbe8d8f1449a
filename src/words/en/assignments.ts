import { code, day, type Line, line, strong } from '../../core/reply.ts';
import type {
  ApplyRefusal,
  ApplyWarning,
  AssignRefusal,
  AssignWarning,
  UnassignRefusal,
  UnassignWarning,
} from '../../letters/assignment.ts';
import type { LockRule } from '../../letters/program-rules.ts';
import { both, count } from './core.ts';
import { letters } from './letters.ts';

/** When a service fixes a letter, as a clause. */
function lockClause({ when }: LockRule): string {
  return when === 'on-applying' ? 'once you have applied' : 'once it is completed';
}

/** Where a rule is not sure, with what its source spoke about. */
function unsure({ confirmed, season }: LockRule): string {
  return confirmed ? '' : ` That is not confirmed for this season; the source speaks of: ${season}.`;
}

/** What stands against a letter at a program, and what to know about it. */
export const assignments = {
  refused: (refusal: AssignRefusal, writer: string, program: string): Line => {
    switch (refusal.code) {
      case 'already':
        return line`The letter of ${strong(writer)} goes to ${strong(program)} already, since ${day(refusal.on)}.`;
      case 'gone':
        return line`The letter of ${strong(writer)} is ${letters.stage[refusal.stage]}, so it can go nowhere. If that has changed, move it on with ${code('/lor next')} first.`;
      case 'other-service':
        return line`That letter is for ${letters.service[refusal.letter]}, and ${strong(program)} is in ${letters.service[refusal.program]}. Each service has letters of its own: add one for it with ${code('/lor add')}.`;
      case 'other-season':
        return line`That letter is for ${refusal.letter}, and ${strong(program)} is for ${refusal.program}. If it goes out again this season, change its season with ${code('/lor edit')}.`;
      case 'full':
        return line`${strong(program)} has ${count(refusal.cap.letters, 'letter')}, and its service takes no more. Take one off first, or leave this one out.`;
    }
  },
  warned: (warning: AssignWarning, writer: string, program: string): Line => {
    switch (warning.code) {
      case 'other-specialty':
        return line`It is labelled ${warning.letter}, and ${strong(program)} is in ${warning.program}. Check that it is the letter you mean.`;
      case 'not-in-yet':
        return line`It is not there yet (${letters.stage[warning.stage]}). Send it there because you want it there, not to hold a place: an open place can be filled later.`;
      case 'no-yes-yet':
        return line`${strong(writer)} has not said yes yet (${letters.stage[warning.stage]}). In the portal, leave the place open until the letter is sure.`;
      case 'cap-unknown':
        return warning.because === 'service-unsaid'
          ? line`I do not know the service of ${strong(program)}, so I cannot say how many letters it takes. ${code('/lor program edit')} keeps it.`
          : line`How many letters its service takes for one program is not confirmed. Look it up before you send them.`;
      case 'over-unconfirmed-cap':
        return line`These are ${warning.have} letters, and ${warning.cap.letters} may be the most. That is not confirmed for this season; the source speaks of: ${warning.cap.season}.`;
      case 'over-most':
        return line`These are ${warning.have} letters, and you noted that ${strong(program)} reads ${warning.most}.`;
      case 'locks':
        return warning.closed
          ? line`In the portal it cannot be taken off again: letters are fixed ${lockClause(warning.rule)}.${unsure(warning.rule)}`
          : line`It can be taken off until then only: letters are fixed ${lockClause(warning.rule)}.${unsure(warning.rule)}`;
    }
  },
  notTakenOff: (refusal: UnassignRefusal, writer: string, program: string): Line =>
    refusal.code === 'not-assigned'
      ? line`The letter of ${strong(writer)} does not go to ${strong(program)} in the first place.`
      : line`The letter of ${strong(writer)} cannot be taken off ${strong(program)}: its service fixes letters ${lockClause(refusal.rule)}. If it was noted by mistake, ${code('/lor undo')} takes that back.`,
  takenOff: ({ rule }: UnassignWarning): Line =>
    rule === null
      ? line`Look in the portal whether it lets you: whether letters are fixed there after you applied is not known.`
      : line`Look in the portal whether it lets you: letters are said to be fixed ${lockClause(rule)}.${unsure(rule)}`,
  notApplied: (refusal: ApplyRefusal, program: string): Line =>
    refusal.code === 'in-the-future'
      ? line`${day(refusal.on)} lies ahead. Give the day on which you applied.`
      : line`${strong(program)} is marked as applied on ${day(refusal.on)} already.`,
  /** `names` are the writers of the letters that a warning is about. */
  applied: (warning: ApplyWarning, program: string, names: readonly string[]): Line => {
    switch (warning.code) {
      case 'no-letters':
        return line`No letter goes to ${strong(program)} yet. They can be added later.`;
      case 'fewer-than-asked':
        return line`${strong(program)} asks for ${count(warning.asked, 'letter')}, and ${warning.have} ${warning.have === 1 ? 'goes' : 'go'} there. More can be added later.`;
      case 'awaited':
        return line`Still to come: ${both(names)}.`;
      case 'gone-assigned':
        return line`Declined or dropped, and assigned: ${both(names)}. See in the portal whether the place can be freed.`;
      case 'letters-stay':
        return line`Its letters stay where they are from now on; others can still be added.${unsure(warning.rule)}`;
    }
  },
};
