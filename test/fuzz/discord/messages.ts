import type { Chance } from '../../support/chance.ts';
import { drawCall, hostileText, type Loot } from '../calls.ts';
import { abroad, directTo, elsewhere, home } from './places.ts';

export const messageKinds = ['mention', 'direct', 'overheard', 'no person'] as const;
export type MessageKind = (typeof messageKinds)[number];

type Fields = Readonly<Record<string, unknown>>;

/** What the administrator’s answers are asked by. */
export const zebras: readonly string[] = Array.from({ length: 12 }, (_, index) => `zebra${index}`);

const questions = ['how many letters do I need?', 'who else asked?', 'what does Noah have?', ''];

/** Whose message it is, to which bot. */
interface Envelope {
  readonly id: string;
  readonly user: string;
  readonly bot: string;
}

/** A message of a kind in which what somebody wrote is hostile. */
export function drawMessage(kind: MessageKind, { id, user, bot }: Envelope, chance: Chance, loot: Loot): Fields {
  const text = hostileText(chance, loot);
  const asked = chance.once(3) ? `what about ${chance.pick(zebras)}` : chance.pick(questions);
  const { guild, channel } = chance.pick([home, home, elsewhere, abroad]);
  const author = { id: user, username: text.slice(0, 30), global_name: text };
  const rest = { mention_everyone: true, mentions: [{ id: bot }], mention_roles: [guild], embeds: [], type: 0 };
  const inServer = { id, channel_id: channel, guild_id: guild, author, ...rest };
  const named = `<@${bot}> ${asked} ${chance.once(2) ? text : ''}`;
  switch (kind) {
    case 'mention':
      return { ...inServer, content: named, ...drawReference(bot, chance) };
    case 'direct': {
      const content = chance.once(2) ? typedCommand(chance, loot) : `${asked} ${text}`;
      return { ...rest, id, channel_id: directTo(user), author, content };
    }
    case 'overheard':
      return { ...inServer, content: `${asked} ${text}`, ...drawReference(bot, chance) };
    case 'no person':
      return {
        ...{ ...inServer, content: named },
        ...chance.pick<Fields>([
          { author: { ...author, bot: true } },
          { webhook_id: '600000000000000001' },
          { author: { id: bot, username: 'lorbot' } },
          { type: chance.pick([6, 7, 18, 20, 23, 46]) },
        ]),
      };
  }
}

/** A reply to something: to the bot, to nobody, or to what cannot be read. */
function drawReference(bot: string, chance: Chance): Fields {
  if (!chance.once(4)) return {};
  const referenced_message = chance.pick<unknown>([
    { id: '1', author: { id: bot }, message_reference: { message_id: '12345' } },
    { id: '1', author: { id: bot } },
    null,
    'none',
    { author: {} },
  ]);
  return { type: 19, referenced_message };
}

function typedCommand(chance: Chance, loot: Loot): string {
  const { path, args } = drawCall(chance, loot);
  const quoted = Object.entries(args).map(([name, value]) => `${name}:"${value.replaceAll('"', '\\"')}"`);
  return [`/${path}`, ...quoted].join(' ');
}
