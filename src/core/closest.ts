/**
 * The candidate nearest to a mistyped word, or `undefined` when none is near: up to one slip in
 * four letters (a letter wrong, missing, too many, or two swapped), or a candidate that begins
 * with the word.
 */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  const typed = word.toLowerCase();
  if (typed === '' || typed.length > 60) return undefined;
  const allowed = Math.max(1, Math.floor(typed.length / 4));
  let best: string | undefined;
  let bestSlips = allowed + 1;
  for (const candidate of candidates) {
    const distance = slips(typed, candidate.toLowerCase());
    if (distance < bestSlips) {
      best = candidate;
      bestSlips = distance;
    }
  }
  return best ?? candidates.find((candidate) => typed.length > 1 && candidate.toLowerCase().startsWith(typed));
}

/** Damerau's distance in its restricted form: no part of the text is edited twice. */
export function slips(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      let least = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + same);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        least = Math.min(least, (beforeLast[column - 2] ?? 0) + 1);
      current.push(least);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? a.length;
}
