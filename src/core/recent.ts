/** The last `size` keys that were seen, to drop what a platform sends twice in a row. */
export function createRecent(size: number): { add(key: string): boolean; remove(key: string): void } {
  const keys = new Set<string>();
  return {
    add(key) {
      if (keys.has(key)) return false;
      keys.add(key);
      if (keys.size > size) keys.delete(keys.values().next().value ?? key);
      return true;
    },
    remove(key) {
      keys.delete(key);
    },
  };
}
