import { code, day, type Line, line, strong } from '../../core/reply.ts';
import type { Day } from '../../core/time.ts';
import type { Candidate, Criterion, Weight } from '../../letters/compare.ts';
import type { WriterKind } from '../../letters/letter.ts';
import type { Answer, Stage } from '../../letters/stages.ts';
import type { ChairCustom } from '../../packs/specialty-needs.ts';
import { count } from './core.ts';
import { letters } from './letters.ts';

/** Whom to ask: what common advice says of the kinds of writers, and what the member said of each. */
export const compare = {
  title: 'Whom to ask',
  test: line`Can this person tell one story about you, and what you did in it? That comes before any title.`,
  advice: line`The order follows what you told me; the rest is common advice, no rule. ${code('/lor writer edit')} corrects it.`,
  residents: line`A resident or fellow who knows you well can give the attending what to write; schools advise against them as main authors.`,
  too: line`Name at least two writers to compare them.`,
  weight: {
    'very-high': 'weighs very much',
    high: 'weighs much',
    'high-if-close': 'weighs much if they know you, little if not',
    'moderate-to-high': 'weighs quite a lot',
    moderate: 'weighs something',
  } satisfies Record<Weight, string>,
  /** Where each kind of writer serves best. */
  bestFor: {
    chair: 'after a sub-internship or real work in that department',
    'program-director': 'where the tie is real, as after an away rotation there',
    attending: 'every application: such letters are the core of a set',
    'research-mentor': 'academic programs, and a record of research',
    'community-physician': 'primary care, and programs that know the doctor',
    other: null,
  } satisfies Record<WriterKind, string | null>,
  /** What to watch for with each. */
  careful: {
    chair: 'a letter by form counts against you; the department letter that some specialties want is another thing',
    'program-director': 'keep it for somebody you truly worked with',
    attending: 'choose the rotations on which you stood out',
    'research-mentor': 'it should tie the work to the doctor you will be',
    'community-physician': 'they should know what a residency letter is for',
    other: null,
  } satisfies Record<WriterKind, string | null>,
  kind: (kind: string, weight: string | null): string => (weight === null ? kind : `${kind}: ${weight}`),
  fits: (where: string): Line => line`Best for: ${where}.`,
  watch: (what: string): Line => line`Mind: ${what}.`,
  story: {
    well: 'can tell a story about you',
    somewhat: 'can perhaps tell a story about you',
    hardly: 'hardly knows you',
    unsaid: 'whether they can tell a story about you is not said',
  } satisfies Record<Candidate['story'], string>,
  field: {
    own: 'of the specialty',
    other: 'of another specialty',
    unsaid: null,
  } satisfies Record<Candidate['field'], string | null>,
  lastDay: (on: Day, days: number): Line =>
    days < 0 ? line`last day together ${day(on)}, ${count(-days, 'day')} ago` : line`with you until ${day(on)}`,
  standing: (stage: Stage, answer: Answer | null): string =>
    answer === null ? letters.stage[stage] : `${letters.stage[stage]}, ${letters.answer[answer]}`,
  /** `sure` is false where little that is official was found. */
  department: (custom: ChairCustom, specialty: string, sure: boolean): Line => {
    const said = {
      expected: line`Most programs in ${specialty} expect a department letter: ask the department for it, whoever writes your personal ones.`,
      customary: line`A department letter is customary in ${specialty}: ask the department for it, whoever writes your personal ones.`,
      sometimes: line`Some programs in ${specialty} ask for a department letter.`,
      'not-usual': line`A department letter is not usual in ${specialty}.`,
    }[custom];
    return sure ? said : line`${said} So it is said; little that is official was found.`;
  },
  /** Why somebody stands before the next. */
  ahead: (criterion: Criterion, next: Candidate): Line => {
    const before = line`Before ${strong(next.writer.name)}`;
    switch (criterion) {
      case 'open':
        return line`${before}, from whom nothing is to be expected now.`;
      case 'answer':
        return line`${before}, whose yes was lukewarm.`;
      case 'story':
        return {
          well: line`${before}.`,
          somewhat: line`${before}, who can perhaps tell a story.`,
          unsaid: line`${before}, of whom it is not said whether they can tell a story.`,
          hardly: line`${before}, who hardly knows you.`,
        }[next.story];
      case 'field':
        return next.field === 'other'
          ? line`${before}, who is of another specialty.`
          : line`${before}, whose specialty is not said.`;
      case 'us':
        return next.writer.inUs === false
          ? line`${before}, who works outside the United States.`
          : line`${before}, of whom it is not said whether they work in the United States.`;
      case 'weight':
        return next.writer.kind === null
          ? line`${before}, whose part in your training is not said.`
          : line`${before}, whose letter commonly weighs less.`;
      case 'recency':
        return next.lastDay === null
          ? line`${before}, with whom no last day is noted.`
          : line`${before}, with whom you worked longer ago.`;
      case 'name':
        return line`Beside ${strong(next.writer.name)}: nothing that you told me sets them apart.`;
    }
  },
  ask: 'Ask them',
  edit: 'Edit',
};
