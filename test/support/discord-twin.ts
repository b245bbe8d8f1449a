import { Server } from 'node:net';
import type { APIMessage } from 'discord-api-types/v10';
import { DigitalDiscord } from 'discord-digital-twin';
import { createDiscordAdapter } from '../../adapters/discord/index.ts';
import { type BotParts, openBot } from '../../src/bot.ts';
import type { Instant } from '../../src/core/time.ts';
import { createRandom } from '../../src/random.ts';
import { type LogLine, recordingLogger } from './discord-adapter.ts';
import { createHurriedClock } from './test-clock.ts';
import { testVault } from './vault.ts';

/** What the bot said to an interaction. */
export interface TwinAnswer {
  /** The kind of response, as Discord numbers them. */
  readonly type: number;
  readonly data: { readonly flags?: number; readonly custom_id?: string } & Record<string, unknown>;
  /** The whole of it as text, to look for words in. */
  readonly text: string;
  readonly messageId: string | undefined;
}

export type TwinOption = { name: string; type: number; value?: string; options?: TwinOption[]; focused?: boolean };

/** The test server listens on every interface; tests stay on this machine. */
async function onLoopback<T>(start: () => Promise<T>): Promise<T> {
  const { listen } = Server.prototype;
  Server.prototype.listen = function listenLocally(this: Server, ...args: unknown[]): Server {
    const [port, done] = args;
    const local = typeof port === 'number' && typeof done === 'function' ? [port, '127.0.0.1', done] : args;
    return Reflect.apply(listen, this, local) as Server;
  } as typeof listen;
  try {
    return await start();
  } finally {
    Server.prototype.listen = listen;
  }
}

/** The whole bot in a Discord that we did not write, by the real discord.js. */
export async function startTwin(names: readonly string[], now: Instant) {
  const people = new Map(names.map((name, index) => [name, String(200_000_000_000_000_000n + BigInt(index))]));
  const channel = '300000000000000001';
  const twin = new DigitalDiscord({
    guild: { name: 'Match 2028', channels: [{ id: channel, name: 'letters', type: 0 }] },
    users: [...people].map(([username, id]) => ({ id, username })),
    botUser: { id: '100000000000000001', username: 'lorbot' },
    botToken: 'twin-token',
  });
  await onLoopback(() => twin.start());

  const clock = createHurriedClock();
  clock.set(now);
  const log: LogLine[] = [];
  const logger = recordingLogger(log);
  let parts: BotParts | undefined;
  const bot = await openBot({
    database: ':memory:',
    clock,
    sleep: clock.sleep,
    random: createRandom(),
    vault: testVault,
    logger,
    adapters(lent) {
      parts = lent;
      const sleep = (milliseconds: number) =>
        new Promise<void>((resolve) => {
          setTimeout(resolve, milliseconds).unref();
        });
      const apiUrl = twin.restUrl;
      const { commands, store } = lent;
      return [
        createDiscordAdapter({
          ...{ token: 'twin-token', applicationId: twin.botUserId, apiUrl },
          ...{ commands, clock, sleep, logger, store: store('discord') },
        }),
      ];
    },
  });
  await bot.start();
  const scope = twin.channel(channel);

  function idOf(name: string): string {
    const id = people.get(name);
    if (id === undefined) throw new Error(`nobody is called ${name}`);
    return id;
  }

  async function answered(begun: Promise<{ id: string }>): Promise<TwinAnswer> {
    const { id } = await begun;
    await scope.waitForInteractionAck({ interactionId: id });
    const response = await scope.getInteractionResponse(id);
    const data = JSON.parse(response?.data ?? '{}') as TwinAnswer['data'];
    return { type: response?.type ?? 0, data, text: JSON.stringify(data), messageId: response?.messageId ?? undefined };
  }

  function interact(name: string, type: number, data: Record<string, unknown>): Promise<TwinAnswer> {
    return answered(twin.simulateInteraction({ type, channelId: channel, userId: idOf(name), data }));
  }

  return {
    bot,
    channel,
    log,
    twin,
    /** Lets time pass until a moment; what is due on the way is sent. */
    playTo: (at: Instant) => parts?.playTo(at, async () => undefined),
    /** How Discord says what somebody may do. */
    async permit(name: string, permissions: string): Promise<void> {
      const where = { guildId_userId: { guildId: twin.guildId, userId: idOf(name) } };
      await twin.prisma.guildMember.update({ where, data: { permissions } });
    },
    runs: (name: string, command: string, options: readonly TwinOption[]) =>
      interact(name, 2, { id: '1', type: 1, name: command, options }),
    types: (name: string, command: string, options: readonly TwinOption[]) =>
      interact(name, 4, { id: '1', type: 1, name: command, options }),
    presses: (name: string, messageId: string, customId: string) =>
      answered(scope.user(idOf(name)).clickButton({ messageId, customId })),
    picks: (name: string, messageId: string, customId: string, value: string) =>
      answered(scope.user(idOf(name)).selectMenu({ messageId, customId, values: [value] })),
    submits: (name: string, customId: string, values: Readonly<Record<string, string>>) =>
      interact(name, 5, {
        custom_id: customId,
        components: Object.entries(values).map(([field, value]) => ({
          type: 18,
          component: { type: 4, custom_id: field, value },
        })),
      }),
    says: (name: string, content: string) => scope.user(idOf(name)).sendMessage({ content }),
    /** The next message of the bot's that fits. */
    hears: (fits: (message: APIMessage) => boolean) =>
      scope.waitForMessage({ predicate: (message) => message.author.id === twin.botUserId && fits(message) }),
    async stop(): Promise<void> {
      await bot.stop();
      await twin.stop();
    },
  };
}

export type Twin = Awaited<ReturnType<typeof startTwin>>;
