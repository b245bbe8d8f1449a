/** Seconds by which the time of a signed request may differ from ours, in both directions. */
const window = 300;

/** Whether a signed request's time, in seconds since 1970 as platforms write it, is one of just now. */
export function isOfNow(timestamp: string, epochMilliseconds: number): boolean {
  return /^\d{1,12}$/u.test(timestamp) && Math.abs(Number(timestamp) - epochMilliseconds / 1_000) <= window;
}

/** Signatures that were taken, for as long as they could be taken again. */
export interface Seen {
  /** Notes it; false when it was there already. */
  add(signature: string, epochMilliseconds: number): boolean;
  forget(signature: string): void;
}

/** Only signed requests get here, so that nobody else can fill it. */
export function createSeen(): Seen {
  const until = new Map<string, number>();
  return {
    add(signature, now) {
      for (const [old, end] of until) {
        if (end >= now) break;
        until.delete(old);
      }
      if (until.has(signature)) return false;
      until.set(signature, now + 2 * window * 1_000);
      return true;
    },
    forget(signature) {
      until.delete(signature);
    },
  };
}

/** Milliseconds between two complaints about requests that nobody signed for us. */
const complainEvery = 60_000;

/**
 * Counts requests that were refused, and tells of them once a minute at most: a wrong secret would
 * otherwise look like silence, and anybody can send rubbish, so not each is told.
 */
export function createRefusals(tell: (count: number) => void): (epochMilliseconds: number) => void {
  let refused = 0;
  let told = 0;
  return (now) => {
    refused += 1;
    if (now - told < complainEvery) return;
    tell(refused);
    [told, refused] = [now, 0];
  };
}
