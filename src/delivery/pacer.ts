import { isDm, workspaceOf } from '../core/place.ts';
import type { Pace, Rate } from '../core/ports.ts';

/**
 * Milliseconds by which the ways of two messages to a platform may differ: what left a second
 * apart arrives so much closer. Every stretch of a rate is that much longer.
 */
export const unevenness = 30;

export type Errand = 'send' | 'look';

/** The whole platform. A workspace is `W1/` and a place `W1/C1`, so no two scopes have one name. */
export const wholePlatform = '';

/** All DMs of a platform. */
export const allDms = '@';

export function workspaceScope(place: string): string {
  return `${workspaceOf(place)}/`;
}

/** When the last ones left that still count for a rate, the earliest first. */
interface Window {
  readonly rate: Rate;
  readonly left: number[];
}

/**
 * Says who may go, and when the next may: it keeps to the rates of a platform and to what the
 * platform said about waiting. It has no clock; every moment is a number of milliseconds.
 */
export function createPacer(pace: Pace) {
  const windows = new Map<string, Window>();
  const held = new Map<string, number>();
  /** Places that were written to, and so are known. */
  const known = new Set<string>();

  /** The first moment at which so many more keep to a rate. */
  function roomAt(name: string, rate: Rate | undefined, now: number, count = 1): number {
    const left = windows.get(name)?.left;
    if (!rate || !left) return now;
    const over = left.length + Math.min(count, rate.count) - rate.count;
    return over <= 0 ? now : Math.max(now, (left[over - 1] ?? now) + rate.milliseconds + unevenness);
  }

  function note(name: string, rate: Rate | undefined, now: number, count = 1): void {
    if (!rate) return;
    const window = windows.get(name) ?? { rate, left: [] };
    windows.set(name, window);
    for (let one = 0; one < count; one += 1) window.left.push(now);
    window.left.splice(0, window.left.length - rate.count);
  }

  function heldUntil(scope: string, now: number): number {
    return Math.max(held.get(scope) ?? now, now);
  }

  function requests(place: string, errand: Errand): number {
    return errand === 'send' && !known.has(place) ? (pace.first ?? 1) : 1;
  }

  /** The moment until which nothing goes to a place; now, when nothing holds it up. */
  function heldUp(place: string, now: number): number {
    const scopes = [wholePlatform, workspaceScope(place), place, ...(isDm(place) ? [allDms] : [])];
    return Math.max(...scopes.map((scope) => heldUntil(scope, now)));
  }

  /** The first moment at which the platform as a whole takes anything, whatever it is. */
  function openAt(now: number): number {
    return Math.max(heldUntil(wholePlatform, now), roomAt('everywhere', pace.everywhere, now, pace.first));
  }

  /** The first moment at which a workspace takes anything of a kind. */
  function workspaceAt(place: string, errand: Errand, now: number): number {
    const scope = workspaceScope(place);
    if (errand === 'look') return roomAt(`looks ${scope}`, pace.looks, now);
    return Math.max(heldUntil(scope, now), roomAt(scope, pace.workspace, now));
  }

  /** The first moment at which one may go to a place; now, when it may. */
  function mayGoAt(place: string, errand: Errand, now: number): number {
    const there = Math.max(openAt(now), workspaceAt(place, errand, now));
    if (errand === 'look') return there;
    const here = Math.max(there, heldUp(place, now), roomAt(place, pace.place, now));
    if (known.has(place) || !isDm(place)) return here;
    return Math.max(here, roomAt(`openings ${workspaceScope(place)}`, pace.openings, now));
  }

  /** Notes that one goes now. */
  function goes(place: string, errand: Errand, now: number): void {
    const scope = workspaceScope(place);
    note('everywhere', pace.everywhere, now, requests(place, errand));
    if (errand === 'look') {
      note(`looks ${scope}`, pace.looks, now);
      return;
    }
    note(scope, pace.workspace, now);
    note(place, pace.place, now);
    if (isDm(place) && !known.has(place)) note(`openings ${scope}`, pace.openings, now);
    known.add(place);
  }

  /** Nothing goes to a scope before a moment. A shorter wait never ends a longer one. */
  function hold(scope: string, until: number): void {
    held.set(scope, Math.max(held.get(scope) ?? until, until));
  }

  /** Forgets what counts no more. */
  function tidy(now: number): void {
    for (const [scope, until] of held) if (until <= now) held.delete(scope);
    for (const [name, { rate, left }] of windows) {
      if ((left.at(-1) ?? 0) + rate.milliseconds + unevenness <= now) windows.delete(name);
    }
  }

  return { openAt, heldUp, workspaceAt, mayGoAt, goes, hold, tidy };
}

export type Pacer = ReturnType<typeof createPacer>;
