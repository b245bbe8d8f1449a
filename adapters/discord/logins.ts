import type { AdapterStore, Clock } from '../../src/core/ports.ts';
import type { Instant } from '../../src/core/time.ts';

/**
 * Logins in a day. Discord takes the token of a bot away that comes to a thousand, which a
 * process that crashes and is started again reaches in hours.
 * https://docs.discord.com/developers/events/gateway#rate-limiting
 */
const perDay = 200;

const day = 24 * 60 * 60_000;

type LoginStore = Pick<AdapterStore, 'get' | 'set'>;

/**
 * Notes a login that is about to be made, across restarts; milliseconds to wait instead when
 * there were too many.
 */
export async function noteLogin(store: LoginStore, clock: Clock): Promise<number> {
  const now = clock.now();
  const recent = (await read(store)).filter((at) => Math.abs(Date.parse(now) - Date.parse(at)) < day);
  const oldest = recent[0];
  if (recent.length >= perDay && oldest !== undefined) return Date.parse(oldest) + day - Date.parse(now);
  await store.set('', 'logins', [...recent, now].join(' '));
  return 0;
}

async function read(store: LoginStore): Promise<readonly Instant[]> {
  const text = (await store.get('', 'logins')) ?? '';
  return text.split(' ').filter((at): at is Instant => !Number.isNaN(Date.parse(at)));
}
