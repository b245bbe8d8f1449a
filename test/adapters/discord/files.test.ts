import { describe, expect, it } from 'vitest';
import { file, paragraph, reply } from '../../../src/core/reply.ts';
import {
  connected,
  createTestSleep,
  setEndPoint,
  startAdapter,
  type Way,
  ways,
} from '../../support/discord-adapter.ts';
import { openDiscordBot } from '../../support/discord-bot.ts';
import { startDiscordFake } from '../../support/discord-fake.ts';
import type { FakeRequest } from '../../support/discord-fake-routes.ts';
import { openElsewhere } from '../../support/elsewhere.ts';
import { fileCommands, largestTable, pixel } from '../../support/file-commands.ts';
import { createSceneDispatch } from '../../support/scene-dispatch.ts';
import { readable } from './shown.ts';

const maya = { id: '200000000000000001', username: 'maya' };
const guild = '400000000000000001';
const letters = '300000000000000001';
const direct = '300000000000000002';
const about = { key: 'digest:1', inDoubt: false, zone: 'UTC' } as const;
const ephemeral = 64;

async function setUp(way: Way = 'the gateway') {
  const fake = await startDiscordFake();
  fake.state.channels.set(letters, guild);
  fake.state.channels.set(direct, undefined);
  const { sleep } = createTestSleep();
  const commands = fileCommands;
  const { publicKey } = fake;
  const { adapter, log } = await startAdapter(fake, createSceneDispatch(commands), { sleep, commands, publicKey });
  await connected(adapter);
  if (way === 'HTTP') await setEndPoint(fake, adapter);
  let events = 0;

  function interaction(type: number, data: Record<string, unknown>): void {
    events += 1;
    const id = String(500_000_000_000_000_000n + BigInt(events));
    const member = { user: maya, permissions: '0' };
    fake.interact({ id, token: `token-${id}`, type, data, guild_id: guild, channel_id: letters, member });
  }

  /** Runs a command with what is attached to its options. */
  function runs(name: string, attached: Record<string, ReturnType<typeof fake.attach>> = {}, typed: unknown[] = []) {
    const options = Object.entries(attached).map(([option, { id }]) => ({ name: option, type: 11, value: id }));
    const resolved = { attachments: Object.fromEntries(Object.values(attached).map((one) => [one.id, one])) };
    interaction(2, { type: 1, name: 'lor', options: [{ type: 1, name, options: [...options, ...typed] }], resolved });
  }

  /** Sends a form that holds what is attached to a field. */
  function sends(customId: string, field: string, ...attached: ReturnType<typeof fake.attach>[]) {
    const values = attached.map(({ id }) => id);
    const resolved = { attachments: Object.fromEntries(attached.map((one) => [one.id, one])) };
    const components = [{ type: 18, component: { type: 19, custom_id: field, values } }];
    interaction(5, { custom_id: customId, components, resolved });
  }

  /** The next request that shows something: an answer, an edit, a message. */
  const shown = () => fake.request(({ body }) => 'components' in messageOf(body));
  return { fake, adapter, log, runs, sends, shown };
}

function messageOf(body: Record<string, unknown>): Record<string, unknown> {
  return (body.data ?? body) as Record<string, unknown>;
}

function textOf({ body }: FakeRequest): string {
  return readable([messageOf(body) as never]);
}

function filesOf({ files }: FakeRequest): unknown[] {
  return [...files.values()].map(({ name, type, bytes }) => [name, type, Buffer.from(bytes).toString('base64')]);
}

describe.each(ways)('a file that comes with a command, over %s', (way) => {
  it('is fetched and reaches the command with its name and its text, beside what was typed', async () => {
    const { fake, runs, shown } = await setUp(way);
    const answer = shown();
    const mode = { name: 'mode', type: 3, value: 'replace' };
    runs('import', { table: fake.attach('meine Briefe.csv', Buffer.from('Zo\u00eb;Gr\u00fc\u00df', 'latin1')) }, [
      mode,
    ]);
    expect(textOf(await answer)).toBe('meine Briefe.csv (replace): Zoë;Grüß');
  });

  it.each([
    ['that is an Excel workbook', 'a.xlsx', 'PK\u0003\u0004', 'save “a.xlsx” as CSV and attach that'],
    ['that is a picture', 'a.png', pixel, 'is not a text file'],
    ['that is empty', 'a.csv', '', 'is empty'],
  ])('%s is answered with what to do, and the form asks for another', async (_, name, content, sentence) => {
    const { fake, runs } = await setUp(way);
    const form = fake.request(({ body }) => body.type === 9);
    runs('import', { table: fake.attach(name, content) });
    const { body } = await form;
    expect(JSON.stringify(body)).toContain(sentence);
    expect(body.data).toMatchObject({
      custom_id: 'f|lor import',
      components: expect.arrayContaining([
        expect.objectContaining({
          component: { type: 19, custom_id: 'table', required: true, max_values: 1 },
        }),
      ]),
    });
  });

  it('that says that it is too large is not asked for', async () => {
    const { fake, runs } = await setUp(way);
    const form = fake.request(({ body }) => body.type === 9);
    runs('import', { table: fake.attach('a.csv', 'x'.repeat(largestTable + 1)) });
    expect(JSON.stringify((await form).body)).toContain('too large');
    expect(fake.requests.filter(({ path }) => path.startsWith('/attachments/'))).toEqual([]);
  });

  it('that is larger than it says is not read to its end', async () => {
    const { fake, runs } = await setUp(way);
    const form = fake.request(({ body }) => body.type === 9);
    runs('import', { table: { ...fake.attach('a.csv', 'x'.repeat(largestTable + 1)), size: 3 } });
    expect(JSON.stringify((await form).body)).toContain('too large');
  });

  it.each([
    ['is gone', { status: 404 }],
    ['leads elsewhere', { status: 302, headers: { location: 'https://cdn.discordapp.com/x' } }],
    ['breaks off', 'drop'],
  ] as const)('whose address %s is asked for again, and an operator hears why', async (_, fate) => {
    const { fake, runs, log } = await setUp(way);
    fake.next('GET /attachments', fate);
    const form = fake.request(({ body }) => body.type === 9);
    runs('import', { table: fake.attach('a.csv', 'a,b') });
    expect(JSON.stringify((await form).body)).toContain('I could not fetch');
    const [line] = log.filter(({ message }) => message === 'a file could not be fetched');
    expect(line).toMatchObject({ level: 'warn', fields: { platform: 'discord', reason: expect.any(String) } });
    expect(JSON.stringify(log)).not.toContain('a.csv');
  });

  it.each([
    'http://169.254.169.254/latest/meta-data',
    'https://evil.example/a.csv',
    'https://cdn.discordapp.com.evil.example/a.csv',
    'https://cdn.discordapp.com@evil.example/a.csv',
    'http://cdn.discordapp.com/a.csv',
    'file:///etc/passwd',
    'no address',
  ])('is asked of nobody but Discord: %s', async (url) => {
    const { fake, runs, log } = await setUp(way);
    const form = fake.request(({ body }) => body.type === 9);
    runs('import', { table: { ...fake.attach('a.csv', 'a,b'), url } });
    expect(JSON.stringify((await form).body)).toContain('I could not fetch');
    expect(log.map(({ fields }) => fields.reason)).toContain('an address elsewhere');
  });

  it('is asked of Discord alone also where Discord points elsewhere', async () => {
    const elsewhere = await openElsewhere();
    const { fake, runs } = await setUp(way);
    for (const url of [elsewhere.url, undefined]) {
      if (url === undefined) fake.next('GET /attachments', { status: 302, headers: { location: elsewhere.url } });
      const form = fake.request(({ body }) => body.type === 9);
      const file = fake.attach('a.csv', 'a,b');
      runs('import', { table: { ...file, url: url ?? file.url } });
      expect(JSON.stringify((await form).body)).toContain('I could not fetch');
    }
    expect(elsewhere.asked).toEqual([]);
  });

  it('for an option that takes none is left where it is', async () => {
    const { fake, runs, shown } = await setUp(way);
    const answer = shown();
    runs('board', { table: fake.attach('a.csv', 'a,b') });
    expect(textOf(await answer)).toContain('Your board');
    expect(fake.requests.filter(({ path }) => path.startsWith('/attachments/'))).toEqual([]);
  });
});

describe.each(ways)('a file in a form, over %s', (way) => {
  it('reaches the command of the form', async () => {
    const { fake, sends, shown } = await setUp(way);
    const answer = shown();
    sends('f|lor import|mode|replace', 'table', fake.attach('a.csv', 'a,b'));
    expect(textOf(await answer)).toBe('a.csv (replace): a,b');
  });

  it('that does not do is told with a button that opens the form again, without the file', async () => {
    const { fake, sends, shown } = await setUp(way);
    const answer = shown();
    sends('f|lor import|mode|replace', 'table', fake.attach('a.xlsx', 'PK\u0003\u0004'));
    const { body } = await answer;
    expect(JSON.stringify(body)).toContain('as CSV and attach that');
    expect(JSON.stringify(body)).toContain('"b|lor import|mode|replace"');
  });

  it('that was left out is asked for', async () => {
    const { sends, shown } = await setUp(way);
    const answer = shown();
    sends('f|lor import', 'table');
    expect(textOf(await answer)).toContain('Please attach a file: The table to read.');
  });
});

it('a command that is typed in a DM has a button that opens the form for its file', async () => {
  const { fake, shown } = await setUp();
  const answer = shown();
  const message = { id: '510000000000000001', type: 0, channel_id: direct, author: maya };
  fake.dispatch('MESSAGE_CREATE', { ...message, content: '/lor import mode:replace' });
  const { body } = await answer;
  expect(JSON.stringify(body)).toContain('"b|lor import|mode|replace"');
});

describe.each(ways)('the files of an answer, over %s', (way) => {
  it('follow a sign of life, with their words, and only whoever asked sees them', async () => {
    const { fake, runs } = await setUp(way);
    const edited = fake.request(({ method }) => method === 'PATCH');
    runs('board');
    const { path, body, files } = await edited;
    expect(fake.requests.find((one) => one.path.endsWith('/callback'))?.body).toEqual({
      type: 5,
      data: { flags: ephemeral },
    });
    expect(path).toMatch(/\/messages\/@original$/u);
    expect(body).toMatchObject({
      components: [{ content: 'Your board' }, { type: 12, items: [{ media: { url: 'attachment://board.png' } }] }],
      attachments: [{ id: 0, filename: 'board.png', description: 'Two letters, one asked' }],
      allowed_mentions: { parse: [] },
    });
    expect(files.get(0)).toEqual({ name: 'board.png', type: 'image/png', bytes: new Uint8Array(pixel) });
  });

  it('that are no pictures can be fetched', async () => {
    const { runs, shown } = await setUp(way);
    const answer = shown();
    runs('export');
    const request = await answer;
    expect(messageOf(request.body).components).toMatchObject([
      { content: 'All of it' },
      { type: 13, file: { url: 'attachment://letters.csv' } },
      { content: '-# Your letters' },
      { type: 13, file: { url: 'attachment://letters.json' } },
      {},
    ]);
    expect(filesOf(request)).toEqual([
      ['letters.csv', 'text/csv', Buffer.from('name\nChen\n').toString('base64')],
      ['letters.json', 'application/json', Buffer.from('{}').toString('base64')],
    ]);
  });

  it('to a question in a server stand in the reply to it', async () => {
    const { fake, shown } = await setUp(way);
    const answer = shown();
    const message = { id: '510000000000000002', type: 0, channel_id: letters, guild_id: guild, author: maya };
    fake.dispatch('MESSAGE_CREATE', { ...message, content: `<@${fake.bot}> how does it look?` });
    const request = await answer;
    expect(request.body).toMatchObject({ message_reference: { message_id: message.id } });
    expect(filesOf(request)).toHaveLength(1);
  });

  it.each([
    ['a limit of size', { status: 413, body: { code: 40005, message: 'Request entity too large' } }],
    ['a rule about files', { status: 400, body: { code: 50035, message: 'Invalid Form Body' } }],
  ])('that Discord does not take for %s leave the words, which say so', async (_, refusal) => {
    const { fake, runs, log } = await setUp(way);
    fake.next('PATCH /webhooks/', refusal);
    const again = fake.request(({ body }) => JSON.stringify(body).includes('does not take the file'));
    runs('board');
    const request = await again;
    expect(textOf(request)).toContain('Your board');
    expect(request.files.size).toBe(0);
    expect(request.body.attachments).toEqual([]);
    expect(log.map(({ message }) => message)).toContain('the files of a message were not taken');
  });
});

describe('a message of our own with files', () => {
  const digest = reply(
    paragraph(['The season']),
    file({ name: 'season.png', mime: 'image/png', alt: 'A timeline', bytes: pixel }),
  );
  const channel = { kind: 'channel', platform: 'discord', workspace: guild, channel: letters } as const;
  const dm = { kind: 'dm', account: { platform: 'discord', workspace: '', user: maya.id } } as const;

  it.each([
    ['a channel', channel],
    ['a DM', dm],
  ])('arrives in %s with its picture, and once when it is sent twice', async (_, target) => {
    const { fake, adapter } = await setUp();
    const sent = await adapter.send(target, digest, about);
    expect(await adapter.send(target, digest, about)).toEqual(sent);
    expect(fake.state.messages).toHaveLength(1);
    expect(fake.state.messages[0]?.body).toMatchObject({
      attachments: [{ id: 0, filename: 'season.png', description: 'A timeline' }],
    });
    expect(fake.state.messages[0]?.files).toEqual([
      { name: 'season.png', type: 'image/png', bytes: new Uint8Array(pixel) },
    ]);
  });

  it('arrives without it where the bot may not attach files', async () => {
    const { fake, adapter, log } = await setUp();
    fake.state.noFiles.add(letters);
    expect(await adapter.send(channel, digest, about)).toMatchObject({ kind: 'sent' });
    const [message] = fake.state.messages;
    expect(readable([message?.body as never])).toContain('The season');
    expect(readable([message?.body as never])).toContain('It was not sent.');
    expect(log.map(({ message: said }) => said)).toContain('the files of a message were not taken');
  });

  it('is refused where the bot may not write at all', async () => {
    const { fake, adapter } = await setUp();
    const forbidden = { status: 403, body: { code: 50013, message: 'Missing Permissions' } };
    for (const _ of ['with', 'without']) fake.next('POST /channels/', forbidden);
    expect(await adapter.send(channel, digest, about)).toMatchObject({ kind: 'refused' });
  });

  it('loses its picture when it is changed to words', async () => {
    const { fake, adapter } = await setUp();
    const sent = await adapter.send(channel, digest, about);
    await adapter.edit(channel, sent.kind === 'sent' ? sent.ref : '', reply(paragraph(['Over'])));
    expect(fake.state.messages[0]).toMatchObject({ body: { attachments: [] }, files: [] });
  });
});

it('the whole bot draws a board for its member alone, and takes a table that is attached', async () => {
  const bot = await openDiscordBot();
  const subcommand = (name: string, options: readonly unknown[] = []) => ({ type: 1, name, options });
  const file = bot.fake.attach('letters.csv', 'Writer;Kind\r\nDr. Okafor;attending\r\n');
  const attached = subcommand('import', [{ type: 11, name: 'file', value: file.id }]);
  const data = { resolved: { attachments: { [file.id]: file } } };
  const preview = await bot.runs('maya', 'lor', [{ type: 2, name: 'data', options: [attached] }], '0', data);
  expect(preview.text).toContain('Dr.Okaforisnew');
  await bot.presses('maya', preview, 'p|lor data take');
  const edited = bot.fake.request(({ method, files }) => method === 'PATCH' && files.size > 0);
  // It stands in the place of a sign of life, and is no new message that could be waited for.
  void bot.runs('maya', 'lor', [subcommand('board')]).catch(() => undefined);
  const { body, files } = await edited;
  expect(bot.fake.requests.filter(({ path }) => path.endsWith('/callback')).at(-1)?.body).toMatchObject({
    type: 5,
    data: { flags: ephemeral },
  });
  expect(readable([body as never])).toContain('Dr. Okafor');
  expect(Buffer.from(files.get(0)?.bytes.subarray(1, 4) ?? []).toString()).toBe('PNG');
});
