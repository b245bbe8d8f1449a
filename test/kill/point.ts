/** What of its work on the database a process counts. `checkpoint` is the one that follows an erasure. */
export type Sort = 'write' | 'commit' | 'checkpoint' | 'none';

/** Where a process ends: at the so-manieth of a sort, before it, after it, or microseconds into it. */
export interface Point {
  readonly sort: Sort;
  readonly number: number;
  readonly when: 'before' | 'after' | number;
}

export function printPoint({ sort, number, when }: Point): string {
  return `${sort} ${number} ${when}`;
}

/** `undefined` for what is no point. */
export function readPoint(text: string): Point | undefined {
  const found = /^(?<sort>write|commit|checkpoint|none) (?<number>\d+) (?<when>before|after|\d+)$/u.exec(text)?.groups;
  if (!found) return undefined;
  const { sort, number, when } = found;
  return {
    sort: sort as Sort,
    number: Number(number),
    when: when === 'before' || when === 'after' ? when : Number(when),
  };
}
