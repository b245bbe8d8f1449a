import type { ChannelSetting, ChannelStore } from '../communities/channel.ts';
import type { Trx } from './database.ts';
import type { ChannelsTable } from './tables.ts';

export function channelStore(trx: Trx): ChannelStore {
  return {
    async list(community) {
      const rows = await trx
        .selectFrom('channels')
        .selectAll()
        .where('community', '=', community)
        .orderBy('channel')
        .execute();
      return rows.map(toSetting);
    },
    async get(community, channel) {
      const row = await trx
        .selectFrom('channels')
        .selectAll()
        .where('community', '=', community)
        .where('channel', '=', channel)
        .executeTakeFirst();
      return row && toSetting(row);
    },
    async set(community, { channel, mode, pause }) {
      await trx
        .insertInto('channels')
        .values({ community, channel, mode, pause })
        .onConflict((conflict) => conflict.columns(['community', 'channel']).doUpdateSet({ mode, pause }))
        .execute();
    },
  };
}

function toSetting({ channel, mode, pause }: ChannelsTable): ChannelSetting {
  return { channel, mode: mode as ChannelSetting['mode'], pause };
}
