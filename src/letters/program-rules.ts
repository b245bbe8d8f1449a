import type { Day } from '../core/time.ts';
import type { AssignmentLock, Packs } from '../packs/pack.ts';
import { packOf } from '../packs/pack-of.ts';
import type { Letter } from './letter.ts';
import type { Program } from './program.ts';
import { isIn } from './stages.ts';

/** What the judgement of a program needs to know besides. */
export interface Rules {
  readonly packs: Packs;
  readonly today: Day;
}

/** The most letters that a program's service takes for it. */
export interface Cap {
  readonly letters: number;
  /** Sure enough to refuse somebody by. */
  readonly confirmed: boolean;
  /** The season that its source spoke about. */
  readonly season: string;
  /** The rule's id in the packs. */
  readonly row: string;
}

/** `undefined` where the service is not said, or its cap not known. */
export function capOf({ service, season }: Program, { packs, today }: Rules): Cap | undefined {
  if (service === null) return undefined;
  const fact = packOf(packs, service, season, today).facts.maxLettersPerProgram;
  if (fact.confidence === 'unconfirmed') return undefined;
  const { value, confidence } = fact;
  const row = `${service}/max-letters-per-program`;
  return { letters: value, confirmed: confidence === 'high', season: fact.season, row };
}

/** When a service no longer lets a letter be taken off a program. */
export interface LockRule {
  readonly when: AssignmentLock;
  readonly confirmed: boolean;
  readonly season: string;
  readonly row: string;
}

/**
 * Whether a letter that goes to a program can no longer be taken off. Where no rule is known, an
 * application counts as the end of it: what may be fixed in the portal is not planned to move.
 */
export interface Lock {
  readonly closed: boolean;
  /** `null` is not known. */
  readonly rule: LockRule | null;
}

/** The lock of a letter at a program. A letter counts as completed once it is uploaded. */
export function lockOf(program: Program, { stage }: Pick<Letter, 'stage'>, rules: Rules): Lock {
  const rule = lockRule(program, rules);
  return { closed: rule?.when === 'on-completing' ? isIn(stage) : program.applied !== null, rule };
}

function lockRule({ service, season }: Program, { packs, today }: Rules): LockRule | null {
  if (service === null) return null;
  const fact = packOf(packs, service, season, today).facts.assignmentLock;
  if (fact.confidence === 'unconfirmed') return null;
  const { value, confidence } = fact;
  return { when: value, confirmed: confidence === 'high', season: fact.season, row: `${service}/assignment-lock` };
}
