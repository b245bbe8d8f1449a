/** Work that goes on beside everything else, and is waited for before a stop. */
export interface UnderWay {
  /** Notes it until it has ended, however it ends; gives it back as it is. */
  track<T>(work: Promise<T>): Promise<T>;
  /** Resolves when none is left, also of what begins meanwhile. Never throws. */
  finished(): Promise<void>;
}

export function createUnderWay(): UnderWay {
  const going = new Set<Promise<unknown>>();
  return {
    track(work) {
      const ended = () => void going.delete(work);
      going.add(work);
      work.then(ended, ended);
      return work;
    },
    async finished() {
      while (going.size > 0) await Promise.allSettled(going);
    },
  };
}
