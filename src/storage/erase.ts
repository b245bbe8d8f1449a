import { dmKey } from '../communities/conversation.ts';
import type { MemberId } from '../core/command.ts';
import type { Account } from '../core/invocation.ts';
import { placeOf } from '../core/place.ts';
import type { Trx } from './database.ts';

/**
 * Deletes what is kept of a member. Rows that name the member go with their row: writers, letters,
 * programs, the journal, deliveries, notes of reminders, shares, the calendar's address, a waiting
 * file, votes and what they handed in. What names only their account is deleted here.
 */
export async function eraseMember(trx: Trx, member: MemberId, account: Account): Promise<void> {
  const { platform, workspace, user } = account;
  await trx
    .deleteFrom('shares')
    .where('platform', '=', platform)
    .where('workspace', '=', workspace)
    .where('viewer', '=', user)
    .execute();
  await trx
    .deleteFrom('grants')
    .where('account', '=', user)
    .where('community', 'in', (query) => {
      const here = query.selectFrom('communities').select('id').where('platform', '=', platform);
      // An account that belongs to a workspace has roles in that one alone.
      return workspace === '' ? here : here.where('workspace', '=', workspace);
    })
    .execute();
  await trx.deleteFrom('conversations').where('key', '=', dmKey(account)).execute();
  await trx
    .deleteFrom('inbox')
    .where('platform', '=', platform)
    .where('workspace', '=', workspace)
    .where('user', '=', user)
    .execute();
  const place = placeOf({ kind: 'dm', account });
  await trx.deleteFrom('holds').where('platform', '=', platform).where('scope', '=', place).execute();
  await trx.deleteFrom('members').where('id', '=', member).execute();
}
