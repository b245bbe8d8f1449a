import type { Account } from './invocation.ts';

/** Seconds that an account has to wait, 0 when the command may run. `at` is in monotonic milliseconds. */
export type RateLimit = (account: Account, perMinute: number, at: number) => number;

/**
 * Commands a minute for one person: a bucket of `perMinute` that refills steadily, so that a
 * burst is fine and a flood is not. It goes by real time, whatever the bot's clock shows, and
 * lives in memory for at most `people` people at a time; a restart forgives.
 */
export function createRateLimit(people = 10_000): RateLimit {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (account, perMinute, at) => {
    const key = JSON.stringify([account.platform, account.workspace, account.user]);
    const bucket = buckets.get(key) ?? { tokens: perMinute, at };
    const minutes = Math.max(0, at - bucket.at) / 60_000;
    const tokens = Math.min(perMinute, bucket.tokens + minutes * perMinute);
    // Re-inserting keeps the map in the order of last use: the first is the one to forget.
    buckets.delete(key);
    buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at });
    if (buckets.size > people) buckets.delete(buckets.keys().next().value ?? key);
    return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) / perMinute) * 60);
  };
}
