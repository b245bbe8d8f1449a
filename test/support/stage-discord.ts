import { readable } from '../adapters/discord/shown.ts';
import type { OpenStage, Shown, Stage } from '../conformance/adapter.ts';
import { connected, createTestSleep, setEndPoint, startAdapter, type Way } from './discord-adapter.ts';
import { startDiscordFake } from './discord-fake.ts';
import type { FakeRequest } from './discord-fake-routes.ts';

const maya = { id: '200000000000000001', username: 'maya' };
const guild = '400000000000000001';
const letters = '300000000000000001';
const ephemeral = 64;

/** Kinds of response, as Discord numbers them. */
const responses = { message: 4, deferred: 5 } as const;

/** Discord with interactions over its gateway, and with interactions over HTTP beside it. */
export const openDiscordStage = stageOver('the gateway');
export const openDiscordHttpStage = stageOver('HTTP');

function stageOver(way: Way): OpenStage {
  return async (commands, dispatch) => openStage(way, commands, dispatch);
}

async function openStage(way: Way, ...[commands, dispatch]: Parameters<OpenStage>): Promise<Stage> {
  const fake = await startDiscordFake();
  fake.state.channels.set(letters, guild);
  const { sleep, pass } = createTestSleep();
  const { adapter } = await startAdapter(fake, dispatch, { sleep, commands, publicKey: fake.publicKey });
  await connected(adapter);
  if (way === 'HTTP') await setEndPoint(fake, adapter);
  let events = 0;
  let repeat: () => void = () => undefined;

  function newId(): string {
    events += 1;
    return String(500_000_000_000_000_000n + BigInt(events));
  }

  function happens(event: () => void): void {
    repeat = event;
    event();
  }

  async function says(content: string, changes: Record<string, unknown> = {}): Promise<void> {
    const message = { id: newId(), type: 0, channel_id: letters, guild_id: guild, author: maya, ...changes };
    happens(() => fake.dispatch('MESSAGE_CREATE', { ...message, content: `<@${fake.bot}> ${content}` }));
  }

  return {
    adapter,
    async runs(command, values = {}) {
      const id = newId();
      const options = Object.entries(values).map(([name, value]) => ({ name, type: 3, value }));
      const data = { type: 1, name: 'lor', options: [{ type: 1, name: command, options }] };
      const member = { user: maya, permissions: '0' };
      happens(() =>
        fake.interact({ id, token: `token-${id}`, type: 2, data, guild_id: guild, channel_id: letters, member }),
      );
    },
    asks: (question) => says(question),
    repeats: async () => repeat(),
    others: {
      'another bot': (text) => says(text, { author: { ...maya, bot: true } }),
      'the bot itself': (text) => says(text, { author: { id: fake.bot, username: 'lorbot' } }),
      'a webhook': (text) => says(text, { webhook_id: '600000000000000001' }),
      'a notice of Discord': (text) => says(text, { type: 7 }),
    },
    timeGoesBy: pass,
    acknowledged: () =>
      fake.requests.filter(({ path }) => path.endsWith('/callback') || path.endsWith('/typing')).length,
    shown: () => fake.requests.flatMap((request) => shownIn(request, announcedPrivately(fake.requests))),
  };
}

/** What a request puts before people's eyes. */
function shownIn({ method, path, body, files }: FakeRequest, announced: ReadonlySet<string>): readonly Shown[] {
  if (method !== 'POST' && method !== 'PATCH') return [];
  const isCallback = path.endsWith('/callback');
  if (isCallback && body.type !== responses.message) return [];
  const message = (isCallback ? body.data : body) as Record<string, unknown>;
  if (!Array.isArray(message.components)) return [];
  const token = path.split('/')[3] ?? '';
  const isPrivate = method === 'PATCH' ? announced.has(token) : isEphemeral(message);
  const { parse = ['everyone', 'users', 'roles'] } = (message.allowed_mentions ?? {}) as { parse?: string[] };
  const { attachments = [] } = message as { attachments?: readonly { id: number; description?: string }[] };
  const handed = attachments.flatMap(({ id, description: alt = '' }) => {
    const file = files.get(id);
    return file ? [{ name: file.name, alt, bytes: file.bytes }] : [];
  });
  return [{ to: isPrivate ? 'one' : 'all', text: readable([message as never]), pings: parse, files: handed }];
}

/** The tokens of interactions whose answer was announced to one person alone, and so stays there. */
function announcedPrivately(requests: readonly FakeRequest[]): ReadonlySet<string> {
  const deferred = requests.filter(
    ({ path, body }) => path.endsWith('/callback') && body.type === responses.deferred && isEphemeral(body.data),
  );
  return new Set(deferred.map(({ path }) => path.split('/')[3] ?? ''));
}

function isEphemeral(message: unknown): boolean {
  return (Number((message as { flags?: number }).flags ?? 0) & ephemeral) !== 0;
}
