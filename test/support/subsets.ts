/** All subsets of a few things: the slow way that cannot be wrong. */
export function subsets<T>(list: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: 2 ** list.length }, (_, bits) => list.filter((_, index) => (bits >> index) & 1));
}
