/** Chance that is drawn from, in the words of what is drawn. */
export interface Chance {
  /** A whole number from 0 up to below this. */
  below(count: number): number;
  pick<T>(list: readonly T[]): T;
  /** Whether it comes true, of so many times once. */
  once(times: number): boolean;
}

export function createChance(random: () => number): Chance {
  const below = (count: number) => Math.floor(random() * count);
  return {
    below,
    pick(list) {
      if (list.length === 0) throw new Error('there is nothing to pick');
      return list[below(list.length)] as (typeof list)[number];
    },
    once: (times) => below(times) === 0,
  };
}
