import { code, day, type Line, line, strong } from '../../core/reply.ts';
import type { Day } from '../../core/time.ts';
import type { ServiceId } from '../../packs/service.ts';
import { letters } from './letters.ts';

export const answers = {
  unsure: line`I am not sure what that asks, and I would rather not guess. Is it one of these?`,
  unsureHelp: line`If none fits, put it in other words, look through ${code('/lor topics')}, or ask a person in your community: an adviser or a helper knows more than I do.`,
  /** Said above an answer that is not written in the language of its reader. */
  otherLanguage: line`This answer is in English only so far.`,
  whichService: line`It differs by application service. Which one is yours? ${code('/lor settings')} remembers it.`,
  whichSpecialty: 'Which specialty',
  inService: (service: ServiceId): string => `In ${letters.service[service]}`,
  forImg: 'For international graduates',
  forReapplicants: 'If you apply again',
  forSpecialty: (specialty: string): string => `In ${specialty}`,
  commonly: (specialty: string): string => `What ${specialty} programs commonly ask`,
  confidence: {
    high: 'Read on the pages of those who make the rule.',
    medium: 'Partly common advice.',
    low: 'Little that is official was found.',
  },
  sources: 'Sources:',
  kind: { official: 'official', school: 'a medical school', 'common-advice': 'common advice' },
  checked: (season: string, on: Day): Line => line`Season: ${season}. Last checked ${day(on)}.`,
  stale: line`This was checked more than half a year ago; rules may have changed since.`,
  otherService: (service: ServiceId): string => letters.service[service],
  related: 'Related',
  topics: {
    title: 'Topics',
    intro: line`Pick a topic, or ask in your own words.`,
    pick: 'Pick a topic',
    none: (typed: string): Line => line`There is no topic “${typed}”. Is it one of these?`,
  },
  numbersFor: (name: string, numbers: string): Line => line`${strong(name)}: ${numbers}`,
};
