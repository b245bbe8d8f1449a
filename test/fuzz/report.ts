export interface FuzzOptions {
  readonly inputs: number;
  readonly seed: number;
}

export interface FuzzReport {
  readonly inputs: number;
  /** How often each status came back, by the way in which a request was sent or spoilt. */
  readonly statuses: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** How many payloads went to the platform or came back to whoever asked, all of them looked through. */
  readonly looked: number;
  /** What must not be, in sentences; empty when all is well. */
  readonly wrong: readonly string[];
}

/** What came back for one request. */
export interface Came {
  /** `undefined` when nothing came, or the connection was ended. */
  readonly status: number | undefined;
  readonly text: string;
}

/** Counts what came back or what became of it in a word, by the way of the request. */
export function createTally() {
  const statuses: Record<string, Record<string, number>> = {};
  return {
    statuses,
    note(way: string, came: Came | string): void {
      const counts = statuses[way] ?? {};
      statuses[way] = counts;
      const status = typeof came === 'string' ? came : String(came.status ?? 'ended');
      counts[status] = (counts[status] ?? 0) + 1;
    },
  };
}

/** What a request must come back with. */
export function misanswered(expected: readonly (number | undefined)[], came: Came | 'hangs'): readonly string[] {
  if (came === 'hangs') return ['there was no answer'];
  return expected.includes(came.status) ? [] : [`${came.status} came back`];
}
