import type { AdapterStore, Clock } from '../../src/core/ports.ts';
import type { Instant } from '../../src/core/time.ts';

/**
 * Logins in a day that come at once, and how many more may follow, spread over the day. Discord takes
 * the token of a bot away that comes to a thousand, which a process that crashes and is started
 * again reaches in hours. Together they stay below a twentieth of that, and somebody who starts the
 * bot often for good reasons never waits for longer than `apart`.
 * https://docs.discord.com/developers/events/gateway#rate-limiting
 */
const atOnce = 30;
const spread = 18;

/** Milliseconds. */
const day = 24 * 60 * 60_000;
const apart = day / spread;

type LoginStore = Pick<AdapterStore, 'get' | 'set'>;

/**
 * Notes a login that is about to be made, across restarts; milliseconds to wait instead when
 * there were too many.
 */
export async function noteLogin(store: LoginStore, clock: Clock): Promise<number> {
  const now = clock.now();
  // What lies ahead comes of a clock that was wrong, and counts all the same.
  const recent = (await read(store)).filter((at) => Math.abs(Date.parse(now) - Date.parse(at)) < day);
  const last = recent.at(-1);
  const since = last === undefined ? day : Math.abs(Date.parse(now) - Date.parse(last));
  if (recent.length >= atOnce && since < apart) return apart - since;
  await store.set('', 'logins', [...recent, now].join(' '));
  return 0;
}

async function read(store: LoginStore): Promise<readonly Instant[]> {
  const text = (await store.get('', 'logins')) ?? '';
  return text.split(' ').filter((at): at is Instant => !Number.isNaN(Date.parse(at)));
}
