/** The latest `size` values, by their keys. Whatever was set longest ago is forgotten first. */
export interface Latest<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): void;
  delete(key: K): void;
}

export function createLatest<K, V>(size: number): Latest<K, V> {
  const all = new Map<K, V>();
  return {
    get: (key) => all.get(key),
    set(key, value) {
      all.delete(key);
      all.set(key, value);
      const [oldest] = all.keys();
      if (all.size > size && oldest !== undefined) all.delete(oldest);
    },
    delete(key) {
      all.delete(key);
    },
  };
}
