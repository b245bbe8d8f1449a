import type { Day } from '../core/time.ts';
import { daysBetween } from '../dates/calendar.ts';
import type { ChairCustom } from '../packs/specialty-needs.ts';
import type { Dossier } from './dossier.ts';
import { fieldOf, isOwnField, type PlacedProgram, placeSpecialty } from './fit.ts';
import type { Closeness, Letter, Writer, WriterKind } from './letter.ts';
import { isGone, ladder, type Stage } from './stages.ts';

/**
 * What common advice says of the sorts of writers, by the rows of the packs that have it. It is advice and
 * no rule, which whoever shows it has to say. A resident is no sort of writer: schools want them to
 * contribute to an attending's letter (`letters/resident-not-author`).
 */
export const kindAdvice = {
  'program-director': { weight: 'very-high', row: 'letters/program-director' },
  attending: { weight: 'high', row: 'letters/attending-core' },
  chair: { weight: 'high-if-close', row: 'letters/chair-close-contact' },
  'research-mentor': { weight: 'moderate-to-high', row: 'letters/research-mentor' },
  'community-physician': { weight: 'moderate', row: 'letters/community-physician' },
  other: { weight: null, row: null },
} as const satisfies Record<WriterKind, { weight: string | null; row: string | null }>;

export type Weight = NonNullable<(typeof kindAdvice)[WriterKind]['weight']>;

/**
 * What decides who stands before whom, an earlier one before a later one. A story comes before all
 * titles: a letter by somebody who knows the member well is better than a famous one.
 */
export const criteria = ['open', 'answer', 'story', 'field', 'us', 'weight', 'recency', 'name'] as const;
export type Criterion = (typeof criteria)[number];

/** One writer in the comparison, with what is known of them. */
export interface Candidate {
  readonly writer: Writer;
  /** Whether they can tell a story about the member. */
  readonly story: Closeness | 'unsaid';
  /** Whether they work in the specialty in question. */
  readonly field: 'own' | 'other' | 'unsaid';
  /** The last day together, with the days until then, below 0 where it is past. */
  readonly lastDay: { readonly day: Day; readonly days: number } | null;
  /** How far the letter of theirs is that is furthest; `null` where none is tracked. */
  readonly standing: Pick<Letter, 'stage' | 'answer'> | null;
  /** Of a chair: how usual a department letter is in the specialty, which is another letter than a personal one. */
  readonly department: { readonly custom: ChairCustom; readonly row: string } | null;
  /** What puts them before the next one; `null` for the last. */
  readonly ahead: Criterion | null;
}

/** The writers for a specialty, the likeliest to write a good letter first; `null` compares without one. */
export function compareWriters(
  writers: readonly Writer[],
  specialty: string | null,
  dossier: Dossier,
): readonly Candidate[] {
  const at = specialty === null ? null : placeSpecialty(specialty, dossier.service, dossier);
  const ranked = writers
    .map((writer) => candidateOf(writer, at, dossier))
    .map((candidate) => ({ candidate, rank: rankOf(candidate, dossier) }))
    .toSorted((a, b) => firstDifference(a.rank, b.rank).order || compareNames(a.candidate, b.candidate));
  return ranked.map(({ candidate, rank }, index) => {
    const next = ranked[index + 1];
    return next ? { ...candidate, ahead: firstDifference(rank, next.rank).criterion } : candidate;
  });
}

function candidateOf(writer: Writer, at: PlacedProgram | null, dossier: Dossier): Candidate {
  const { packs, today } = dossier;
  const field = fieldOf(writer.specialty, packs);
  const { rotationEnds } = writer;
  const custom = at?.program.service === 'carms' ? undefined : at?.specialty;
  const chair = custom?.needs?.chair;
  return {
    writer,
    story: writer.knows ?? 'unsaid',
    field: field === null || at === null ? 'unsaid' : isOwnField(field, at) ? 'own' : 'other',
    lastDay: rotationEnds === null ? null : { day: rotationEnds, days: daysBetween(today, rotationEnds) },
    standing: furthest(dossier.letters.flatMap(({ letter }) => (letter.writer === writer.id ? [letter] : []))),
    department: writer.kind === 'chair' && custom && chair ? { custom: chair, row: `specialty/${custom.id}` } : null,
    ahead: null,
  };
}

/** Letters that are gone tell only where there is no other. */
function furthest(letters: readonly Letter[]): Candidate['standing'] {
  const order: readonly Stage[] = ['dropped', 'declined', ...ladder];
  const [first] = letters.toSorted((a, b) => order.indexOf(b.stage) - order.indexOf(a.stage));
  return first ? { stage: first.stage, answer: first.answer } : null;
}

/** By each criterion but the name, how good: less is better. */
type Rank = Readonly<Record<Exclude<Criterion, 'name'>, number>>;

function rankOf({ writer, story, field, lastDay, standing }: Candidate, { img }: Dossier): Rank {
  return {
    open: standing !== null && isGone(standing.stage) ? 1 : 0,
    answer: standing?.answer === 'lukewarm' ? 1 : 0,
    story: ['well', 'somewhat', 'unsaid', 'hardly'].indexOf(story),
    field: ['own', 'unsaid', 'other'].indexOf(field),
    us: img === true ? [true, null, false].indexOf(writer.inUs) : 0,
    weight: weightOf(writer),
    // Whoever works with the member now comes first, then whoever did so last.
    recency: lastDay === null ? Number.POSITIVE_INFINITY : Math.max(0, -lastDay.days),
  };
}

/** A chair weighs much only with a story to tell. */
function weightOf({ kind, knows }: Writer): number {
  const weight = kind === null ? null : kindAdvice[kind].weight;
  const order: readonly (Weight | null)[] = ['very-high', 'high', 'moderate-to-high', 'moderate', null];
  if (weight !== 'high-if-close') return order.indexOf(weight);
  return order.indexOf(knows === 'well' ? 'high' : 'moderate');
}

function firstDifference(a: Rank, b: Rank): { readonly criterion: Criterion; readonly order: number } {
  for (const criterion of criteria) {
    if (criterion !== 'name' && a[criterion] !== b[criterion])
      return { criterion, order: a[criterion] < b[criterion] ? -1 : 1 };
  }
  return { criterion: 'name', order: 0 };
}

/** By name, and by id where two are called the same, so that the order is always one. */
function compareNames(a: Candidate, b: Candidate): number {
  return a.writer.name.localeCompare(b.writer.name, 'en') || (a.writer.id < b.writer.id ? -1 : 1);
}
