import type { Platform } from '../core/platform.ts';
import type { OfferedShare, Share, ShareStore, WatchedShare } from '../letters/share.ts';
import type { Trx } from './database.ts';
import type { SharesTable } from './tables.ts';

export function shareStore(trx: Trx): ShareStore {
  return {
    async add({ viewer, ...share }) {
      const { platform, workspace, user } = viewer;
      await trx
        .insertInto('shares')
        .values({ ...share, platform, workspace, viewer: user })
        .execute();
    },
    async of(member) {
      const rows = await trx
        .selectFrom('shares')
        .leftJoin('share_views', 'share_views.share', 'shares.id')
        .selectAll('shares')
        .select(({ fn }) => [fn.count('share_views.at').as('views'), fn.max('share_views.at').as('last_view')])
        .where('shares.member', '=', member)
        .groupBy('shares.id')
        .orderBy('shares.since', 'desc')
        .orderBy('shares.id', 'desc')
        .execute();
      return rows.map(
        ({ views, last_view, ...row }): WatchedShare => ({
          ...toShare(row),
          views: Number(views),
          lastView: last_view as WatchedShare['lastView'],
        }),
      );
    },
    async openFor({ platform, workspace, user }, now) {
      const rows = await trx
        .selectFrom('shares')
        .innerJoin('members', 'members.id', 'shares.member')
        .selectAll('shares')
        .select(['members.workspace as owner_workspace', 'members.account as owner'])
        .where('shares.platform', '=', platform)
        .where('shares.workspace', '=', workspace)
        .where('shares.viewer', '=', user)
        .where('shares.stopped', 'is', null)
        .where('shares.until', '>', now)
        .orderBy('shares.since', 'desc')
        .orderBy('shares.id', 'desc')
        .execute();
      return rows.map(
        ({ owner, owner_workspace, ...row }): OfferedShare => ({
          ...toShare(row),
          owner: { platform: row.platform as Platform, workspace: owner_workspace, user: owner },
        }),
      );
    },
    async stop(member, share, now) {
      await trx
        .updateTable('shares')
        .set({ stopped: now })
        .where('member', '=', member)
        .where('id', '=', share)
        .where('stopped', 'is', null)
        .execute();
    },
    async noteView(share, at) {
      await trx.insertInto('share_views').values({ share, at }).execute();
    },
    async forgetBefore(at) {
      await trx
        .deleteFrom('shares')
        .where((expression) => expression.or([expression('until', '<', at), expression('stopped', '<', at)]))
        .execute();
    },
  };
}

function toShare({ platform, workspace, viewer, ...row }: SharesTable): Share {
  return {
    ...row,
    since: row.since as Share['since'],
    until: row.until as Share['until'],
    stopped: row.stopped as Share['stopped'],
    viewer: { platform: platform as Platform, workspace, user: viewer },
  };
}
