import type { RawArgs } from './invocation.ts';
import type { Block, Line } from './reply.ts';

/** What can go wrong in an expected way. The code is stable: tests and logs go by it. */
export type ProblemCode =
  | 'not-found'
  | 'ambiguous'
  | 'not-allowed'
  | 'not-legal'
  | 'bad-value'
  | 'limit-reached'
  | 'nothing-to-do';

/**
 * The store could not take a change in time. Nothing was kept; whoever asked is told so and may
 * ask again.
 */
export class StoreBusy extends Error {
  override readonly name = 'StoreBusy';
}

/**
 * An expected problem: the member is told the sentence, which says what to do; nothing that the
 * command had begun is kept. Anything else that is thrown counts as a bug.
 */
export class UserProblem extends Error {
  override readonly name = 'UserProblem';
  readonly code: ProblemCode;
  readonly sentence: Line;
  /** The option at fault, so that a form can show the sentence at its field. */
  readonly option: string | undefined;
  /** What can be done now: buttons, a menu, a list. */
  readonly next: readonly Block[];
  /**
   * What the form holds in the place of what was typed, by the option: a better wording, or nothing
   * yet in a field that is asked for only now.
   */
  readonly values: RawArgs;

  constructor(
    code: ProblemCode,
    sentence: Line,
    more: { option?: string; next?: readonly Block[]; values?: RawArgs } = {},
  ) {
    super(code);
    this.code = code;
    this.sentence = sentence;
    this.option = more.option;
    this.next = more.next ?? [];
    this.values = more.values ?? {};
  }
}
