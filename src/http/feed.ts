import type { Route } from '../core/ports.ts';

/** What stands before and behind the secret part of a feed's address. */
const address = /^\/calendar\/([\w-]{20,100})\.ics$/u;

/**
 * Calendars that members subscribe to. `calendarFor` gives the text for the secret part of an
 * address; one that is not known, no longer holds or is mistyped is not found, all alike.
 */
export function feedRoute(calendarFor: (secret: string) => Promise<string | undefined>): Route {
  return {
    method: 'GET',
    path: '/calendar/*',
    async handle({ path }) {
      const secret = address.exec(path)?.[1];
      const text = secret === undefined ? undefined : await calendarFor(secret);
      if (text === undefined) return { status: 404 };
      return {
        status: 200,
        headers: { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, max-age=900' },
        body: text,
      };
    },
  };
}
