import type { Day } from '../core/time.ts';
import type { Packs } from '../packs/pack.ts';
import { choose, type Option, type Wanted } from './choose.ts';
import { type Demand, demandOf } from './demand.ts';
import type { Dossier } from './dossier.ts';
import { misfit, type PlacedLetter, type PlacedProgram, placeLetter, placeProgram } from './fit.ts';
import type { Program } from './program.ts';
import { lockOf } from './program-rules.ts';
import {
  type AsideReason,
  asideReasons,
  type Chosen,
  type Missing,
  missingOf,
  type OffReason,
  type Reason,
  reasonsFor,
} from './proposal-reasons.ts';
import { isOfSort } from './sort-of.ts';
import { isGone, isIn, isPromised } from './stages.ts';

/**
 * Which letters go to which program. A letter can go to any number of programs and takes nothing from
 * them, so that the best set for each program alone is the best for all.
 *
 * What always holds: letters that are locked stay; no more letters than the service takes or the
 * program reads, unless they are locked; no letter that was declined or given up; none whose service,
 * season or label is another one (a General letter fits all); where a specialty says that whoever writes
 * its form writes no second letter, none. A letter that nobody said yes to is never put anywhere to hold a
 * place; where the member put one themself, it may stay.
 *
 * What is preferred, an earlier point before a later one (`choose` is exact about it):
 *
 * 1. What is asked for: forms, letters of the own specialty, the department letter, letters of another
 *    specialty, and the number.
 * 2. No second letter of one writer.
 * 3. Few letters that are lukewarm, or of somebody who hardly knows the member.
 * 4. What is better without being asked for, in the order of 1 with the core rotation after the other
 *    specialties; then a research letter at an academic program, one at most where the kind of program
 *    is not said, and none at a community program.
 * 5. As many letters as are usual.
 * 6. For an international graduate, letters of writers in the United States.
 * 7. Letters of this season before imported ones.
 * 8. Writers who know the member well, then letters that were promised to be strong.
 * 9. Letters that are in, then those that were promised.
 * 10. Letters that are assigned now.
 * 11. What comes first by its ids, so that the same data give the same proposal.
 */
export function propose(dossier: Dossier): readonly Proposal[] {
  const letters = placedLetters(dossier);
  return dossier.programs.map((program) => proposalFor(program, letters, dossier));
}

/** The proposal for one program. */
export function proposeFor(program: Program, dossier: Dossier): Proposal {
  return proposalFor(program, placedLetters(dossier), dossier);
}

/** A letter that the proposal sends to the program. */
export interface ProposedLetter {
  readonly letter: string;
  /** Whether it is assigned already. */
  readonly kept: boolean;
  readonly reasons: readonly Reason[];
}

/** An assigned letter that the proposal takes off. */
export interface LetterOff {
  readonly letter: string;
  readonly reasons: readonly OffReason[];
}

/** A letter that could go there and is left out for what it is, not for want of a place. */
export interface LetterAside {
  readonly letter: string;
  readonly reasons: readonly AsideReason[];
}

export interface Proposal {
  readonly program: string;
  /** Those that stay first, then those that are added. */
  readonly letters: readonly ProposedLetter[];
  readonly off: readonly LetterOff[];
  readonly aside: readonly LetterAside[];
  /** What is asked for and cannot be met with the letters there are. */
  readonly missing: readonly Missing[];
}

/** Whether the proposal changes anything. */
export function changesAnything({ letters, off }: Proposal): boolean {
  return off.length > 0 || letters.some(({ kept }) => !kept);
}

/** The program as the proposal has it. What stays keeps its date. */
export function withProposal(program: Program, { letters }: Proposal, today: Day): Program {
  const ids = new Set(letters.map(({ letter }) => letter));
  const staying = program.letters.filter(({ letter }) => ids.has(letter));
  const added = letters.filter(({ kept }) => !kept).map(({ letter }) => ({ letter, on: today }));
  return { ...program, letters: [...staying, ...added] };
}

function placedLetters({ letters, packs, today }: Dossier): readonly PlacedLetter[] {
  return letters.map((one) => placeLetter(one, packs, today));
}

function proposalFor(program: Program, letters: readonly PlacedLetter[], dossier: Dossier): Proposal {
  const { packs, today, img } = dossier;
  const at = placeProgram(program, packs, today);
  const demand = demandOf(at, dossier);
  const assigned = new Set(program.letters.map(({ letter }) => letter));
  const isAssigned = ({ letter }: PlacedLetter) => assigned.has(letter.id);
  const isLocked = (placed: PlacedLetter) => isAssigned(placed) && lockOf(program, placed.letter, dossier).closed;
  const mayGo = (placed: PlacedLetter) => {
    const { stage } = placed.letter;
    return !isGone(stage) && !misfit(placed, at) && (isPromised(stage) || isIn(stage) || isAssigned(placed));
  };
  // A letter that is gone and locked holds its place, and counts for nothing else.
  const lost = letters.filter((placed) => isGone(placed.letter.stage) && isLocked(placed));
  const candidates = letters.filter((placed) => !isGone(placed.letter.stage) && (isLocked(placed) || mayGo(placed)));
  const options = candidates.map((placed) => optionOf(placed, at, demand, dossier, isLocked(placed)));
  const ids = choose(options, wantedOf(demand, lost.length));
  const isChosen = (placed: PlacedLetter) => lost.includes(placed) || ids.has(placed.letter.id);
  const chosen: Chosen = { at, demand, img, letters: letters.filter(isChosen) };
  const proposed = chosen.letters.map((placed) => ({
    letter: placed.letter.id,
    kept: isAssigned(placed),
    reasons: reasonsFor(placed, chosen, dossier),
  }));
  return {
    program: program.id,
    letters: [...proposed.filter(({ kept }) => kept), ...proposed.filter(({ kept }) => !kept)],
    off: offOf(letters, chosen, packs),
    aside: candidates
      .filter((placed) => !isChosen(placed) && !isAssigned(placed))
      .map((placed) => ({ letter: placed.letter.id, reasons: asideReasons(placed, chosen, packs) }))
      .filter(({ reasons }) => reasons.some(({ code }) => ofItsOwn.includes(code))),
    missing: missingOf(chosen, packs),
  };
}

/** The reasons that lie in a letter. */
const ofItsOwn: readonly AsideReason['code'][] = ['lukewarm', 'hardly-knows', 'research-at-community', 'second'];

function offOf(letters: readonly PlacedLetter[], chosen: Chosen, packs: Packs): readonly LetterOff[] {
  const staying = new Set(chosen.letters.map(({ letter }) => letter.id));
  const off = chosen.at.program.letters.filter(({ letter }) => !staying.has(letter));
  return off.map(({ letter: id }) => {
    const placed = letters.find(({ letter }) => letter.id === id);
    return { letter: id, reasons: placed ? whyOff(placed, chosen, packs) : [{ code: 'removed' }] };
  });
}

function whyOff(placed: PlacedLetter, chosen: Chosen, packs: Packs): readonly OffReason[] {
  const { stage } = placed.letter;
  if (isGone(stage)) return [{ code: 'gone', stage }];
  const unfit = misfit(placed, chosen.at);
  return unfit ? [unfit] : asideReasons(placed, chosen, packs);
}

/** What a letter is to a program, for the choice. */
function optionOf(
  placed: PlacedLetter,
  at: PlacedProgram,
  { needs }: Demand,
  { packs, img }: Dossier,
  fixed: boolean,
): Option {
  const { letter, writer } = placed;
  const { stage } = letter;
  const merits = [
    img === true && writer.inUs === true,
    letter.original === null,
    writer.knows === 'well',
    letter.answer === 'strong',
    isIn(stage),
    isIn(stage) || isPromised(stage),
    at.program.letters.some((one) => one.letter === letter.id),
  ];
  return {
    letter: letter.id,
    writer: writer.id,
    fixed,
    sorts: needs.map(({ sought }) => isOfSort(sought, placed, at, packs) === true),
    standardized: packs.forms.some(({ id, kind }) => id === letter.form && kind === 'standardized'),
    weak: letter.answer === 'lukewarm' || writer.knows === 'hardly',
    merits: merits.map(Number),
  };
}

function wantedOf({ needs, letters, usual, most, soleForm }: Demand, lost: number): Wanted {
  const left = Math.max(0, most - lost);
  return { sorts: needs, letters: letters?.min ?? 0, usual: Math.min(usual, left), most: left, soleForm };
}
