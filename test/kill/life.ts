import type { Point } from './point.ts';

/** One life of a process: what is asked of it, and how it ends. */
export interface Life {
  readonly kind:
    | 'in a migration'
    | 'in its database'
    | 'in a checkpoint'
    | 'in a batch'
    | 'once confirmed'
    | 'any time';
  /** Where it ends itself. */
  readonly point?: Point;
  /** It ends when Slack is called so often: as the call comes, or when Slack has done it. */
  readonly call?: { readonly number: number; readonly moment: 'arrived' | 'accepted' };
  /** Milliseconds after which it ends, whether or not it has started. */
  readonly starting?: number;
  /** It ends with the first confirmation. */
  readonly onConfirmation: boolean;
  /** Milliseconds after the last answer, for a life that has not ended by then. */
  readonly pause: number;
}

/** How many lives in a round begin with a file that is not migrated yet: the first ones. */
const migrating = 5;

/** A life that follows from its number in the round, from 1, and from chance. */
export function drawLife(number: number, random: () => number): Life {
  const below = (count: number) => Math.floor(random() * count);
  const when = (): Point['when'] => {
    const [before, after, during] = ['before', 'after', below(3_000)] as const;
    return [before, after, during][below(3)] ?? during;
  };
  const usual = { onConfirmation: false, pause: below(250) };
  if (number <= migrating) {
    return { ...usual, kind: 'in a migration', point: { sort: 'write', number: 1 + below(130), when: when() } };
  }
  switch (below(6)) {
    case 0:
      return { ...usual, kind: 'in its database', point: { sort: 'write', number: 1 + below(80), when: when() } };
    case 1:
      return { ...usual, kind: 'in its database', point: { sort: 'commit', number: 1 + below(40), when: when() } };
    case 2:
      return { ...usual, kind: 'in a checkpoint', point: { sort: 'checkpoint', number: 1, when: when() } };
    case 3: {
      const moment = below(2) === 0 ? 'arrived' : 'accepted';
      return { ...usual, kind: 'in a batch', call: { number: 1 + below(4), moment } };
    }
    case 4:
      return { ...usual, kind: 'once confirmed', onConfirmation: true };
    default:
      return { ...usual, kind: 'any time', ...(below(2) === 0 && { starting: 200 + below(1_500) }) };
  }
}

export function describe({ kind, point, call, starting, pause }: Life): string {
  const where = point && `${point.sort} ${point.number}, ${point.when}`;
  const asked = call && `message ${call.number} ${call.moment}`;
  return [kind, where ?? asked ?? (starting === undefined ? `${pause} ms later` : `${starting} ms old`)].join(', ');
}
