/**
 * Lets passes of some work follow each other. A pass that is asked for during another comes after
 * it, one for all who asked meanwhile; each gets what became of a pass that began after asking.
 */
export function oneAtATime<T>(pass: () => Promise<T>): () => Promise<T> {
  let current: Promise<T> | undefined;
  let following: Promise<T> | undefined;

  function begin(): Promise<T> {
    following = undefined;
    const mine = pass();
    current = mine;
    const end = () => {
      if (current === mine) current = undefined;
    };
    mine.then(end, end);
    return mine;
  }

  return () => {
    // Asked first: the one before may have ended, while this one has not begun.
    if (following) return following;
    if (!current) return begin();
    following = current.then(begin, begin);
    return following;
  };
}
