import type { Platform } from './platform.ts';
import type { Target } from './ports.ts';

/**
 * Where a message goes, within its platform, as one text: `W1/C1` for a channel, `W1/@U1` for a DM.
 * Where accounts belong to no workspace, its name is empty: `/@U1`.
 */
export function placeOf(target: Target): string {
  if (target.kind === 'channel') return `${target.workspace}/${target.channel}`;
  return `${target.account.workspace}/@${target.account.user}`;
}

export function platformOf(target: Target): Platform {
  return target.kind === 'channel' ? target.platform : target.account.platform;
}

export function workspaceOf(place: string): string {
  return place.slice(0, place.indexOf('/'));
}

export function isDm(place: string): boolean {
  return place.startsWith('@', place.indexOf('/') + 1);
}

/** Who takes turns with others: a workspace; a person, where accounts belong to none. */
export function tenantOf(place: string): string {
  return workspaceOf(place) || place;
}
