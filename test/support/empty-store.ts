import type { AdapterStore } from '../../src/core/ports.ts';

/** The memory of an adapter that has nothing to remember. */
export const emptyStore: AdapterStore = {
  get: async () => undefined,
  set: async () => undefined,
  delete: async () => undefined,
  once: async () => true,
  inbox: {
    keep: async () => true,
    left: async () => ({ questions: [], forgotten: 0 }),
    retry: async () => true,
    done: async () => undefined,
  },
};
