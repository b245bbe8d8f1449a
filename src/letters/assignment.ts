import type { Day } from '../core/time.ts';
import type { Packs } from '../packs/pack.ts';
import { type Misfit, misfit } from './fit.ts';
import type { Letter } from './letter.ts';
import { type Lock, lockOf } from './lock.ts';
import type { Program } from './program.ts';
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
  /** The service takes no further letter; `row` names the rule in the packs. */
  | { readonly code: 'full'; readonly cap: number; readonly row: string };

export type AssignWarning =
  /** More than a number that nobody confirmed for this season. */
  | { readonly code: 'over-unconfirmed-cap'; readonly cap: number; readonly have: number; readonly row: string }
  /** How many letters a program takes is not known: its service is not said, or has no known cap. */
  | { readonly code: 'cap-unknown'; readonly because: 'service-unsaid' | 'unconfirmed' }
  /** More than the program reads, as the member looked it up. */
  | { readonly code: 'over-most'; readonly most: number; readonly have: number }
  | Extract<Misfit, { code: 'other-specialty' }>
  /** The writer said yes, and the letter is not there yet. */
  | { readonly code: 'not-in-yet'; readonly stage: Stage }
  /** Nobody said yes to it: assigned now it would only hold a place. */
  | { readonly code: 'no-yes-yet'; readonly stage: Stage }
  | LockWarning;

/** When the letter can no longer be taken off: now, or once something happens. */
type LockWarning = {
  readonly code: 'locks';
  readonly when: 'now' | 'on-applying' | 'on-completing';
  readonly confirmed: boolean;
  readonly row: string;
};

/** Sends a letter to a program. Letters can still be added after the application, up to the cap. */
export function assign(
  program: Program,
  letter: Letter,
  { packs, today }: { readonly packs: Packs; readonly today: Day },
): Outcome<AssignRefusal, AssignWarning> {
  const refusal = refusalOf(program, letter, packs);
  if (refusal) return { kind: 'refused', refusal };
  const after = { ...program, letters: [...program.letters, { letter: letter.id, on: today }] };
  return { kind: 'done', program: after, warnings: warningsOf(after, letter, packs) };
}

function refusalOf(program: Program, letter: Letter, packs: Packs): AssignRefusal | undefined {
  const standing = program.letters.find((one) => one.letter === letter.id);
  if (standing) return { code: 'already', on: standing.on };
  if (isGone(letter.stage)) return { code: 'gone', stage: letter.stage };
  const unfit = misfit(letter, program, packs);
  // The label is the member's own, and no program sees it: a slip in it is worth a word, not a refusal.
  if (unfit && unfit.code !== 'other-specialty') return unfit;
  const cap = capOf(program, packs);
  return cap?.confirmed && program.letters.length >= cap.letters
    ? { code: 'full', cap: cap.letters, row: cap.row }
    : undefined;
}

function warningsOf(after: Program, letter: Letter, packs: Packs): readonly AssignWarning[] {
  const have = after.letters.length;
  const cap = capOf(after, packs);
  const { most } = after.needs;
  const unfit = misfit(letter, after, packs);
  const warnings: readonly (AssignWarning | false | undefined)[] = [
    unfit?.code === 'other-specialty' && unfit,
    isPromised(letter.stage) && { code: 'not-in-yet', stage: letter.stage },
    !isPromised(letter.stage) && !isIn(letter.stage) && { code: 'no-yes-yet', stage: letter.stage },
    cap === undefined && { code: 'cap-unknown', because: after.service === null ? 'service-unsaid' : 'unconfirmed' },
    cap !== undefined && have > cap.letters && { code: 'over-unconfirmed-cap', cap: cap.letters, have, row: cap.row },
    most !== null && have > most && { code: 'over-most', most, have },
    lockWarning(lockOf(after, letter, packs)),
  ];
  return warnings.filter((one) => one !== false && one !== undefined);
}

function lockWarning(lock: Lock): LockWarning | undefined {
  if (lock.rule === null) return undefined;
  const when = lock.closed ? 'now' : lock.rule.when;
  return { code: 'locks', when, confirmed: lock.rule.confirmed, row: lock.rule.row };
}

/** The most letters that a program's service takes for it; `confirmed` is sure enough to refuse by. */
export interface Cap {
  readonly letters: number;
  readonly confirmed: boolean;
  readonly row: string;
}

/** `undefined` where the service is not said, or its cap not known. */
export function capOf({ service }: Pick<Program, 'service'>, packs: Packs): Cap | undefined {
  if (service === null) return undefined;
  const { confidence, value } = packs.services[service].facts.maxLettersPerProgram;
  if (value === undefined) return undefined;
  return { letters: value, confirmed: confidence === 'high', row: `${service}/max-letters-per-program` };
}

export type UnassignRefusal =
  | { readonly code: 'not-assigned' }
  /** The service lets no letter be taken off any more. */
  | { readonly code: 'locked'; readonly when: 'on-applying' | 'on-completing'; readonly row: string };

export type UnassignWarning =
  /** It may be locked in the portal: the rule is not confirmed, or (without a row) not known. */
  { readonly code: 'perhaps-locked'; readonly row: string | null };

/** Takes a letter off a program, unless a confirmed rule has locked it there. */
export function unassign(program: Program, letter: Letter, packs: Packs): Outcome<UnassignRefusal, UnassignWarning> {
  if (!program.letters.some((one) => one.letter === letter.id))
    return { kind: 'refused', refusal: { code: 'not-assigned' } };
  const lock = lockOf(program, letter, packs);
  if (lock.closed && lock.rule?.confirmed)
    return { kind: 'refused', refusal: { code: 'locked', when: lock.rule.when, row: lock.rule.row } };
  return {
    kind: 'done',
    program: { ...program, letters: program.letters.filter((one) => one.letter !== letter.id) },
    warnings: lock.closed ? [{ code: 'perhaps-locked', row: lock.rule?.row ?? null }] : [],
  };
}

export type ApplyRefusal =
  | { readonly code: 'applied-already'; readonly on: Day }
  | { readonly code: 'in-the-future'; readonly on: Day };

export type ApplyWarning =
  /** Fewer letters than the program asks for; more can be added later. */
  | { readonly code: 'fewer-than-asked'; readonly have: number; readonly asked: number }
  | { readonly code: 'no-letters' }
  /** Assigned, and not there yet: the ids of these letters. */
  | { readonly code: 'awaited'; readonly letters: readonly string[] }
  /** Assigned, and given up or declined: they hold a place. */
  | { readonly code: 'gone-assigned'; readonly letters: readonly string[] }
  /** From now on its letters stay: surely, or so it is said. */
  | { readonly code: 'letters-stay'; readonly confirmed: boolean; readonly row: string };

/** Notes the day on which the member applied. `letters` are all of the member's. */
export function markApplied(
  program: Program,
  on: Day,
  {
    letters,
    packs,
    today,
  }: { readonly letters: readonly Letter[]; readonly packs: Packs; readonly today: Day },
): Outcome<ApplyRefusal, ApplyWarning> {
  if (program.applied !== null) return { kind: 'refused', refusal: { code: 'applied-already', on: program.applied } };
  if (on > today) return { kind: 'refused', refusal: { code: 'in-the-future', on } };
  const after = { ...program, applied: on };
  const sent = letters.filter(({ id }) => program.letters.some((one) => one.letter === id));
  const gone = sent.filter(({ stage }) => isGone(stage)).map(({ id }) => id);
  const awaited = sent.filter(({ stage }) => !isGone(stage) && !isIn(stage)).map(({ id }) => id);
  const have = sent.length - gone.length;
  const asked = program.needs.letters;
  const stay = sent.map((letter) => lockOf(after, letter, packs)).find(({ closed, rule }) => closed && rule !== null)?.rule;
  const warnings: readonly (ApplyWarning | false | null | undefined)[] = [
    have === 0 && { code: 'no-letters' },
    have > 0 && asked !== null && have < asked && { code: 'fewer-than-asked', have, asked },
    awaited.length > 0 && { code: 'awaited', letters: awaited },
    gone.length > 0 && { code: 'gone-assigned', letters: gone },
    stay && { code: 'letters-stay', confirmed: stay.confirmed, row: stay.row },
  ];
  return {
    kind: 'done',
    program: after,
    warnings: warnings.filter((one) => one !== false && one !== null && one !== undefined),
  };
}
