import { code, day, type Line, line, strong } from '../../core/reply.ts';
import type { Alarm, Urgency } from '../../letters/alarm.ts';
import type { MixFact, Severity } from '../../letters/finding.ts';
import type { Naming } from '../../letters/named-need.ts';
import type { Confidence } from '../../packs/confidence.ts';
import { both, count } from './core.ts';
import { sorts } from './sorts.ts';

const usual: Readonly<Record<Confidence | 'unconfirmed', string>> = {
  high: 'are usual',
  medium: 'are commonly advised',
  low: 'are said to be usual',
  unconfirmed: 'may be usual',
};

/** What is found about a set of letters. `names` are the writers of the letters that a finding is about. */
export const checks = {
  title: 'Your letters, checked',
  forSpecialty: (specialty: string): string => `For ${specialty}`,
  always: 'Whatever the specialty',
  severity: {
    missing: 'Missing',
    consider: 'Worth a thought',
    unknown: 'Not said yet',
    fine: 'In order',
  } satisfies Record<Severity, string>,
  noLetters: line`You track no letters yet, so there is nothing to check. Add the people you think of asking; planned letters count.`,
  eachProgram: line`These are customs. Each program sets its own requirements, so look at its page as well.`,
  /** A phrase of the packs, which is in English. */
  note: (text: string): Line => line`${text}.`,
  source: 'Source',
  advice: 'common advice',
  finding: (fact: MixFact, names: readonly string[], confidence: Confidence | 'unconfirmed', naming: Naming): Line => {
    const who = both(names);
    const one = names.length === 1;
    switch (fact.code) {
      case 'count':
        return line`You track ${count(fact.have, 'letter')} for it; ${fact.from === fact.to ? fact.from : `${fact.from} to ${fact.to}`} ${usual[confidence]}.`;
      case 'sort': {
        const { sort, by } = naming.need(fact.need);
        const whose = sorts.by(by, fact.wanted <= fact.need.min);
        const far = line`${fact.have} of ${sorts.several(fact.wanted, sort)}`;
        if (fact.have >= fact.wanted) return line`${sorts.several(fact.have, sort)}.`;
        if (fact.have + fact.unsaid.length < fact.wanted) return line`${far}: ${whose}.`;
        return sort.kind === 'form'
          ? line`${far}: ${whose}. On which form ${who} ${one ? 'writes' : 'write'} is not said: ${code('/lor edit')} keeps it.`
          : line`${far}: ${whose}. The specialty of ${who} is not said: ${code('/lor writer edit')} keeps it.`;
      }
      case 'too-many': {
        const { atMost, sort, by } = naming.need(fact.need);
        return line`${sorts.several(fact.have, sort)}; more than ${atMost} ${atMost === 1 ? 'is' : 'are'} seldom of use: ${sorts.by(by)}.`;
      }
      case 'chair-hardly-knows':
        return fact.asked
          ? line`${who} hardly ${one ? 'knows' : 'know'} you. As the department’s letter it is wanted all the same; as a personal letter, by common advice, one by form counts against you.`
          : line`${who} hardly ${one ? 'knows' : 'know'} you. By common advice a chair’s letter by form counts against you: ask a chair only after close work together.`;
      case 'hardly-knows':
        return line`${who} can hardly tell a story about you. Common advice prefers somebody who saw you work to a name.`;
      case 'lukewarm':
        return fact.needed
          ? line`Without the lukewarm ${one ? 'letter' : 'letters'} of ${who} there are fewer than is usual. Look for somebody to write in ${one ? 'its' : 'their'} place.`
          : line`The yes of ${who} was lukewarm, and you have enough others. A lukewarm letter is said to hurt more than an open place.`;
      case 'second-of-form-writer':
        return line`${who} ${one ? 'writes' : 'write'} the form. Whoever does that is not to write a second letter.`;
      case 'no-advice':
        return {
          carms: line`What I know of specialties is about the United States. CaRMS programs name what they want in their descriptions.`,
          unconfirmed: line`For this specialty nothing could be confirmed. What follows is the general advice.`,
          'unknown-specialty': line`I do not know this specialty. What follows is the general advice.`,
        }[fact.because];
      case 'us-writers':
        if (fact.have > 0) return line`${count(fact.have, 'letter')} by writers in the United States.`;
        return fact.unsaid.length > 0
          ? line`Whether ${who} ${one ? 'works' : 'work'} in the United States is not said: ${code('/lor writer edit')} keeps it. Programs may expect a letter from there.`
          : line`No letter by a writer in the United States. Programs may expect one from your US clinical experience, ECFMG says.`;
      case 'img-unsaid':
        return line`International medical graduate? ${code('/lor settings img:yes')} or ${code('img:no')}, and I know whether US letters matter.`;
      case 'closeness-unsaid':
        return line`Can ${who} tell a story about you? ${code('/lor writer edit')} keeps it; common advice puts that before any title.`;
      case 'secured':
        return line`${count(fact.have, 'writer')} ${fact.have === 1 ? 'has' : 'have'} said yes; common advice is to secure ${fact.wanted}.`;
      case 'specialty-unsaid':
        return line`Which specialty are you applying to? ${code('/lor settings specialty:')} tells me what is usual there.`;
    }
  },
  alarm: (alarm: Alarm, name: string, naming: Naming): Line => {
    if (alarm.code === 'unassigned')
      return alarm.programs === 1
        ? line`The letter of ${strong(name)} is in and does not go to the one program that could have it.`
        : line`The letter of ${strong(name)} is in and goes to none of the ${alarm.programs} programs that could have it.`;
    return line`${strong(name)}${pressing(alarm.urgency)}: ${alarm.have} of ${count(alarm.asked, 'letter')}, ${sorts.by(naming.who(alarm.by))}.`;
  },
  buttons: {
    propose: 'Propose letters',
    assign: 'Assign',
    editLetter: 'Edit letter',
    editWriter: (name: string): string => `Edit ${name}`,
    settings: 'Settings',
  },
};

function pressing(urgency: Urgency): Line {
  switch (urgency.kind) {
    case 'overdue':
      return line`, was due ${day(urgency.due)}`;
    case 'soon':
      return line`, due ${day(urgency.due)}`;
    case 'applied':
      return line`, applied on ${day(urgency.on)}`;
    case 'later':
      return [];
  }
}
