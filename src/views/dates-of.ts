import type { CommunityStore } from '../communities/community.ts';
import type { ConfirmedDateStore } from '../communities/confirmed.ts';
import type { Packs } from '../packs/pack.ts';
import { type AnnouncedDate, announcedDates } from '../reminders/announced.ts';
import type { Digest } from '../reminders/digest.ts';

export interface DatePorts {
  readonly communities: CommunityStore;
  readonly confirmedDates: ConfirmedDateStore;
  readonly packs: Packs;
}

/** All dates that a digest can tell, past ones among them. */
export async function datesOf(
  { community, services }: Pick<Digest, 'community' | 'services'>,
  { communities, confirmedDates, packs }: DatePorts,
): Promise<readonly AnnouncedDate[]> {
  const deadlines = await communities.deadlines(community);
  const confirmed = await confirmedDates.of(community);
  return announcedDates({ deadlines, calendar: packs.calendar, confirmed }, services);
}
