import type { Day } from '../core/time.ts';
import type { Packs } from '../packs/pack.ts';
import type { Asker, Demand, Need } from './demand.ts';
import type { Misfit, PlacedLetter, PlacedProgram } from './fit.ts';
import { type LockRule, lockOf, type Rules } from './program-rules.ts';
import { isOfSort } from './sort-of.ts';
import { isGone, isIn, isPromised, type Stage } from './stages.ts';

/** Why a letter goes to a program. Each is true by itself; the weightiest come first. */
export type Reason =
  /** It cannot be taken off; the rule is `null` where none is known and the member applied. */
  | { readonly code: 'locked'; readonly rule: LockRule | null }
  /** It holds a place from which it cannot be taken, and nothing will come of it. */
  | { readonly code: 'gone'; readonly stage: Stage }
  /** It is of a sort that is looked for. */
  | { readonly code: 'sought'; readonly need: Need }
  /** It is of no such sort, and without it there are fewer letters than are asked for. */
  | { readonly code: 'number'; readonly min: number; readonly by: Asker }
  | { readonly code: 'us-writer' }
  | { readonly code: 'knows-well' }
  | { readonly code: 'promised-strong' }
  | { readonly code: 'in'; readonly stage: Stage }
  | { readonly code: 'on-the-way'; readonly stage: Stage }
  /** Nobody said yes to it; the member put it there. */
  | { readonly code: 'put-by-hand'; readonly stage: Stage }
  | { readonly code: 'lukewarm' }
  | { readonly code: 'hardly-knows' }
  /** From an earlier season: programs see this day on it. */
  | { readonly code: 'imported'; readonly original: Day };

/** Why a letter that could go to a program does not. Each is true by itself. */
export type AsideReason =
  /** This letter of the same writer goes there. */
  | { readonly code: 'second'; readonly stays: string }
  | { readonly code: 'lukewarm' }
  | { readonly code: 'hardly-knows' }
  | { readonly code: 'research-at-community' }
  /** There are as many of its sort as are of use. */
  | { readonly code: 'too-many'; readonly need: Need }
  /** There are as many letters as can be sent or are read. */
  | { readonly code: 'full'; readonly most: number }
  /** There are as many letters as are usual. */
  | { readonly code: 'enough'; readonly usual: number };

/** Why a letter that is assigned comes off. */
export type OffReason =
  | AsideReason
  /** It is no longer on the member's list. */
  | { readonly code: 'removed' }
  | { readonly code: 'gone'; readonly stage: Stage }
  | Misfit;

/** What is asked for and not there. */
export type Missing =
  /** `unsaid` are the letters going there of which it is not said whether they are of the sort. */
  | { readonly code: 'sought'; readonly need: Need; readonly have: number; readonly unsaid: number }
  | { readonly code: 'letters'; readonly have: number; readonly min: number; readonly by: Asker }
  /** It asks for letters of its specialty, which is not said. */
  | { readonly code: 'program-specialty-unsaid' };

/** A program with the letters that were chosen for it. */
export interface Chosen {
  readonly at: PlacedProgram;
  readonly demand: Demand;
  readonly letters: readonly PlacedLetter[];
  readonly img: boolean | null;
}

export function reasonsFor(placed: PlacedLetter, chosen: Chosen, rules: Rules): readonly Reason[] {
  const { letter, writer } = placed;
  const { at, demand, img } = chosen;
  const { stage, original } = letter;
  const { closed, rule } = lockOf(at.program, letter, rules);
  const locked: readonly Reason[] =
    closed && at.program.letters.some((one) => one.letter === letter.id) ? [{ code: 'locked', rule }] : [];
  if (isGone(stage)) return [...locked, { code: 'gone', stage }];
  const sought = demand.needs.filter((need) => need.better > 0 && isOfSort(need.sought, placed, at, rules.packs));
  const further: readonly (Reason | false)[] = [
    sought.length === 0 && isNeeded(chosen) && demand.letters !== null && { code: 'number', ...demand.letters },
    img === true && writer.inUs === true && { code: 'us-writer' },
    writer.knows === 'well' && { code: 'knows-well' },
    letter.answer === 'strong' && { code: 'promised-strong' },
    isIn(stage) && { code: 'in', stage },
    isPromised(stage) && { code: 'on-the-way', stage },
    !isIn(stage) && !isPromised(stage) && { code: 'put-by-hand', stage },
    letter.answer === 'lukewarm' && { code: 'lukewarm' },
    writer.knows === 'hardly' && { code: 'hardly-knows' },
    original !== null && { code: 'imported', original },
  ];
  return [
    ...locked,
    ...sought.map((need): Reason => ({ code: 'sought', need })),
    ...further.filter((one) => one !== false),
  ];
}

function isOnResearch({ writer }: PlacedLetter): boolean {
  return writer.kind === 'research-mentor';
}

/** Whether there are no more letters than are asked for. */
function isNeeded({ demand, letters }: Chosen): boolean {
  return countedOf(letters).length <= (demand.letters?.min ?? 0);
}

function countedOf(letters: readonly PlacedLetter[]): readonly PlacedLetter[] {
  return letters.filter(({ letter }) => !isGone(letter.stage));
}

/** Why a letter that could go to a program is not among those chosen. */
export function asideReasons(
  placed: PlacedLetter,
  { at, demand, letters }: Chosen,
  packs: Packs,
): readonly AsideReason[] {
  const { letter, writer } = placed;
  const { needs, most, usual } = demand;
  // Of two that are locked there, the same one is named in whatever order letters are tracked.
  const [second] = letters
    .filter((one) => one.writer.id === writer.id)
    .toSorted((a, b) => (a.letter.id < b.letter.id ? -1 : 1));
  const tooMany = needs.find(({ sought, atMost }) => {
    const isOfIt = (one: PlacedLetter) => isOfSort(sought, one, at, packs) === true;
    return atMost > 0 && isOfIt(placed) && letters.filter(isOfIt).length >= atMost;
  });
  const reasons: readonly (AsideReason | false | undefined)[] = [
    second && { code: 'second', stays: second.letter.id },
    letter.answer === 'lukewarm' && { code: 'lukewarm' },
    writer.knows === 'hardly' && { code: 'hardly-knows' },
    at.program.setting === 'community' && isOnResearch(placed) && { code: 'research-at-community' },
    tooMany && { code: 'too-many', need: tooMany },
    letters.length >= most ? { code: 'full', most } : letters.length >= usual && { code: 'enough', usual },
  ];
  return reasons.filter((one) => one !== false && one !== undefined);
}

export function missingOf({ at, demand, letters }: Chosen, packs: Packs): readonly Missing[] {
  const counted = countedOf(letters);
  const sought = demand.needs.flatMap((need): readonly Missing[] => {
    const known = counted.map((placed) => isOfSort(need.sought, placed, at, packs));
    const have = known.filter((one) => one === true).length;
    if (have >= need.min) return [];
    if (need.sought.kind === 'own' && at.field === null) return [{ code: 'program-specialty-unsaid' }];
    return [{ code: 'sought', need, have, unsaid: known.filter((one) => one === null).length }];
  });
  const { letters: asked } = demand;
  if (asked === null || counted.length >= asked.min) return sought;
  return [...sought, { code: 'letters', have: counted.length, ...asked }];
}
