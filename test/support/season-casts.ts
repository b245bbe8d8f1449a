import { PassThrough } from 'node:stream';
import { expect } from 'vitest';
import { createDiscordAdapter } from '../../adapters/discord/index.ts';
import { createSlackAdapter } from '../../adapters/slack/index.ts';
import { createTerminalAdapter } from '../../adapters/terminal/index.ts';
import { createRandom } from '../../src/random.ts';
import { walk } from '../adapters/discord/shown.ts';
import { objectsIn } from '../adapters/slack/within-limits.ts';
import { connected, recordingLogger, setEndPoint, type Way } from './discord-adapter.ts';
import { startDiscordFake } from './discord-fake.ts';
import { type Cast, channel, type OpenCast } from './season.ts';
import { serveRoutes } from './serve-routes.ts';
import { type Said, speaker } from './slack-people.ts';
import { allScopes, botToken, escapedBySlack, signed, signingSecret } from './slack-server.ts';
import { openWorkspace } from './slack-workspace.ts';

/** A sleep that nobody waits for: what is asked for is quick enough. */
const never = () => new Promise<void>(() => undefined);

/** `name:"value"` for each, as people type it. */
function typed(command: string, values: Readonly<Record<string, string>>): string {
  return [command, ...Object.entries(values).map(([name, value]) => `${name}:${JSON.stringify(value)}`)].join(' ');
}

/** A channel as it is shown, and as it is stored. */
function namesOf(id: string): Readonly<Record<string, string>> {
  return { [`#${id}`]: channel, [id]: channel };
}

/** Slack over signed HTTP, with `emulate` as its Web API. */
export const openSlackCast: OpenCast = async ({ commands, store }, { clock }) => {
  const workspace = await openWorkspace(allScopes);
  const users = { maya: workspace.maya, noor: workspace.noah, ana: workspace.admin };
  const adapter = createSlackAdapter({
    ...{ access: { botToken }, random: createRandom(), signingSecret, apiUrl: workspace.apiUrl, commands, clock },
    ...{ sleep: never, logger: recordingLogger([]), store: store('slack') },
  });
  const url = await serveRoutes(adapter.routes);
  const last = new Map<string, unknown>();

  const people = speaker(workspace, async (body): Promise<Said> => {
    const response = await fetch(`${url}/slack/events`, { method: 'POST', ...signedNow(body) });
    const text = await response.text();
    return { status: response.status, text, body: text === '' ? undefined : JSON.parse(text) };
  });

  /** Slack signs with the time of the day, and here time is what the test says. */
  function signedNow(body: string) {
    return signed(body, { shift: Math.round((Date.parse(clock.now()) - Date.now()) / 1_000) });
  }

  return {
    adapter,
    ready: async () => undefined,
    names: {
      ...Object.fromEntries(Object.entries(users).map(([name, id]) => [id, name])),
      ...namesOf(workspace.letters),
    },
    async runs(who, command, values) {
      const line = escapedBySlack(typed(`/${command}`, values).replace(channel, workspace.letters));
      const { body } = await people.types(line, users[who]);
      last.set(who, body?.blocks);
    },
    async presses(who, number) {
      const all = objectsIn(last.get(who)).filter(({ node }) => node.type === 'button');
      await people.presses(all[number - 1]?.node, users[who]);
    },
    asks: async (who, question) => void (await people.mentions(question, {}, users[who])),
  };
};

/** Discord with interactions over its gateway, and with interactions over HTTP beside it. */
export const openDiscordCast: OpenCast = (parts, world) => openDiscord('the gateway', parts, world);
export const openDiscordHttpCast: OpenCast = (parts, world) => openDiscord('HTTP', parts, world);

/** Discord, with a fake that has DMs. */
async function openDiscord(way: Way, ...[{ commands, store }, { clock }]: Parameters<OpenCast>): Promise<Cast> {
  const fake = await startDiscordFake();
  const users = { maya: '200000000000000010', noor: '200000000000000020', ana: '200000000000000030' };
  const guild = '400000000000000001';
  const deadlines = '300000000000000001';
  fake.state.channels.set(deadlines, guild);
  const adapter = createDiscordAdapter({
    ...{ token: fake.token, applicationId: fake.bot, publicKey: fake.publicKey, apiUrl: fake.apiUrl, commands, clock },
    // Months go by in a second of real time.
    requestsPerSecond: Number.POSITIVE_INFINITY,
    ...{ sleep: never, logger: recordingLogger([]), store: store('discord') },
  });
  const last = new Map<string, unknown>();
  let events = 0;

  function newId(): string {
    events += 1;
    return String(500_000_000_000_000_000n + BigInt(events));
  }

  async function interact(who: keyof typeof users, type: number, data: object, more: object = {}): Promise<void> {
    const id = newId();
    const answered = fake.request(({ path }) => path.includes(`token-${id}`));
    const member = { user: { id: users[who], username: who }, permissions: who === 'ana' ? '32' : '0' };
    fake.interact({ id, token: `token-${id}`, type, data, guild_id: guild, channel_id: deadlines, member, ...more });
    const { body } = await answered;
    last.set(who, (body.data as { components?: unknown })?.components);
  }

  return {
    adapter,
    async ready() {
      await connected(adapter);
      if (way === 'HTTP') await setEndPoint(fake, adapter, clock);
    },
    names: { ...Object.fromEntries(Object.entries(users).map(([name, id]) => [id, name])), ...namesOf(deadlines) },
    runs(who, command, values) {
      const [root = '', ...path] = command.split(' ');
      const given = Object.entries(values).map(([name, value]) => ({
        ...{ name, type: 3, value: value.replace(channel, deadlines) },
      }));
      const options = path.reduceRight<unknown[]>(
        (inner, name, index) => [{ name, type: index === path.length - 1 ? 1 : 2, options: inner }],
        given,
      );
      return interact(who, 2, { type: 1, name: root, options });
    },
    presses(who, number) {
      const all = walk(last.get(who)).filter(({ type }) => type === 2);
      return interact(
        who,
        3,
        { component_type: 2, custom_id: all[number - 1]?.custom_id },
        { message: { id: newId() } },
      );
    },
    async asks(who, question) {
      const answered = fake.request(({ method, path }) => method === 'POST' && path.endsWith('/messages'));
      const author = { id: users[who], username: who };
      const content = `<@${fake.bot}> ${question}`;
      fake.dispatch('MESSAGE_CREATE', {
        id: newId(),
        type: 0,
        channel_id: deadlines,
        guild_id: guild,
        author,
        content,
      });
      await answered;
    },
  };
}

/** The terminal, line by line. */
export const openTerminalCast: OpenCast = async (parts, { clock }) => {
  const input = new PassThrough();
  const output = new PassThrough();
  let shown = '';
  output.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
  });
  const adapter = createTerminalAdapter({
    ...parts,
    ...{ input, output, interactive: false, clock, random: createRandom(), zone: 'America/New_York' },
    readMoment: () => ({ problem: 'no' }),
    restore: () => undefined,
    release: () => true,
    saveFile: () => '',
    readFile: () => ({ problem: 'missing' }),
    store: parts.store('terminal'),
  });

  let current = '';

  async function says(who: string, line: string): Promise<void> {
    const begun = shown.length;
    // Who speaks anew has no buttons before them.
    const change = who === current ? '' : `!as ${who === 'ana' ? 'ana admin' : who}\n!in ${channel}\n`;
    current = who;
    input.write(`${change}${line}\n`);
    await expect.poll(() => shown.slice(begun), { interval: 2, timeout: 10_000 }).toMatch(/\n\n$/u);
  }

  return {
    adapter,
    ready: async () => undefined,
    names: {},
    runs: (who, command, values) => says(who, typed(`/${command}`, values)),
    presses: (who, number) => says(who, `!press ${number}`),
    // A mention, as on the other platforms: a plain line would be for its sender alone.
    asks: (who, question) => says(who, `!say @lorbot ${question}`),
  };
};
