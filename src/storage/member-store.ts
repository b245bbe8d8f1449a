import type { CorePorts } from '../core/dispatch.ts';
import type { Account } from '../core/invocation.ts';
import { zoneOr } from '../core/known-zone.ts';
import { type Language, languages } from '../core/language.ts';
import type { Platform } from '../core/platform.ts';
import type { Random } from '../core/ports.ts';
import type { Hours } from '../members/hours.ts';
import { defaultZone, type Member, type MemberStore, noPreferences, type Preferences } from '../members/member.ts';
import type { Afterwards, Trx } from './database.ts';
import { eraseMember } from './erase.ts';
import type { MembersTable } from './tables.ts';

/** Turns platform accounts into our own ids. */
export function identityStore(trx: Trx, random: Random): CorePorts['identities'] {
  return {
    async identify(account, now, keep) {
      const row = await trx
        .selectFrom('members')
        .select(['id', 'zone', 'language'])
        .where('platform', '=', account.platform)
        .where('workspace', '=', account.workspace)
        .where('account', '=', account.user)
        .executeTakeFirst();
      if (row)
        return { id: row.id, zone: zoneOr(row.zone ?? defaultZone, defaultZone), language: toLanguage(row.language) };
      const id = random.id(now);
      if (keep)
        await trx
          .insertInto('members')
          .values(newRow(id, account, now))
          .execute();
      return { id, zone: defaultZone, language: null };
    },
  };
}

function newRow(id: string, account: Account, now: string): MembersTable {
  const { platform, workspace, user } = account;
  return {
    id,
    platform,
    workspace,
    account: user,
    personal: 0,
    check_at: null,
    stale: 1,
    created_at: now,
    ...toColumns(noPreferences),
  };
}

export function memberStore(trx: Trx, afterwards: Afterwards): MemberStore {
  return {
    async get(id, account): Promise<Member> {
      const row = await trx.selectFrom('members').selectAll().where('id', '=', id).executeTakeFirst();
      return { id, account, ...(row ? fromRow(row) : noPreferences) };
    },
    async getById(id) {
      const row = await trx.selectFrom('members').selectAll().where('id', '=', id).executeTakeFirst();
      return row && fromRow(row);
    },
    async accountOf(id) {
      const row = await trx
        .selectFrom('members')
        .select(['platform', 'workspace', 'account'])
        .where('id', '=', id)
        .executeTakeFirst();
      return row && { platform: row.platform as Platform, workspace: row.workspace, user: row.account };
    },
    async erase(id, account) {
      await eraseMember(trx, id, account);
      afterwards.scrub();
    },
    async save(id, preferences) {
      const row = await trx.selectFrom('members').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
      const columns = toColumns({ ...fromRow(row), ...preferences });
      await trx
        .updateTable('members')
        // A moment from before reminders were turned off says nothing once they are on again.
        .set({ ...columns, stale: 1, ...(columns.reminders === 0 && { check_at: null }) })
        .where('id', '=', id)
        .execute();
    },
  };
}

function fromRow(row: MembersTable): Preferences {
  return {
    zone: row.zone === null ? null : zoneOr(row.zone, null),
    language: toLanguage(row.language),
    service: row.service as Preferences['service'],
    specialties: JSON.parse(row.specialties) as string[],
    img: toFlag(row.img),
    reapplicant: toFlag(row.reapplicant),
    season: row.season,
    reminders: row.reminders === 1,
    pausedUntil: row.paused_until as Preferences['pausedUntil'],
    hours: toHours(row),
    cohort: row.cohort === 1,
  };
}

function toHours({ hours_from: from, hours_until: until, work_days }: MembersTable): Hours | null {
  if (from === null || until === null || work_days === null) return null;
  return { from, until, days: [...work_days].map(Number) };
}

/** A language that a newer version wrote and this one does not speak counts as none. */
function toLanguage(column: string | null): Language | null {
  return languages.find((one) => one === column) ?? null;
}

function toFlag(column: number | null): boolean | null {
  return column === null ? null : column === 1;
}

function fromFlag(value: boolean | null): number | null {
  return value === null ? null : Number(value);
}

function toColumns(
  preferences: Preferences,
): Omit<MembersTable, 'id' | 'platform' | 'workspace' | 'account' | 'personal' | 'check_at' | 'stale' | 'created_at'> {
  return {
    zone: preferences.zone,
    language: preferences.language,
    service: preferences.service,
    specialties: JSON.stringify(preferences.specialties),
    img: fromFlag(preferences.img),
    reapplicant: fromFlag(preferences.reapplicant),
    season: preferences.season,
    reminders: Number(preferences.reminders),
    paused_until: preferences.pausedUntil,
    hours_from: preferences.hours?.from ?? null,
    hours_until: preferences.hours?.until ?? null,
    work_days: preferences.hours?.days.join('') ?? null,
    cohort: Number(preferences.cohort),
  };
}
