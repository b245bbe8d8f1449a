import type { Account } from './invocation.ts';
import type { Instant } from './time.ts';

/**
 * Commands a minute for one person: a bucket of `perMinute` that refills steadily, so that a
 * burst is fine and a flood is not. It is kept in memory, for at most `people` people at a time;
 * a restart forgives. Returns the seconds to wait, 0 when the command may run.
 */
export function createRateLimit(perMinute: number, people = 10_000): (account: Account, now: Instant) => number {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (account, now) => {
    const key = JSON.stringify([account.platform, account.workspace, account.user]);
    const at = Date.parse(now);
    const bucket = buckets.get(key) ?? { tokens: perMinute, at };
    const passed = Math.max(0, at - bucket.at) / 60_000;
    const tokens = Math.min(perMinute, bucket.tokens + passed * perMinute);
    // Re-inserting keeps the map in the order of last use: the first is the one to forget.
    buckets.delete(key);
    buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at });
    if (buckets.size > people) buckets.delete(buckets.keys().next().value ?? key);
    return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) / perMinute) * 60);
  };
}
