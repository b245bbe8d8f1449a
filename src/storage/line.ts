/** Who wants the connection: somebody waits for an answer, or nobody does. */
export type Errand = 'foreground' | 'background';

/** So many in the foreground go first in a row while others wait; then one of those has its turn. */
const inARow = 10;

interface Waiting {
  readonly take: (turn: 'mine' | 'tired') => void;
}

/**
 * Those who wait for the one connection, in the order in which they came; who is waited for goes
 * before what is done in the background, which still has its turn from time to time.
 */
export function createLine() {
  const waiting: Readonly<Record<Errand, Waiting[]>> = { foreground: [], background: [] };
  let taken = false;
  let row = 0;

  /** `tired` when it took longer than `patience` milliseconds. */
  function join(errand: Errand, patience: number): Promise<'mine' | 'tired'> {
    if (!taken) {
      taken = true;
      return Promise.resolve('mine');
    }
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        waiting[errand].splice(waiting[errand].indexOf(me), 1);
        resolve('tired');
      }, patience);
      const me: Waiting = {
        take(turn) {
          clearTimeout(timer);
          resolve(turn);
        },
      };
      waiting[errand].push(me);
    });
  }

  function leave(): void {
    const next = pick();
    if (next) next.take('mine');
    else taken = false;
  }

  function pick(): Waiting | undefined {
    const { foreground, background } = waiting;
    row = background.length === 0 ? 0 : row + 1;
    if (row <= inARow && foreground.length > 0) return foreground.shift();
    row = 0;
    return background.shift() ?? foreground.shift();
  }

  return { join, leave };
}
