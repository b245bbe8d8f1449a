import type { Migration } from 'kysely';
import { members } from './0001-members.ts';
import { letters } from './0002-letters.ts';
import { communities } from './0003-communities.ts';
import { deliveries } from './0004-deliveries.ts';
import { reapplicant } from './0005-reapplicant.ts';
import { deliveryWaits } from './0006-delivery-waits.ts';
import { channels } from './0007-channels.ts';
import { curation } from './0008-curation.ts';
import { language } from './0009-language.ts';
import { tracking } from './0010-tracking.ts';
import { sharing } from './0011-sharing.ts';
import { leaving } from './0012-leaving.ts';
import { agenda } from './0013-agenda.ts';
import { deliveryTurns } from './0014-delivery-turns.ts';
import { digests } from './0015-digests.ts';
import { inbox } from './0016-inbox.ts';
import { sealedState } from './0017-sealed-state.ts';

/**
 * Every change of the schema, in order. What was released once stays as it is for ever; a
 * further change is a further file. Each runs in one transaction with its entry in the ledger.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-members': members,
  '0002-letters': letters,
  '0003-communities': communities,
  '0004-deliveries': deliveries,
  '0005-reapplicant': reapplicant,
  '0006-delivery-waits': deliveryWaits,
  '0007-channels': channels,
  '0008-curation': curation,
  '0009-language': language,
  '0010-tracking': tracking,
  '0011-sharing': sharing,
  '0012-leaving': leaving,
  '0013-agenda': agenda,
  '0014-delivery-turns': deliveryTurns,
  '0015-digests': digests,
  '0016-inbox': inbox,
  '0017-sealed-state': sealedState,
};
