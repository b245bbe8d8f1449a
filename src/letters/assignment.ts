import type { Day } from '../core/time.ts';
import { type Misfit, misfit, placeLetter, placeProgram } from './fit.ts';
import type { Letter, LetterWithWriter } from './letter.ts';
import type { Program } from './program.ts';
import { type Cap, capOf, type LockRule, lockOf, type Rules } from './program-rules.ts';
import { isGone, isIn, isPromised, type Stage } from './stages.ts';

/** A program after the change, with what to know about it, or why it stays as it is. */
export type Outcome<Refusal, Warning> =
  | { readonly kind: 'done'; readonly program: Program; readonly warnings: readonly Warning[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export type AssignRefusal =
  | { readonly code: 'already'; readonly on: Day }
  /** Nothing comes of a letter that was declined or given up. */
  | { readonly code: 'gone'; readonly stage: Stage }
  | Exclude<Misfit, { code: 'other-specialty' }>
  /** The service takes no further letter. */
  | { readonly code: 'full'; readonly cap: Cap };

export type AssignWarning =
  | Extract<Misfit, { code: 'other-specialty' }>
  /** The writer said yes, and the letter is not there yet. */
  | { readonly code: 'not-in-yet'; readonly stage: Stage }
  /** Nobody said yes to it: all that it does is hold a place. */
  | { readonly code: 'no-yes-yet'; readonly stage: Stage }
  /** How many letters the program takes is not known. */
  | { readonly code: 'cap-unknown'; readonly because: 'service-unsaid' | 'unconfirmed' }
  /** More than a number that nobody confirmed for this season. */
  | { readonly code: 'over-unconfirmed-cap'; readonly have: number; readonly cap: Cap }
  /** More than the program reads, as the member looked it up. */
  | { readonly code: 'over-most'; readonly have: number; readonly most: number }
  /** From some point on it cannot be taken off; `closed` is from now on. */
  | { readonly code: 'locks'; readonly closed: boolean; readonly rule: LockRule };

/** Sends a letter to a program. Letters can still be added after the application, up to the cap. */
export function assign(
  program: Program,
  letter: LetterWithWriter,
  rules: Rules,
): Outcome<AssignRefusal, AssignWarning> {
  const { packs, today } = rules;
  const unfit = misfit(placeLetter(letter, packs, today), placeProgram(program, packs, today));
  const refusal = refusalOf(program, letter.letter, unfit, rules);
  if (refusal) return { kind: 'refused', refusal };
  const after = { ...program, letters: [...program.letters, { letter: letter.letter.id, on: today }] };
  return { kind: 'done', program: after, warnings: warningsOf(after, letter.letter, unfit, rules) };
}

function refusalOf(
  program: Program,
  { id, stage }: Letter,
  unfit: Misfit | undefined,
  rules: Rules,
): AssignRefusal | undefined {
  const standing = program.letters.find(({ letter }) => letter === id);
  if (standing) return { code: 'already', on: standing.on };
  if (isGone(stage)) return { code: 'gone', stage };
  // Its label is the member's own, and no program sees it: a slip in it is worth a word and no refusal.
  if (unfit && unfit.code !== 'other-specialty') return unfit;
  const cap = capOf(program, rules);
  return cap?.confirmed && program.letters.length >= cap.letters ? { code: 'full', cap } : undefined;
}

function warningsOf(after: Program, letter: Letter, unfit: Misfit | undefined, rules: Rules): readonly AssignWarning[] {
  const { stage } = letter;
  const { most } = after.needs;
  const have = after.letters.length;
  const cap = capOf(after, rules);
  const { closed, rule } = lockOf(after, letter, rules);
  return present<AssignWarning>(
    unfit?.code === 'other-specialty' && unfit,
    isPromised(stage) && { code: 'not-in-yet', stage },
    !isPromised(stage) && !isIn(stage) && { code: 'no-yes-yet', stage },
    !cap && { code: 'cap-unknown', because: after.service === null ? 'service-unsaid' : 'unconfirmed' },
    cap !== undefined && have > cap.letters && { code: 'over-unconfirmed-cap', have, cap },
    most !== null && have > most && { code: 'over-most', have, most },
    rule !== null && { code: 'locks', closed, rule },
  );
}

export type UnassignRefusal =
  | { readonly code: 'not-assigned' }
  /** The service no longer lets it be taken off. */
  | { readonly code: 'locked'; readonly rule: LockRule };

export type UnassignWarning =
  /** The portal may have locked it: the rule is not confirmed, or (`null`) not known. */
  { readonly code: 'perhaps-locked'; readonly rule: LockRule | null };

/** Takes a letter off a program, unless a confirmed rule has locked it there. */
export function unassign(program: Program, letter: Letter, rules: Rules): Outcome<UnassignRefusal, UnassignWarning> {
  const left = program.letters.filter((one) => one.letter !== letter.id);
  if (left.length === program.letters.length) return { kind: 'refused', refusal: { code: 'not-assigned' } };
  const { closed, rule } = lockOf(program, letter, rules);
  if (closed && rule?.confirmed) return { kind: 'refused', refusal: { code: 'locked', rule } };
  const warnings: readonly UnassignWarning[] = closed ? [{ code: 'perhaps-locked', rule }] : [];
  return { kind: 'done', program: { ...program, letters: left }, warnings };
}

export type ApplyRefusal =
  | { readonly code: 'applied-already'; readonly on: Day }
  | { readonly code: 'in-the-future'; readonly on: Day };

export type ApplyWarning =
  | { readonly code: 'no-letters' }
  /** Fewer letters than the program asks for; more can be added later. */
  | { readonly code: 'fewer-than-asked'; readonly have: number; readonly asked: number }
  /** Assigned, and not there yet: the ids of these letters. */
  | { readonly code: 'awaited'; readonly letters: readonly string[] }
  /** Assigned, and declined or given up: they hold a place. */
  | { readonly code: 'gone-assigned'; readonly letters: readonly string[] }
  /** From now on letters of this program stay where they are. */
  | { readonly code: 'letters-stay'; readonly rule: LockRule };

/** Notes the day on which the member applied. `letters` are all of theirs. */
export function markApplied(
  program: Program,
  on: Day,
  letters: readonly Letter[],
  rules: Rules,
): Outcome<ApplyRefusal, ApplyWarning> {
  if (program.applied !== null) return { kind: 'refused', refusal: { code: 'applied-already', on: program.applied } };
  if (on > rules.today) return { kind: 'refused', refusal: { code: 'in-the-future', on } };
  const after = { ...program, applied: on };
  const sent = letters.filter(({ id }) => program.letters.some(({ letter }) => letter === id));
  const gone = sent.filter(({ stage }) => isGone(stage)).map(({ id }) => id);
  const awaited = sent.filter(({ stage }) => !isGone(stage) && !isIn(stage)).map(({ id }) => id);
  const have = sent.length - gone.length;
  const asked = program.needs.letters;
  const locks = sent.map((letter) => lockOf(after, letter, rules));
  const rule = locks.find(({ closed }) => closed)?.rule ?? null;
  const warnings = present<ApplyWarning>(
    have === 0 && { code: 'no-letters' },
    have > 0 && asked !== null && have < asked && { code: 'fewer-than-asked', have, asked },
    awaited.length > 0 && { code: 'awaited', letters: awaited },
    gone.length > 0 && { code: 'gone-assigned', letters: gone },
    rule !== null && { code: 'letters-stay', rule },
  );
  return { kind: 'done', program: after, warnings };
}

function present<T>(...list: readonly (T | false)[]): readonly T[] {
  return list.flatMap((one) => (one === false ? [] : [one]));
}
