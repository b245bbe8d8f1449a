import { describe, expect, it } from 'vitest';
import type { DiscordDeps } from '../../../adapters/discord/index.ts';
import type { Outcome } from '../../../src/core/ports.ts';
import { button, buttons, paragraph, reply } from '../../../src/core/reply.ts';
import {
  connected,
  createTestDispatch,
  createTestSleep,
  saying,
  setEndPoint,
  startAdapter,
  type Way,
  ways,
} from '../../support/discord-adapter.ts';
import { startDiscordFake } from '../../support/discord-fake.ts';
import type { DiscordFake } from '../../support/discord-server.ts';

const maya = { id: '200000000000000001', username: 'maya' };
const guild = '400000000000000001';
const letters = '300000000000000001';
const direct = '300000000000000002';
let events = 0;

function newId(): string {
  events += 1;
  return String(500_000_000_000_000_000n + BigInt(events));
}

function interaction(type: number, data: Record<string, unknown>, changes: Record<string, unknown> = {}) {
  const id = newId();
  const member = { user: maya, permissions: '0' };
  return { id, token: `token-${id}`, type, data, guild_id: guild, channel_id: letters, member, ...changes };
}

function command(name: string, options: readonly unknown[] = []) {
  return interaction(2, { type: 1, name: 'lor', options: [{ type: 1, name, options }] });
}

function question(content: string, changes: Record<string, unknown> = {}) {
  return { id: newId(), type: 0, channel_id: direct, author: maya, content, ...changes };
}

async function setUp(
  outcome: Parameters<typeof createTestDispatch>[0],
  changes: Partial<DiscordDeps> = {},
  now: () => number = Date.now,
  way: Way = 'the gateway',
) {
  const fake = await startDiscordFake({ now });
  fake.state.channels.set(letters, guild);
  fake.state.channels.set(direct, undefined);
  const time = createTestSleep();
  const { asked, dispatch } = createTestDispatch(outcome);
  const { adapter, log } = await startAdapter(fake, dispatch, {
    sleep: time.sleep,
    publicKey: fake.publicKey,
    ...changes,
  });
  await connected(adapter);
  if (way === 'HTTP') await setEndPoint(fake, adapter);
  return { fake, time, asked, adapter, log };
}

const callback = (fake: DiscordFake) => fake.request(({ path }) => path.endsWith('/callback'));
const created = (fake: DiscordFake) =>
  fake.request(({ method, path }) => method === 'POST' && path.endsWith('/messages'));

function later() {
  let tell: (outcome: Outcome) => void = () => undefined;
  const outcome = new Promise<Outcome>((resolve) => {
    tell = resolve;
  });
  return { outcome, tell: (made: Outcome) => tell(made) };
}

describe.each(ways)('answering in time, over %s', (way) => {
  it('an answer that is ready is the first response, only for whoever asked', async () => {
    const { fake } = await setUp(() => saying('here you are'), {}, Date.now, way);
    const first = callback(fake);
    fake.interact(command('list'));
    expect((await first).body).toMatchObject({
      type: 4,
      data: { flags: 64 | 32768, allowed_mentions: { parse: [] }, components: [{ content: 'here you are' }] },
    });
  });

  it('C2: an answer that takes five seconds is announced inside the three, and comes after', async () => {
    let milliseconds = Date.parse('2027-09-01T12:00:00Z');
    const work = later();
    const { fake, time } = await setUp(
      () => work.outcome,
      {},
      () => milliseconds,
      way,
    );
    const first = callback(fake);
    fake.interact(command('list'));
    await expect.poll(() => time.asked).toContain(1_000);
    milliseconds += 1_000;
    time.pass();
    expect((await first).body).toEqual({ type: 5, data: { flags: 64 } });
    milliseconds += 4_000;
    const edited = fake.request(({ method }) => method === 'PATCH');
    work.tell(saying('it took a while'));
    const { path, body } = await edited;
    expect(path).toMatch(/\/messages\/@original$/u);
    expect(body).toMatchObject({ flags: 32768, allowed_mentions: { parse: [] }, components: [{}] });
  });

  it('what went wrong stays private, also after a public announcement', async () => {
    const work = later();
    const open = { path: 'lor list', options: {}, suggest: {}, visibility: 'public' as const };
    const { fake, time } = await setUp(() => work.outcome, { commands: [open] }, Date.now, way);
    const first = callback(fake);
    fake.interact(command('list'));
    await expect.poll(() => time.asked).toHaveLength(1);
    time.pass();
    expect((await first).body).toEqual({ type: 5, data: { flags: 0 } });
    const gone = fake.request(({ method }) => method === 'DELETE');
    const followed = fake.request(({ method, path }) => method === 'POST' && path.startsWith('/webhooks/'));
    work.tell({ kind: 'failed', reply: reply(paragraph(['that failed'])) });
    expect((await gone).path).toMatch(/@original$/u);
    expect((await followed).body.flags).toBe(64 | 32768);
  });

  it('a long answer goes on in messages that are as private as the first', async () => {
    const long = reply(...Array.from({ length: 120 }, (_, at) => paragraph([`${at} ${'word '.repeat(15)}`])));
    const { fake } = await setUp(() => ({ kind: 'replied', visibility: 'private', reply: long }), {}, Date.now, way);
    const second = fake.request(({ path }) => path.startsWith('/webhooks/'));
    fake.interact(command('list'));
    expect((await second).body).toMatchObject({ flags: 64 | 32768, allowed_mentions: { parse: [] } });
  });

  it('is tried again in the place of “thinking”', async () => {
    const work = later();
    const { fake, time } = await setUp(() => work.outcome, {}, Date.now, way);
    const deferred = callback(fake);
    fake.interact(command('list'));
    await expect.poll(() => time.asked.length).toBe(1);
    time.pass();
    await deferred;
    for (const status of [500, 502]) fake.next('PATCH /webhooks/', { status });
    work.tell(saying('here you are'));
    for (const tries of [1, 2]) {
      await expect.poll(() => fake.requests.filter(({ method }) => method === 'PATCH').length).toBe(tries);
      await expect.poll(() => time.asked.length).toBe(tries + 1);
      time.pass();
    }
    await expect.poll(() => fake.requests.filter(({ method }) => method === 'PATCH').length).toBe(3);
    expect(JSON.stringify(fake.requests.at(-1)?.body)).toContain('here you are');
  });

  it('stop waits for the answer at hand', async () => {
    const work = later();
    const { fake, adapter, asked } = await setUp(() => work.outcome, {}, Date.now, way);
    fake.interact(command('list'));
    await expect.poll(() => asked.length).toBe(1);
    const answered = callback(fake);
    const stopped = adapter.stop();
    work.tell(saying('just in time'));
    await stopped;
    expect((await answered).body.type).toBe(4);
    expect(adapter.health()).toEqual({ up: false, reason: 'stopped' });
  });
});

it('C1: an answer is given once although Discord stumbles at the first response', async () => {
  const { fake } = await setUp(() => saying('here you are'));
  fake.next('POST /interactions/', { status: 503 });
  const second = fake.request(({ path }) => path.endsWith('/callback') && fake.requests.length > 1);
  fake.interact(command('list'));
  await expect.poll(() => fake.requests.filter(({ path }) => path.endsWith('/callback')).length).toBe(2);
  expect((await second).body).toMatchObject({ type: 4 });
});

describe('what Discord does not take', () => {
  const refusal = { status: 400, body: { code: 50035, message: 'Invalid Form Body' } };

  it('is said in simpler words', async () => {
    const { fake } = await setUp(() => saying('odd'));
    fake.next('POST /interactions/', refusal);
    const simple = fake.request(({ body }) => JSON.stringify(body).includes('Discord does not take'));
    fake.interact(command('list'));
    expect((await simple).body).toMatchObject({ type: 4 });
  });

  it('C1: an interaction that is too old is noted, without a word of what was asked', async () => {
    const { fake, log } = await setUp(() => saying('secret'));
    fake.next('POST /interactions/', { status: 404, body: { code: 10062, message: 'Unknown interaction' } });
    fake.interact(command('list'));
    const warnings = () => log.filter(({ level }) => level === 'warn');
    await expect.poll(warnings).toHaveLength(1);
    expect(warnings()[0]?.fields.reason).toBe('Discord answered 404, code 10062');
    expect(JSON.stringify(log)).not.toMatch(/secret|token-/u);
  });
});

describe.each(ways)('forms, over %s', (way) => {
  const form = {
    title: 'Add a letter',
    call: { path: 'lor add', args: {} },
    fields: [
      { name: 'name', label: 'Name', kind: 'text', required: true, value: 'Dr. Chen' },
      { name: 'due', label: 'Due', kind: 'date', required: false, value: 'sept 31', problem: 'no such day' },
    ],
  } as const;
  const invalid: Outcome = { kind: 'invalid', reply: reply(paragraph(['There is no such day.'])), form };

  it('open as the first response', async () => {
    const { fake } = await setUp(() => invalid, {}, Date.now, way);
    const first = callback(fake);
    fake.interact(command('add'));
    expect((await first).body).toMatchObject({ type: 9, data: { custom_id: 'f|lor add' } });
  });

  it('cannot open from a form: the answer says what is wrong and has a button that mends it', async () => {
    const { fake } = await setUp(() => invalid, {}, Date.now, way);
    const first = callback(fake);
    fake.interact(interaction(5, { custom_id: 'f|lor add', components: [] }));
    const { body } = await first;
    expect(body.type).toBe(4);
    expect(JSON.stringify(body)).toContain('There is no such day');
    expect(JSON.stringify(body)).toContain('b|lor add|name|Dr. Chen|due|sept 31');
  });

  it('have a little longer than other answers', async () => {
    const work = later();
    const { fake, time } = await setUp(() => work.outcome, {}, Date.now, way);
    fake.interact(command('add'));
    await expect.poll(() => time.asked).toEqual([2_300]);
    work.tell(invalid);
  });
});

describe('questions in words', () => {
  it('by DM are answered with a message in the DM', async () => {
    const { fake, asked } = await setUp(() => saying('three'));
    const sent = created(fake);
    fake.dispatch('MESSAGE_CREATE', question('how many letters?'));
    const { path, body } = await sent;
    expect(path).toBe(`/channels/${direct}/messages`);
    expect(body).toMatchObject({ flags: 32768, allowed_mentions: { parse: [] }, enforce_nonce: true });
    expect(body).not.toHaveProperty('message_reference');
    expect(asked[0]).toMatchObject({ community: null, place: { kind: 'dm' } });
  });

  it('by mention are answered with a reply that pings nobody', async () => {
    const { fake } = await setUp(() => saying('three'));
    const sent = created(fake);
    const asked = question(`<@${fake.bot}> how many?`, { guild_id: guild, channel_id: letters });
    fake.dispatch('MESSAGE_CREATE', asked);
    expect((await sent).body).toMatchObject({
      message_reference: { message_id: asked.id },
      allowed_mentions: { parse: [], replied_user: false },
    });
  });

  it('of bots, webhooks and itself are passed over', async () => {
    const { fake, asked } = await setUp(() => saying('three'));
    fake.dispatch('MESSAGE_CREATE', question('hello', { author: { ...maya, bot: true } }));
    fake.dispatch('MESSAGE_CREATE', question('hello', { webhook_id: '1' }));
    fake.dispatch('MESSAGE_CREATE', question('hello', { author: { id: fake.bot } }));
    const sent = created(fake);
    fake.dispatch('MESSAGE_CREATE', question('a person'));
    await sent;
    expect(asked).toHaveLength(1);
  });

  it('wait out what Discord asks to wait for', async () => {
    const { fake, time } = await setUp(() => saying('three'));
    fake.next('POST /channels/', { status: 429, headers: { 'retry-after': '2' }, body: {} });
    fake.dispatch('MESSAGE_CREATE', question('how many?'));
    await expect.poll(() => time.asked.some((milliseconds) => milliseconds >= 2_000)).toBe(true);
    const again = created(fake);
    time.pass();
    await again;
    await expect.poll(() => fake.state.messages).toHaveLength(1);
  });

  it('do not wait an hour, and hold up no stop', async () => {
    const { fake, time, adapter, log } = await setUp(() => saying('three'));
    fake.next('POST /channels/', { status: 429, headers: { 'retry-after': '3600' }, body: {} });
    fake.dispatch('MESSAGE_CREATE', question('how many?'));
    await expect.poll(() => log.map(({ message }) => message)).toContain('an answer was not given');
    expect(time.asked.filter((milliseconds) => milliseconds > 5_000)).toEqual([]);
    await adapter.stop();
  });

  it('show a sign of life when the answer takes its time', async () => {
    const work = later();
    const { fake, time } = await setUp(() => work.outcome);
    const typing = fake.request(({ path }) => path.endsWith('/typing'));
    fake.dispatch('MESSAGE_CREATE', question('how many?'));
    await expect.poll(() => time.asked).toHaveLength(1);
    time.pass();
    await typing;
    work.tell(saying('three'));
    await expect.poll(() => fake.state.messages).toHaveLength(1);
  });

  it('an outcome with buttons keeps them', async () => {
    const pressed = reply(paragraph(['pick']), buttons(button('Next', 'lor next', { letter: 'L1' })));
    const { fake } = await setUp(() => ({ kind: 'replied', visibility: 'private', reply: pressed }));
    const sent = created(fake);
    fake.dispatch('MESSAGE_CREATE', question('/lor list'));
    expect(JSON.stringify((await sent).body)).toContain('b|lor next|letter|L1');
  });
});
