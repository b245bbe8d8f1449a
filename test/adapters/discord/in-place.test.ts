import { describe, expect, it } from 'vitest';
import { renderMessages } from '../../../adapters/discord/render.ts';
import type { Outcome } from '../../../src/core/ports.ts';
import { button, buttons, file, inPlace, paragraph, reply } from '../../../src/core/reply.ts';
import {
  connected,
  createTestDispatch,
  createTestSleep,
  saying,
  setEndPoint,
  startAdapter,
  ways,
} from '../../support/discord-adapter.ts';
import { guild, letters, openDiscordBot } from '../../support/discord-bot.ts';
import { startDiscordFake } from '../../support/discord-fake.ts';

const maya = { id: '200000000000000001', username: 'maya' };
const direct = '300000000000000002';
const ephemeral = { id: '500000000000000009', components: [], flags: 64 | 32768 };

/** “Next page” is pressed on such a message, in the server unless it is said otherwise. */
function press(number: number, changes: Record<string, unknown> = {}) {
  const id = String(500_000_000_000_000_100n + BigInt(number));
  const place = { guild_id: guild, channel_id: letters, context: 0, member: { user: maya, permissions: '0' } };
  const data = { component_type: 2, custom_id: 'p|lor list|page|2' };
  return { id, token: `token-${id}`, type: 3, data, ...place, message: ephemeral, ...changes };
}

const inDm = { guild_id: undefined, member: undefined, user: maya, channel_id: direct, context: 1 };

describe.each(ways)('a button whose result takes the place of its message, over %s', (way) => {
  async function setUp(outcome: () => Outcome | Promise<Outcome>) {
    const fake = await startDiscordFake({ now: Date.now });
    const time = createTestSleep();
    const { dispatch } = createTestDispatch(outcome);
    const { adapter } = await startAdapter(fake, dispatch, { sleep: time.sleep, publicKey: fake.publicKey });
    await connected(adapter);
    if (way === 'HTTP') await setEndPoint(fake, adapter);
    const first = fake.request(({ path }) => path.endsWith('/callback'));
    const request = (method: string) =>
      fake.request((one) => one.method === method && one.path.startsWith('/webhooks/'));
    return { adapter, fake, time, first, request };
  }

  it.each([
    ['an ephemeral message', {}],
    ['a message in the DM with the bot', { ...inDm, message: { ...ephemeral, flags: 32768 } }],
  ])('edits %s', async (_, where) => {
    const { fake, first } = await setUp(() => saying('page two'));
    fake.interact(press(1, where));
    const { body } = await first;
    // Whether it is ephemeral was settled when it was created.
    const data = {
      flags: 32768,
      allowed_mentions: { parse: [] },
      attachments: [],
      components: [{ content: 'page two' }],
    };
    expect(body).toMatchObject({ type: 7, data });
  });

  it.each([
    ['is read by others, too', { message: { ...ephemeral, flags: 32768 } }, () => saying('page two')],
    [
      'stands in a DM between other people',
      { ...inDm, context: 2, message: { ...ephemeral, flags: 32768 } },
      () => saying('page two'),
    ],
    [
      'is still worth having, since that went wrong',
      {},
      () => ({ kind: 'denied', reply: reply(paragraph(['no'])) }) as const,
    ],
    ['leads to something for everybody', {}, () => saying('page two', 'public')],
  ] satisfies [string, object, () => Outcome][])('leaves a message alone that %s', async (_, where, outcome) => {
    const { fake, first } = await setUp(outcome);
    fake.interact(press(2, where));
    expect((await first).body).toMatchObject({ type: 4 });
  });

  it('says that it goes on without a word, when it takes long, and then edits', async () => {
    let tell: (outcome: Outcome) => void = () => undefined;
    const { fake, first, request, time } = await setUp(() => new Promise((resolve) => (tell = resolve)));
    fake.interact(press(3));
    await expect.poll(() => time.asked).toContain(1_000);
    time.pass();
    expect((await first).body).toEqual({ type: 6 });
    const edited = request('PATCH');
    tell(saying('page two'));
    expect(await edited).toMatchObject({
      path: expect.stringMatching(/\/messages\/@original$/u),
      body: { components: [{ content: 'page two' }] },
    });
  });

  it.each([
    ['what went wrong', (): Outcome => ({ kind: 'failed', reply: reply(paragraph(['that failed'])) }), 'that failed'],
    [
      'what comes with a file',
      (): Outcome => ({
        kind: 'replied',
        visibility: 'private',
        reply: reply(
          paragraph(['your table']),
          file({ name: 'letters.csv', mime: 'text/csv', alt: 'a table', bytes: new Uint8Array(3) }),
        ),
      }),
      'your table',
    ],
  ])('says %s below, though it took long, for that person alone', async (_, outcome, sentence) => {
    let tell: (outcome: Outcome) => void = () => undefined;
    const { fake, first, request, time } = await setUp(() => new Promise((resolve) => (tell = resolve)));
    fake.interact(press(4));
    await expect.poll(() => time.asked).toContain(1_000);
    time.pass();
    await first;
    const followed = request('POST');
    tell(outcome());
    expect((await followed).body).toMatchObject({ flags: 64 | 32768 });
    expect(JSON.stringify((await followed).body)).toContain(sentence);
    expect(fake.requests.filter(({ method }) => method === 'PATCH' || method === 'DELETE')).toEqual([]);
  });

  it('says nothing about a repeat, and above all takes nothing away', async () => {
    let tell: (outcome: Outcome) => void = () => undefined;
    const { adapter, fake, first, time } = await setUp(() => new Promise((resolve) => (tell = resolve)));
    fake.interact(press(5));
    await expect.poll(() => time.asked).toContain(1_000);
    time.pass();
    await first;
    tell({ kind: 'repeated' });
    // All that the answer leads to is done then.
    await adapter.stop();
    expect(fake.requests.filter(({ method }) => method === 'PATCH' || method === 'DELETE')).toEqual([]);
  });
});

it('the pages of a long list follow each other in one message', async () => {
  const bot = await openDiscordBot();
  for (let number = 1; number <= 9; number += 1) {
    const writer = { name: 'name', type: 3, value: `Dr. Number${number}` };
    await bot.runs('maya', 'lor', [{ name: 'add', type: 1, options: [writer] }]);
  }
  const list = await bot.runs('maya', 'lor', [{ name: 'list', type: 1 }]);
  const isUpdate = ({ body }: { body: Record<string, unknown> }) => body.type === 7;
  const update = bot.fake.request(isUpdate);
  await bot.presses('maya', list, 'p|lor list|page|2');
  expect(JSON.stringify((await update).body)).toContain('p|lor list|page|1');
});

it('in a reply that takes several messages no button replaces one of them', () => {
  const next = buttons(inPlace(button('Next page', 'lor list', { page: '2' })));
  const long = Array.from({ length: 30 }, (_, index) => paragraph([`${index} ${'x'.repeat(500)}`]));
  expect(JSON.stringify(renderMessages(reply(paragraph(['short']), next)))).toContain('"p|lor list');
  const several = renderMessages(reply(...long, next));
  expect(several.length).toBeGreaterThan(1);
  expect(JSON.stringify(several)).toContain('"b|lor list');
  expect(JSON.stringify(several)).not.toContain('"p|lor list');
});
