import type { MemberId } from '../core/command.ts';
import type { Account } from '../core/invocation.ts';
import type { Instant } from '../core/time.ts';
import { addMilliseconds, dayIn } from '../dates/calendar.ts';
import { expiryOfMember, keptAfterSeason } from '../letters/expiry.ts';
import type { MemberStore } from '../members/member.ts';
import type { Packs } from '../packs/pack.ts';

const dayLength = 24 * 60 * 60_000;

/** Somebody whose letters and programs did not change for long. */
export interface Unchanged {
  readonly member: MemberId;
  readonly account: Account;
  readonly lastChange: Instant;
}

export interface ExpiryStore {
  /** Those whose last change lies before a moment, by their ids, from one on. */
  unchangedSince(at: Instant, after: MemberId, limit: number): Promise<readonly Unchanged[]>;
  /** When a member got the message that told this; nothing where it did not arrive. */
  arrivedAt(member: MemberId, key: string): Promise<Instant | undefined>;
}

export interface ExpirePorts {
  readonly expiry: ExpiryStore;
  readonly members: Pick<MemberStore, 'getById' | 'erase'>;
  readonly packs: Packs;
}

/** Milliseconds that somebody has after the last warning, however late that came. */
const afterWarning = 7 * dayLength;

/** Members that are looked at in one transaction. */
const batch = 100;

/**
 * Deletes what expired, of one batch of members. Whoever wants reminders was warned twice before, and
 * nothing goes while the last warning has not arrived. Returns the id to go on from; nothing at the end.
 */
export async function expireSome(
  ports: ExpirePorts,
  now: Instant,
  after: MemberId,
): Promise<{ readonly next: MemberId | undefined; readonly erased: number }> {
  const longAgo = addMilliseconds(now, -keptAfterSeason * dayLength);
  const some = await ports.expiry.unchangedSince(longAgo, after, batch);
  let erased = 0;
  for (const one of some) {
    if (!(await isOver(one, ports, now))) continue;
    await ports.members.erase(one.member, one.account);
    erased += 1;
  }
  return { next: some.length === batch ? some.at(-1)?.member : undefined, erased };
}

async function isOver({ member, lastChange }: Unchanged, ports: ExpirePorts, now: Instant): Promise<boolean> {
  const said = await ports.members.getById(member);
  if (!said) return false;
  const zone = said.zone ?? 'UTC';
  const expiry = expiryOfMember(said, ports.packs, dayIn(zone, lastChange));
  if (!expiry || dayIn(zone, now) < expiry.on) return false;
  if (!said.reminders) return true;
  const warned = await ports.expiry.arrivedAt(member, `expiry::${expiry.on}:${expiry.warnings.length}`);
  return warned !== undefined && addMilliseconds(warned, afterWarning) <= now;
}
