import type { Instant } from '../core/time.ts';
import type { NoticesPayload } from './agenda-store.ts';
import type { LoggedDelivery } from './deliveries.ts';
import type { OwnPayload } from './own.ts';

/** A message that can be put off: one that the bot sent a member by itself. */
export type Reminding = LoggedDelivery & { readonly payload: NoticesPayload | OwnPayload };

export function isReminding(delivery: LoggedDelivery): delivery is Reminding {
  return delivery.payload.kind === 'notices' || delivery.payload.kind === 'own';
}

/** What names a message that was put off: pressing twice puts it off once. */
export function snoozeKey(message: string, until: Instant): string {
  return `${snoozesOf(message)}${until}`;
}

/** What the keys of a message begin with when it was put off. */
export function snoozesOf(message: string): string {
  return `snooze:${message}:`;
}
