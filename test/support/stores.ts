import type { CommunityStore } from '../../src/communities/community.ts';
import type { CorePorts, Transact } from '../../src/core/dispatch.ts';
import type { Platform } from '../../src/core/platform.ts';
import type { AdapterStore } from '../../src/core/ports.ts';
import type { LetterStore } from '../../src/letters/letter-store.ts';
import type { MemberStore } from '../../src/members/member.ts';
import { createRandom } from '../../src/random.ts';
import type { DeliveryStore } from '../../src/reminders/deliveries.ts';
import type { DigestStore } from '../../src/reminders/digest.ts';
import type { NudgeStore } from '../../src/reminders/nudge.ts';
import { adapterStore } from '../../src/storage/adapter-store.ts';
import { communityStore } from '../../src/storage/community-store.ts';
import type { Trx } from '../../src/storage/database.ts';
import { deliveryStore } from '../../src/storage/delivery-store.ts';
import { digestStore } from '../../src/storage/digest-store.ts';
import { letterStore } from '../../src/storage/letter-store.ts';
import { identityStore, memberStore } from '../../src/storage/member-store.ts';
import { nudgeStore } from '../../src/storage/nudge-store.ts';
import { type ReceiptStore, receiptStore } from '../../src/storage/receipt-store.ts';

/** Every store, as a test of stores needs them. */
export interface Stores {
  readonly identities: CorePorts['identities'];
  readonly receipts: ReceiptStore;
  readonly members: MemberStore;
  readonly letters: LetterStore;
  readonly communities: CommunityStore;
  readonly digests: DigestStore;
  readonly deliveries: DeliveryStore;
  readonly nudges: NudgeStore;
  readonly adapterStores: (platform: Platform) => AdapterStore;
}

/** Opens an empty database, which is gone when the test is over. */
export type OpenStores = () => Promise<Transact<Stores>>;

const random = createRandom();

export function storesOf(trx: Trx): Stores {
  return {
    identities: identityStore(trx, random),
    receipts: receiptStore(trx),
    members: memberStore(trx),
    letters: letterStore(trx),
    communities: communityStore(trx),
    digests: digestStore(trx),
    deliveries: deliveryStore(trx),
    nudges: nudgeStore(trx),
    adapterStores: (platform) => adapterStore(trx, platform),
  };
}
