import { slips } from '../core/closest.ts';
import type { Zone } from '../core/time.ts';

/** All zones that this machine knows, by their IANA names. */
const zones: readonly Zone[] = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

/** What people call a zone when they name no city. */
const spoken = new Map<string, Zone>(
  Object.entries({
    eastern: 'America/New_York',
    est: 'America/New_York',
    edt: 'America/New_York',
    et: 'America/New_York',
    central: 'America/Chicago',
    cst: 'America/Chicago',
    cdt: 'America/Chicago',
    ct: 'America/Chicago',
    mountain: 'America/Denver',
    mst: 'America/Denver',
    mdt: 'America/Denver',
    mt: 'America/Denver',
    pacific: 'America/Los_Angeles',
    pst: 'America/Los_Angeles',
    pdt: 'America/Los_Angeles',
    pt: 'America/Los_Angeles',
    atlantic: 'America/Halifax',
    newfoundland: 'America/St_Johns',
    hawaii: 'Pacific/Honolulu',
    alaska: 'America/Anchorage',
    gmt: 'UTC',
  }),
);

/** Cities that people look for and that no zone is named after, or only an old spelling of them. */
const cities = new Map<string, Zone>(
  Object.entries({
    boston: 'America/New_York',
    philadelphia: 'America/New_York',
    washington: 'America/New_York',
    miami: 'America/New_York',
    atlanta: 'America/New_York',
    houston: 'America/Chicago',
    dallas: 'America/Chicago',
    'san francisco': 'America/Los_Angeles',
    seattle: 'America/Los_Angeles',
    'san diego': 'America/Los_Angeles',
    montreal: 'America/Toronto',
    ottawa: 'America/Toronto',
    calgary: 'America/Edmonton',
    mumbai: 'Asia/Kolkata',
    delhi: 'Asia/Kolkata',
    islamabad: 'Asia/Karachi',
    kolkata: 'Asia/Kolkata',
    kathmandu: 'Asia/Kathmandu',
    yangon: 'Asia/Yangon',
    'ho chi minh': 'Asia/Ho_Chi_Minh',
    kyiv: 'Europe/Kyiv',
  }),
);

/** Zones that fit what was typed, the best first; empty when none does. */
export function searchZones(typed: string, limit: number): readonly Zone[] {
  const wanted = plain(typed);
  if (wanted === '')
    return ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles', 'America/Toronto'].slice(
      0,
      limit,
    );
  const known = spoken.get(wanted) ?? cities.get(wanted);
  const beginning = zones.filter((zone) => city(zone).startsWith(wanted) || plain(zone).startsWith(wanted));
  const holding = zones.filter((zone) => plain(zone).includes(wanted));
  return [...new Set([...(known ? [known] : []), ...beginning, ...holding])].slice(0, limit);
}

/** The one zone that is meant, or the nearest to choose from. */
export function readZone(typed: string): { readonly zone: Zone } | { readonly nearest: readonly Zone[] } {
  const wanted = plain(typed);
  const exact =
    zones.find((zone) => plain(zone) === wanted) ??
    spoken.get(wanted) ??
    cities.get(wanted) ??
    only(zones.filter((zone) => city(zone) === wanted)) ??
    renamed(typed);
  if (exact) return { zone: exact };
  const searched = searchZones(typed, 3);
  if (searched.length > 0) return { nearest: searched };
  return { nearest: zones.filter((zone) => wanted.length > 3 && slips(city(zone), wanted) <= 2).slice(0, 3) };
}

/** Old names (`Asia/Calcutta`, `US/Eastern`) that the machine accepts, as it calls them today. */
function renamed(typed: string): Zone | undefined {
  if (!/^[A-Za-z_]+(?:\/[A-Za-z_+-]+)+$/u.test(typed.trim())) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: typed.trim() }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

function only<T>(list: readonly T[]): T | undefined {
  return list.length === 1 ? list[0] : undefined;
}

function plain(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[_\s]+/gu, ' ');
}

function city(zone: Zone): string {
  return plain(zone.slice(zone.lastIndexOf('/') + 1));
}
