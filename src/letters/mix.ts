import { findSpecialty } from '../packs/load-packs.ts';
import type { Packs } from '../packs/pack.ts';
import { type Asker, type Demand, demandOf, type Need } from './demand.ts';
import type { Dossier } from './dossier.ts';
import { fieldOf, misfit, type PlacedLetter, type PlacedProgram, placeLetter, placeProgram } from './fit.ts';
import { newProgram } from './new-records.ts';
import { isOfSort } from './sort-of.ts';
import { isGone, isIn, isPromised } from './stages.ts';

/**
 * How much a finding matters. What rests on little (a row of low confidence) is never `missing`, only worth
 * considering; what the member has not said is `unknown` and asked for, never guessed.
 */
export type Severity = 'missing' | 'consider' | 'unknown' | 'fine';

/** What was found about a set of letters. Letters are named by their ids. */
export type MixFact =
  /** How many letters there are or are planned, where `from` to `to` are usual. */
  | { readonly code: 'count'; readonly have: number; readonly from: number; readonly to: number }
  /** How many of a sort there are of the `wanted`; of the `unsaid` it is not said whether they are of it. */
  | {
      readonly code: 'sort';
      readonly need: Need;
      readonly wanted: number;
      readonly have: number;
      readonly unsaid: readonly string[];
    }
  | { readonly code: 'too-many'; readonly need: Need; readonly have: number }
  /** A chair who hardly knows the member; `asked` where a department letter is wanted all the same. */
  | { readonly code: 'chair-hardly-knows'; readonly letters: readonly string[]; readonly asked: boolean }
  | { readonly code: 'hardly-knows'; readonly letters: readonly string[] }
  /** `needed`: without them there are fewer than is usual. */
  | { readonly code: 'lukewarm'; readonly letters: readonly string[]; readonly needed: boolean }
  /** Further letters of somebody who writes the form of the specialty. */
  | { readonly code: 'second-of-form-writer'; readonly letters: readonly string[] }
  /** There is no advice for counting: of CaRMS, or of a specialty that nobody could confirm or that we do not know. */
  | { readonly code: 'no-advice'; readonly because: 'carms' | 'unconfirmed' | 'unknown-specialty' }
  /** Writers in the United States, for an international graduate. */
  | { readonly code: 'us-writers'; readonly have: number; readonly unsaid: readonly string[] }
  | { readonly code: 'img-unsaid' }
  /** Whether they know the member is not said of these. */
  | { readonly code: 'closeness-unsaid'; readonly letters: readonly string[] }
  /** Writers who said yes, of those to have. */
  | { readonly code: 'secured'; readonly have: number; readonly wanted: number }
  | { readonly code: 'specialty-unsaid' };

export interface Finding {
  readonly severity: Severity;
  readonly fact: MixFact;
  /** The row of the packs that it rests on; `null` where it is only about what the member said. */
  readonly row: string | null;
}

/** The letters judged for one specialty. */
export interface SpecialtyCheck {
  /** As the member calls it. */
  readonly specialty: string;
  readonly findings: readonly Finding[];
  /** What figures cannot say, as the packs have it, in English. */
  readonly note: string | null;
}

export interface MixCheck {
  readonly specialties: readonly SpecialtyCheck[];
  /** What is so whatever the specialty. */
  readonly general: readonly Finding[];
}

/**
 * A member's letters against what their specialties commonly want. Planned letters count: the check is
 * about whom to ask.
 */
export function checkMix(dossier: Dossier): MixCheck {
  const { packs, today } = dossier;
  const standing = dossier.letters
    .filter(({ letter }) => !isGone(letter.stage))
    .map((one) => placeLetter(one, packs, today));
  return {
    specialties: specialtiesOf(dossier).map((specialty) => checkSpecialty(specialty, standing, dossier)),
    general: generalFindings(standing, dossier),
  };
}

/** Those of the settings, else those of the programs, each once. */
function specialtiesOf({ specialties, programs, packs }: Dossier): readonly string[] {
  if (specialties.length > 0) return specialties;
  const byField = new Map(
    programs.flatMap(({ specialty }) => (specialty === null ? [] : [[fieldOf(specialty, packs), specialty]])),
  );
  return [...byField.values()];
}

function checkSpecialty(called: string, standing: readonly PlacedLetter[], dossier: Dossier): SpecialtyCheck {
  const { packs } = dossier;
  const at = anyProgram(called, dossier);
  const demand = demandOf(at, dossier);
  const letters = standing.filter((placed) => !misfit(placed, at));
  const count = countFinding(at, letters, packs);
  const findings: readonly (Finding | undefined)[] = [
    adviceFinding(at),
    count,
    ...demand.needs.map((need) => sortFinding(need, letters, at, packs)),
    chairFinding(letters, demand),
    lukewarmFinding(letters, count),
    secondFinding(letters, at, demand),
  ];
  const note = at.program.service === 'carms' ? null : (at.specialty?.needs?.note ?? null);
  return { specialty: called, findings: findings.filter((one) => one !== undefined), note };
}

/** A program as the specialty has them: of its own service in the United States, unless the member applies in CaRMS. */
function anyProgram(called: string, { service, packs, today }: Dossier): PlacedProgram {
  const program = { ...newProgram('', '', called), specialty: called };
  const theirs = service === 'carms' ? service : (findSpecialty(packs, called)?.service ?? service);
  return placeProgram({ ...program, service: theirs }, packs, today);
}

function adviceFinding({ program, specialty }: PlacedProgram): Finding | undefined {
  const because =
    program.service === 'carms'
      ? 'carms'
      : specialty === undefined
        ? 'unknown-specialty'
        : specialty.confidence === 'unconfirmed' && 'unconfirmed';
  return because ? { severity: 'unknown', fact: { code: 'no-advice', because }, row: null } : undefined;
}

/** Of CaRMS no usual number is known. */
function countFinding({ program, specialty }: PlacedProgram, letters: readonly PlacedLetter[], packs: Packs) {
  if (program.service === 'carms') return undefined;
  const usual = specialty?.letters ?? packs.customs.letterCount.value;
  const row = specialty?.letters ? `specialty/${specialty.id}` : 'customs/letter-count';
  if (!usual) return undefined;
  const have = letters.length;
  const fact = { code: 'count', have, from: usual.from, to: usual.to } as const;
  return { severity: have < usual.from ? lacking(row, packs) : 'fine', fact, row } satisfies Finding;
}

function sortFinding(
  need: Need,
  letters: readonly PlacedLetter[],
  at: PlacedProgram,
  packs: Packs,
): Finding | undefined {
  const { sought, min, better, atMost } = need;
  const row = rowOf(need.by);
  const known = letters.map((placed) => ({ placed, is: isOfSort(sought, placed, at, packs) }));
  const have = known.filter(({ is }) => is === true).length;
  if (have > atMost) return { severity: 'consider', fact: { code: 'too-many', need, have }, row };
  if (better === 0) return undefined;
  const unsaid = known.filter(({ is }) => is === null).map(({ placed }) => placed.letter.id);
  const wanted = have < min ? min : better;
  const short = have < min ? lacking(row, packs) : 'consider';
  const severity = have >= wanted ? 'fine' : have + unsaid.length >= wanted ? 'unknown' : short;
  return { severity, fact: { code: 'sort', need, wanted, have, unsaid }, row };
}

/** A letter by form, without a story, counts against: unless the department's letter is asked for, which is another thing. */
function chairFinding(letters: readonly PlacedLetter[], { needs }: Demand): Finding | undefined {
  const distant = letters.filter(
    ({ letter, writer }) => isByChair(letter.chair, writer.kind) && writer.knows === 'hardly',
  );
  if (distant.length === 0) return undefined;
  const asked = needs.some(({ sought }) => sought.kind === 'department');
  return {
    severity: 'consider',
    fact: { code: 'chair-hardly-knows', letters: distant.map(({ letter }) => letter.id), asked },
    row: 'letters/chair-close-contact',
  };
}

function isByChair(chair: boolean | null, kind: PlacedLetter['writer']['kind']): boolean {
  return chair === true || kind === 'chair';
}

function lukewarmFinding(letters: readonly PlacedLetter[], count: Finding | undefined): Finding | undefined {
  const lukewarm = letters.filter(({ letter }) => letter.answer === 'lukewarm').map(({ letter }) => letter.id);
  if (lukewarm.length === 0) return undefined;
  const from = count?.fact.code === 'count' ? count.fact.from : 0;
  const needed = letters.length - lukewarm.length < from;
  return { severity: 'consider', fact: { code: 'lukewarm', letters: lukewarm, needed }, row: 'letters/lukewarm-hurts' };
}

function secondFinding(
  letters: readonly PlacedLetter[],
  { specialty }: PlacedProgram,
  { soleForm }: Demand,
): Finding | undefined {
  if (!soleForm) return undefined;
  const forms = specialty?.needs?.forms ?? [];
  const isOnForm = ({ letter }: PlacedLetter) => forms.some(({ form }) => form === letter.form);
  const writers = new Set(letters.filter(isOnForm).map(({ writer }) => writer.id));
  const second = letters.filter((placed) => !isOnForm(placed) && writers.has(placed.writer.id));
  if (second.length === 0) return undefined;
  const fact = { code: 'second-of-form-writer', letters: second.map(({ letter }) => letter.id) } as const;
  return { severity: 'consider', fact, row: `specialty/${specialty?.id}` };
}

function generalFindings(standing: readonly PlacedLetter[], dossier: Dossier): readonly Finding[] {
  const { packs } = dossier;
  const distant = standing.filter(
    ({ letter, writer }) => !isByChair(letter.chair, writer.kind) && writer.knows === 'hardly',
  );
  const unsaid = standing.filter(({ writer }) => writer.knows === null);
  const wanted = packs.customs.writersToSecure.value;
  const saidYes = standing.filter(({ letter }) => isPromised(letter.stage) || isIn(letter.stage));
  const have = new Set(saidYes.map(({ writer }) => writer.id)).size;
  const findings: readonly (Finding | false | undefined)[] = [
    specialtiesOf(dossier).length === 0 && { severity: 'unknown', fact: { code: 'specialty-unsaid' }, row: null },
    wanted !== undefined && {
      severity: have < wanted ? 'consider' : 'fine',
      fact: { code: 'secured', have, wanted },
      row: 'customs/writers-to-secure',
    },
    usFinding(standing, dossier),
    distant.length > 0 && {
      severity: 'consider',
      fact: { code: 'hardly-knows', letters: distant.map(({ letter }) => letter.id) },
      row: 'letters/story-test',
    },
    unsaid.length > 0 && {
      severity: 'unknown',
      fact: { code: 'closeness-unsaid', letters: unsaid.map(({ letter }) => letter.id) },
      row: 'letters/story-test',
    },
  ];
  return findings.filter((one) => one !== false && one !== undefined);
}

/** What is said of writers in the United States is said of programs there. */
function usFinding(standing: readonly PlacedLetter[], { img, service }: Dossier): Finding | undefined {
  if (service === 'carms' || img === false) return undefined;
  const row = 'letters/img-us-letter';
  if (img === null) return { severity: 'unknown', fact: { code: 'img-unsaid' }, row };
  const have = standing.filter(({ writer }) => writer.inUs === true).length;
  const unsaid = standing.filter(({ writer }) => writer.inUs === null).map(({ letter }) => letter.id);
  const severity = have > 0 ? 'fine' : unsaid.length > 0 ? 'unknown' : 'missing';
  return { severity, fact: { code: 'us-writers', have, unsaid }, row };
}

function rowOf(by: Asker): string | null {
  return by === 'program' ? null : by.row;
}

function lacking(row: string | null, { rows }: Packs): 'missing' | 'consider' {
  return row !== null && rows.get(row)?.confidence === 'low' ? 'consider' : 'missing';
}
