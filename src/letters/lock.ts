import type { Packs } from '../packs/pack.ts';
import type { Letter } from './letter.ts';
import type { Program } from './program.ts';
import { isIn } from './stages.ts';

/** When a service no longer lets a letter be taken off a program. */
export interface LockRule {
  readonly when: 'on-applying' | 'on-completing';
  /** Sure enough to refuse somebody by. */
  readonly confirmed: boolean;
  /** The rule's id in the packs. */
  readonly row: string;
}

/**
 * Whether a letter that goes to a program can still be taken off. Where no rule is known, an
 * application closes it all the same: what may be fixed in the portal is not planned to move.
 */
export interface Lock {
  readonly closed: boolean;
  /** `null` is not known. */
  readonly rule: LockRule | null;
}

/** The lock of a letter at a program. A letter counts as completed once it is uploaded. */
export function lockOf(program: Program, letter: Pick<Letter, 'stage'>, packs: Packs): Lock {
  const rule = ruleOf(program, packs);
  const closed = rule?.when === 'on-completing' ? isIn(letter.stage) : program.applied !== null;
  return { closed, rule };
}

function ruleOf({ service }: Program, packs: Packs): LockRule | null {
  if (service === null) return null;
  const { confidence, value } = packs.services[service].facts.assignmentLock;
  if (value === undefined) return null;
  return { when: value, confirmed: confidence === 'high', row: `${service}/assignment-lock` };
}
