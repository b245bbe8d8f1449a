import type { ChannelStore } from '../communities/channel.ts';
import type { CommunityStore } from '../communities/community.ts';
import type { CommunityAnswerStore } from '../communities/community-answer.ts';
import type { ConfirmedDateStore } from '../communities/confirmed.ts';
import type { ConversationStore } from '../communities/conversation.ts';
import type { FeedbackStore } from '../communities/feedback.ts';
import type { GrantStore } from '../communities/grant.ts';
import type { HelperStore } from '../communities/helpers.ts';
import type { PresenceStore } from '../communities/presence.ts';
import type { SubmissionStore } from '../communities/submission.ts';
import type { CorePorts } from '../core/dispatch.ts';
import type { Platform } from '../core/platform.ts';
import type { AdapterStore, Random, Vault } from '../core/ports.ts';
import type { Instant } from '../core/time.ts';
import type { FeedStore } from '../letters/feed.ts';
import type { ImportStore } from '../letters/import-store.ts';
import type { LetterStore } from '../letters/letter-store.ts';
import type { ShareStore } from '../letters/share.ts';
import type { MemberStore } from '../members/member.ts';
import type { AgendaStore } from '../reminders/agenda-store.ts';
import type { CohortStore } from '../reminders/cohort.ts';
import type { DeliveryStore } from '../reminders/deliveries.ts';
import type { DigestStore } from '../reminders/digest.ts';
import type { ExpiryStore } from '../reminders/expire.ts';
import type { OwnReminderStore } from '../reminders/own.ts';
import type { PostStore } from '../reminders/posts.ts';
import { adapterStore } from './adapter-store.ts';
import { agendaStore } from './agenda-store.ts';
import { channelStore } from './channel-store.ts';
import { cohortStore } from './cohort-store.ts';
import { communityAnswerStore } from './community-answer-store.ts';
import { communityStore } from './community-store.ts';
import { confirmedDateStore } from './confirmed-date-store.ts';
import { conversationStore } from './conversation-store.ts';
import type { Afterwards, Trx } from './database.ts';
import { deliveryStore } from './delivery-store.ts';
import { digestStore } from './digest-store.ts';
import { expiryStore } from './expiry-store.ts';
import { feedStore } from './feed-store.ts';
import { feedbackStore } from './feedback-store.ts';
import { grantStore } from './grant-store.ts';
import { helperStore } from './helper-store.ts';
import { importStore } from './import-store.ts';
import { forgetQuestions } from './inbox-store.ts';
import { letterStore } from './letter-store.ts';
import { identityStore, memberStore } from './member-store.ts';
import { ownReminderStore } from './own-reminder-store.ts';
import { postStore } from './post-store.ts';
import { presenceStore } from './presence-store.ts';
import { type ReceiptStore, receiptStore } from './receipt-store.ts';
import { shareStore } from './share-store.ts';
import { submissionStore } from './submission-store.ts';

/** Everything that can be kept, within one transaction. */
export interface Stores {
  readonly identities: CorePorts['identities'];
  readonly receipts: ReceiptStore;
  readonly members: MemberStore;
  readonly letters: LetterStore;
  readonly shares: ShareStore;
  readonly imports: ImportStore;
  readonly feeds: FeedStore;
  readonly presence: PresenceStore;
  readonly communities: CommunityStore;
  readonly channels: ChannelStore;
  readonly conversations: ConversationStore;
  readonly grants: GrantStore;
  readonly helpers: HelperStore;
  readonly communityAnswers: CommunityAnswerStore;
  readonly submissions: SubmissionStore;
  readonly feedback: FeedbackStore;
  readonly confirmedDates: ConfirmedDateStore;
  readonly cohort: CohortStore;
  readonly digests: DigestStore;
  readonly posts: PostStore;
  readonly deliveries: DeliveryStore;
  readonly agenda: AgendaStore;
  readonly ownReminders: OwnReminderStore;
  readonly expiry: ExpiryStore;
  readonly adapterStores: (platform: Platform) => AdapterStore;
  /** Questions of all platforms that are not answered yet. */
  readonly questions: { forgetBefore(at: Instant): Promise<void> };
}

export function createStores(trx: Trx, random: Random, vault: Vault, afterwards: Afterwards): Stores {
  return {
    identities: identityStore(trx, random),
    receipts: receiptStore(trx),
    members: memberStore(trx, afterwards),
    letters: letterStore(trx, vault),
    shares: shareStore(trx),
    imports: importStore(trx, vault),
    feeds: feedStore(trx),
    presence: presenceStore(trx, random, afterwards),
    communities: communityStore(trx),
    channels: channelStore(trx),
    conversations: conversationStore(trx),
    grants: grantStore(trx),
    helpers: helperStore(trx),
    communityAnswers: communityAnswerStore(trx),
    submissions: submissionStore(trx),
    feedback: feedbackStore(trx),
    confirmedDates: confirmedDateStore(trx),
    cohort: cohortStore(trx),
    digests: digestStore(trx),
    posts: postStore(trx),
    deliveries: deliveryStore(trx),
    agenda: agendaStore(trx),
    ownReminders: ownReminderStore(trx, vault),
    expiry: expiryStore(trx),
    adapterStores: (platform) => adapterStore(trx, platform, vault),
    questions: { forgetBefore: (at) => forgetQuestions(trx, at) },
  };
}
