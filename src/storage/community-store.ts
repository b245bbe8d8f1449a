import type { Community, CommunityStore, Deadline } from '../communities/community.ts';
import type { Platform } from '../core/platform.ts';
import type { Trx } from './database.ts';
import type { CommunitiesTable, DeadlinesTable } from './tables.ts';
import { toZone } from './zone-column.ts';

export function communityStore(trx: Trx): CommunityStore {
  return {
    async find(platform, workspace) {
      const row = await byWorkspace(trx, platform, workspace);
      return row && toCommunity(row);
    },
    async get(id) {
      const row = await trx.selectFrom('communities').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toCommunity(row);
    },
    async ensure(platform, workspace, newId, now) {
      return toCommunity(await ensureCommunity(trx, { platform, workspace }, () => newId, now));
    },
    async deadlines(community) {
      const rows = await trx
        .selectFrom('deadlines')
        .selectAll()
        .where('community', '=', community)
        .orderBy('day')
        .orderBy('number')
        .execute();
      return rows.map(toDeadline);
    },
    async addDeadline(deadline) {
      const row = { ...deadline, number: await nextNumber(trx, 'deadlines', deadline.community) };
      await trx.insertInto('deadlines').values(row).execute();
      return row;
    },
    async changeDeadline(deadline) {
      await trx.updateTable('deadlines').set(deadline).where('id', '=', deadline.id).execute();
    },
    async removeDeadline(community, id) {
      await trx.deleteFrom('deadlines').where('community', '=', community).where('id', '=', id).execute();
    },
  };
}

function byWorkspace(trx: Trx, platform: Platform, workspace: string): Promise<CommunitiesTable | undefined> {
  return trx
    .selectFrom('communities')
    .selectAll()
    .where('platform', '=', platform)
    .where('workspace', '=', workspace)
    .executeTakeFirst();
}

/** The row of a community, made when it is new. */
export async function ensureCommunity(
  trx: Trx,
  { platform, workspace }: Pick<Community, 'platform' | 'workspace'>,
  newId: () => string,
  now: string,
): Promise<CommunitiesTable> {
  const known = await byWorkspace(trx, platform, workspace);
  if (known) return known;
  const row = { id: newId(), platform, workspace, created_at: now, seen_at: now, left_at: null };
  await trx.insertInto('communities').values(row).execute();
  return row;
}

/** One more than the largest number in use, counted within the community. */
export async function nextNumber(
  trx: Trx,
  table: 'deadlines' | 'digests' | 'submissions',
  community: string,
): Promise<number> {
  const { largest } = await trx
    .selectFrom(table)
    .select((expression) => expression.fn.max('number').as('largest'))
    .where('community', '=', community)
    .executeTakeFirstOrThrow();
  return Number(largest ?? 0) + 1;
}

function toCommunity({ id, platform, workspace }: CommunitiesTable): Community {
  return { id, platform: platform as Community['platform'], workspace };
}

function toDeadline(row: DeadlinesTable): Deadline {
  return { ...row, zone: toZone(row.zone), day: row.day as Deadline['day'] };
}
