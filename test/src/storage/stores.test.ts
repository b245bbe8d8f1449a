import { describe, onTestFinished } from 'vitest';
import { openDatabase } from '../../../src/storage/database.ts';
import { agendaStoreConformance } from '../../conformance/agenda-store.ts';
import { channelStoreConformance } from '../../conformance/channel-store.ts';
import { communityStoreConformance } from '../../conformance/community-store.ts';
import { conversationStoreConformance } from '../../conformance/conversation-store.ts';
import {
  communityAnswerStoreConformance,
  feedbackStoreConformance,
  grantStoreConformance,
  submissionStoreConformance,
} from '../../conformance/curation-stores.ts';
import { deliveryStoreConformance } from '../../conformance/delivery-store.ts';
import { digestContentStoresConformance } from '../../conformance/digest-content-stores.ts';
import { digestStoreConformance } from '../../conformance/digest-store.ts';
import { feedStoreConformance } from '../../conformance/feed-store.ts';
import { importStoreConformance } from '../../conformance/import-store.ts';
import { inboxStoreConformance } from '../../conformance/inbox-store.ts';
import { letterStoreConformance } from '../../conformance/letter-store.ts';
import { memberStoreConformance } from '../../conformance/member-store.ts';
import { presenceStoreConformance } from '../../conformance/presence-store.ts';
import { receiptsConformance } from '../../conformance/receipts.ts';
import { shareStoreConformance } from '../../conformance/share-store.ts';
import { storesOf } from '../../support/stores.ts';

async function open() {
  const database = await openDatabase(':memory:', storesOf);
  onTestFinished(() => database.close());
  return database.transact;
}

describe('on SQLite', () => {
  letterStoreConformance(open);
  shareStoreConformance(open);
  importStoreConformance(open);
  feedStoreConformance(open);
  memberStoreConformance(open);
  communityStoreConformance(open);
  channelStoreConformance(open);
  conversationStoreConformance(open);
  grantStoreConformance(open);
  communityAnswerStoreConformance(open);
  submissionStoreConformance(open);
  feedbackStoreConformance(open);
  digestStoreConformance(open);
  digestContentStoresConformance(open);
  agendaStoreConformance(open);
  deliveryStoreConformance(open);
  presenceStoreConformance(open);
  receiptsConformance(open);
  inboxStoreConformance(open);
});
