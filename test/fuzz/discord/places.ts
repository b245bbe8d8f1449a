import type { Chance } from '../../support/chance.ts';

/** A server that the bot is in, with its channel. */
export const home = { guild: '400000000000000001', channel: '300000000000000001' } as const;

/** Another that it is in, and one that it is not in. */
export const elsewhere = { guild: '400000000000000002', channel: '300000000000000002' } as const;
export const abroad = { guild: '400000000000000009', channel: '300000000000000009' } as const;

/** The role that is called when somebody asks for a person. */
export const helperRole = '700000000000000001';

/** Members who are to be left in peace. */
export const noah = '200000000000000003';
export const olive = '200000000000000005';

/** Who administers the first server. */
export const administrator = '200000000000000007';

/** Whom a request names that has its fields twice. */
export const nobody = '1';

export const strangers: readonly string[] = Array.from({ length: 7 }, (_, index) => `2000000000000001${index + 10}`);

/** The channel of somebody's direct messages with the bot. */
export function directTo(user: string): string {
  return String(BigInt(user) + 1n);
}

/** Where an interaction says that it comes from. */
export interface Place {
  readonly fields: Readonly<Record<string, unknown>>;
  /** Whether Discord could say so, and it must be answered. */
  readonly sound: boolean;
  /** Whether it names somebody else beside whose it is. */
  readonly lies: boolean;
}

/** Bits that allow much, and not to manage the server. */
const nearlyAdministrator = ['0', '16', '4', '268435456', '2048', '140737488355328'];

/** A place of somebody’s; now and then one that contradicts itself, or is none. */
export function drawPlace(chance: Chance, user: string, name: string): Place {
  const person = { id: user, username: 'stranger', global_name: name };
  const permissions = user === administrator ? chance.pick(['32', '8', '40']) : chance.pick(nearlyAdministrator);
  const member = { user: person, permissions, nick: name, roles: [] };
  const inServer = { guild_id: home.guild, channel_id: home.channel, member };
  const direct = { channel_id: directTo(user), user: person };
  const sound = [
    inServer,
    inServer,
    inServer,
    direct,
    { ...inServer, authorizing_integration_owners: { 0: elsewhere.guild } },
    { ...inServer, guild_id: elsewhere.guild, member: { ...member, permissions: '0' } },
    { ...inServer, ...idsOf(abroad), authorizing_integration_owners: { 1: user } },
    { ...inServer, ...idsOf(abroad), authorizing_integration_owners: { 1: noah } },
    { ...inServer, authorizing_integration_owners: [null] },
  ];
  const unsound = [
    { channel_id: home.channel },
    { guild_id: home.guild, member },
    { guild_id: home.guild, channel_id: home.channel, user: person },
    { ...inServer, member: { ...member, permissions: chance.pick<unknown>(['-1', '0x20', '', 32, null, '1e3']) } },
    { ...inServer, member: { ...member, user: { ...person, bot: true } } },
    { ...inServer, member: { ...member, user: { id: `${user}${'0'.repeat(10)}` } } },
    { ...inServer, guild_id: "1' or 1=1" },
  ];
  // In a server it is the member's, elsewhere the user's.
  const lying = [
    { ...inServer, user: { id: noah } },
    { ...direct, member: { user: { id: noah }, permissions: '32' } },
  ];
  if (chance.once(8)) return { fields: chance.pick(lying), sound: true, lies: true };
  return chance.once(8)
    ? { fields: chance.pick(unsound), sound: false, lies: false }
    : { fields: chance.pick(sound), sound: true, lies: false };
}

function idsOf({ guild, channel }: typeof abroad) {
  return { guild_id: guild, channel_id: channel };
}
