import type { Packs } from '../packs/pack.ts';
import { packOf } from '../packs/pack-of.ts';
import { type Asker, type Demand, demandOf, type Need } from './demand.ts';
import type { Dossier } from './dossier.ts';
import type { Finding } from './finding.ts';
import { fieldOf, misfit, type PlacedLetter, type PlacedProgram, placeLetter, placeSpecialty } from './fit.ts';
import { generalFindings, isByChair } from './mix-general.ts';
import { isOfSort } from './sort-of.ts';
import { isGone } from './stages.ts';

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
    .map((one) => placeLetter(one, packs, today))
    .filter((placed) => !isOver(placed, dossier));
  const specialties = specialtiesOf(dossier);
  return {
    specialties: specialties.map((specialty) => checkSpecialty(specialty, standing, dossier)),
    general: [...(specialties.length === 0 ? [specialtyUnsaid] : []), ...generalFindings(standing, dossier)],
  };
}

/** A letter of a season that is over says nothing about this one. */
function isOver({ letter, season }: PlacedLetter, { packs, today }: Dossier): boolean {
  return letter.service !== null && season !== null && season < packOf(packs, letter.service, null, today).season;
}

const specialtyUnsaid: Finding = { severity: 'unknown', fact: { code: 'specialty-unsaid' }, row: null };

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
  const at = placeSpecialty(called, dossier.service, dossier);
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

function rowOf(by: Asker): string | null {
  return by === 'program' ? null : by.row;
}

function lacking(row: string | null, { rows }: Packs): 'missing' | 'consider' {
  return row !== null && rows.get(row)?.confidence === 'low' ? 'consider' : 'missing';
}
