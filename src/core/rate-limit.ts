import type { Account } from './invocation.ts';

/** Seconds that an account has to wait, 0 when the command may run. `at` is in monotonic milliseconds. */
export type RateLimit = (account: Account, perMinute: number, at: number) => number;

/**
 * Commands a minute for one person: a bucket of `perMinute` that refills steadily, so that a
 * burst is fine and a flood is not. It goes by real time, whatever the bot's clock shows, and
 * lives in memory for at most `people` people at a time; a restart forgives.
 */
export function createRateLimit(people = 10_000): RateLimit {
  // Credit is counted in commands times milliseconds: whole numbers, so that nothing is rounded away.
  const price = 60_000;
  const buckets = new Map<string, { credit: number; at: number }>();
  return (account, perMinute, at) => {
    const key = JSON.stringify([account.platform, account.workspace, account.user]);
    const bucket = buckets.get(key) ?? { credit: perMinute * price, at };
    const earned = Math.max(0, at - bucket.at) * perMinute;
    const credit = Math.min(perMinute * price, bucket.credit + earned);
    // Re-inserting keeps the map in the order of last use: the first is the one to forget.
    buckets.delete(key);
    buckets.set(key, { credit: credit >= price ? credit - price : credit, at });
    if (buckets.size > people) buckets.delete(buckets.keys().next().value ?? key);
    return credit >= price ? 0 : Math.ceil((price - credit) / perMinute / 1_000);
  };
}
