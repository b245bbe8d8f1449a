import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { placeOf, workspaceOf } from '../../../src/core/place.ts';
import type { Platform } from '../../../src/core/platform.ts';
import type { ChatAdapter, SendResult, Target } from '../../../src/core/ports.ts';
import { paragraph, reply } from '../../../src/core/reply.ts';
import type { Instant } from '../../../src/core/time.ts';
import { openEngine } from '../../support/engine.ts';
import { aDelivery, aMember } from '../../support/samples.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { createVirtualTime } from '../../support/virtual-time.ts';

const start: Instant = '2027-09-16T13:00:00.000Z';
const minute = 60_000;
const hour = 60 * minute;

type Answer = (place: string, key: string, count: number) => SendResult | undefined;

/** An outbox in virtual time, on a platform that answers as it is told; what it is not told about is sent. */
async function outbox(name: Platform, answer: Answer = () => undefined) {
  const path = join(tempFolder(), 'a.db');
  const time = createVirtualTime(start);
  const tries: { readonly key: string; readonly place: string; readonly at: number }[] = [];
  const adapter: ChatAdapter = {
    name,
    commandsPerMinute: 1,
    pace: {},
    start: async () => undefined,
    stop: async () => undefined,
    async send(target, _, { key }) {
      const place = placeOf(target);
      tries.push({ key, place, at: time.passed() });
      await time.sleep(10);
      return answer(place, key, tries.length) ?? { kind: 'sent', ref: key };
    },
    edit: async () => ({ kind: 'refused', reason: 'nothing is edited' }),
    find: async () => ({ kind: 'absent' }),
    isIn: async () => 'in',
    health: () => ({ up: true }),
    routes: [],
  };
  const compose = async () => ({ kind: 'message', reply: reply(paragraph(['due'])) }) as const;
  const open = () => openEngine({ path, time, adapters: [adapter], compose });
  let engine = await open();
  onTestFinished(() => engine.close());

  async function queue(key: string, target: Target, member: string | null = null): Promise<void> {
    await engine.transact(({ deliveries }) =>
      deliveries.enqueue(aDelivery(key, { key, target, member, runAt: start })),
    );
  }

  /** Beats every minute for so long. */
  async function passes(milliseconds: number): Promise<void> {
    const end = time.passed() + milliseconds;
    const beats = async () => {
      while (time.passed() < end) {
        await Promise.race([engine.pump.run(), time.sleep(end - time.passed())]);
        await time.sleep(Math.min(minute - (time.passed() % minute), end - time.passed()));
      }
    };
    await time.until(beats());
  }

  return {
    queue,
    passes,
    tries,
    queueIn: (key: string, place: string) => {
      const [workspace = '', channel = ''] = place.split('/');
      return queue(key, { kind: 'channel', platform: name, workspace, channel });
    },
    /** A DM to a member, who is known from then on. */
    async queueDm(key: string, user: string) {
      const workspace = name === 'discord' ? '' : 'W1';
      const member = await engine.transact((stores) => aMember(stores, user));
      await queue(key, { kind: 'dm', account: { platform: name, workspace, user } }, member);
      return member;
    },
    async restarts() {
      await engine.close();
      engine = await open();
    },
    transact: () => engine.transact,
    errors: () => engine.errors,
    /** Keys that were tried, with the moment. */
    at: (key: string) => tries.filter((one) => one.key === key).map(({ at }) => at),
    /** What became of a delivery. */
    state(key: string) {
      const reader = new SqliteDatabase(path, { readonly: true });
      const row = reader.prepare('select state, reason from deliveries where key = ?').get(key);
      reader.close();
      return row;
    },
  };
}

describe('D10: a rate limit', () => {
  const tooMany = (holds: 'place' | 'workspace' | 'platform', milliseconds: number) =>
    ({ kind: 'retry', milliseconds, holds }) as const;

  it.each([
    ['place', ['W1/C1']],
    ['workspace', ['W1/C1', 'W1/C2']],
    ['platform', ['W1/C1', 'W1/C2', 'W2/C1']],
  ] as const)('of a %s holds up exactly that, to the millisecond', async (holds, held) => {
    const { queueIn, passes, tries } = await outbox('slack', (_, key) =>
      key === 'first' ? tooMany(holds, 7_001) : undefined,
    );
    await queueIn('first', 'W1/C1');
    await passes(5);
    // What comes due while the limit is in force.
    const places = ['W1/C1', 'W1/C2', 'W2/C1'];
    await passes(10);
    for (const place of places) await queueIn(`to ${place}`, place);
    await passes(3 * minute);
    const firstAt = (place: string) => tries.find(({ key }) => key === `to ${place}`)?.at ?? 0;
    for (const place of places) {
      if ((held as readonly string[]).includes(place)) expect([place, firstAt(place)]).toEqual([place, 7_011]);
      else expect([place, firstAt(place) < 7_011]).toEqual([place, true]);
    }
  });

  it('of a channel does not hold up others that have waited behind it', async () => {
    const { queueIn, passes, at } = await outbox('slack', (place) =>
      place === 'W1/C1' ? tooMany('place', hour) : undefined,
    );
    for (let count = 0; count < 50; count += 1) await queueIn(`a${count}`, 'W1/C1');
    await queueIn('b', 'W1/C2');
    await passes(10 * minute);
    expect(at('b')).toEqual([0]);
    expect(at('a0')).toEqual([0]);
    expect(at('a1')).toEqual([]);
  });

  it('is kept to after a restart', async () => {
    const { queueIn, passes, restarts, tries } = await outbox('discord', (_, __, count) =>
      count === 1 ? tooMany('platform', 10 * minute) : undefined,
    );
    await queueIn('a', 'G1/C1');
    await passes(minute);
    await restarts();
    await queueIn('b', 'G2/C2');
    await passes(20 * minute);
    expect(tries.map(({ key }) => key)).toEqual(['a', 'b', 'a']);
    expect(tries[1]?.at).toBeGreaterThanOrEqual(10 * minute + 10);
  });
});

describe('a token that is dead', () => {
  const reason = 'Slack no longer takes the bot’s token (token_revoked)';
  const dead = { kind: 'retry', milliseconds: 15 * minute, holds: 'workspace', reason } as const;

  it('stops its workspace alone, is not tried in a loop, and loses nothing', async () => {
    let revoked = true;
    const { queueIn, passes, tries, errors, state } = await outbox('slack', (place) =>
      workspaceOf(place) === 'W1' && revoked ? dead : undefined,
    );
    for (let count = 0; count < 20; count += 1) await queueIn(`a${count}`, `W1/C${count}`);
    for (let count = 0; count < 20; count += 1) await queueIn(`b${count}`, `W2/C${count}`);
    await passes(hour);
    const toW1 = tries.filter(({ place }) => workspaceOf(place) === 'W1');
    // Four at first, which were under way together, and again after each quarter of an hour.
    expect(toW1.length).toBeLessThanOrEqual(4 * 5);
    expect(state('a0')).toMatchObject({ state: 'pending', reason });
    expect(tries.filter(({ place }) => workspaceOf(place) === 'W2')).toHaveLength(20);
    expect(errors()[0]).toMatchObject({ message: 'messages are held back', fields: { platform: 'slack', reason } });

    revoked = false;
    await passes(2 * hour);
    for (let count = 0; count < 20; count += 1) expect(state(`a${count}`)).toMatchObject({ state: 'sent' });
  });
});

describe('D14: a member who takes no DMs', () => {
  const closed = { kind: 'refused', reason: 'the person takes no direct messages', closed: true } as const;

  it('is not written to again until they are back; the message stays with its reason', async () => {
    let open = false;
    const { queueDm, queueIn, passes, tries, transact, state } = await outbox('discord', (place) =>
      place === '/@maya' && !open ? closed : undefined,
    );
    const maya = await queueDm('a', 'maya');
    await passes(minute);
    await queueDm('b', 'maya');
    await queueDm('c', 'ben');
    await queueIn('d', 'G1/C1');
    await passes(hour);
    expect(tries.map(({ key }) => key).toSorted()).toEqual(['a', 'c', 'd']);
    expect(state('a')).toMatchObject({ state: 'refused', reason: closed.reason });
    expect(state('b')).toMatchObject({ state: 'pending' });
    const known = await transact()(({ deliveries }) => deliveries.closedDms(maya));
    expect(known).toMatchObject({ reason: closed.reason });

    open = true;
    await transact()(({ deliveries }) => deliveries.reopenDms(maya));
    await passes(2 * minute);
    expect(tries.map(({ key }) => key)).toContain('b');
    expect(state('a')).toMatchObject({ state: 'refused' });
  });

  it('never gets the message in public instead', async () => {
    const { queueDm, passes, tries } = await outbox('discord', () => closed);
    await queueDm('a', 'maya');
    await passes(hour);
    expect(tries.map(({ place }) => place)).toEqual(['/@maya']);
  });
});

describe('C3: a mass DM with all DMs closed', () => {
  const closed = { kind: 'refused', reason: 'closed', closed: true } as const;

  it('stops after some in a row, for an hour, and posts in channels go on', async () => {
    const { queueDm, queueIn, passes, tries, errors } = await outbox('discord', (place) =>
      place.startsWith('/@') ? closed : undefined,
    );
    // As bots come by them: one after the other, and not all at once.
    for (let count = 0; count < 40; count += 1) {
      await queueDm(`dm${count}`, `u${count}`);
      await passes(1_000);
    }
    const dms = () => tries.filter(({ place }) => place.startsWith('/@')).length;
    const first = dms();
    expect(first).toBeLessThan(40);
    await queueIn('post', 'G1/C1');
    await passes(50 * minute);
    expect(dms()).toBe(first);
    expect(tries.map(({ key }) => key)).toContain('post');
    expect(errors().filter(({ message }) => message === 'messages are held back').length).toBeGreaterThan(0);
  });

  it('goes on where one of them took the message in between', async () => {
    const { queueDm, passes, tries } = await outbox('discord', (place) =>
      place.startsWith('/@') && !place.endsWith('5') ? closed : undefined,
    );
    for (let count = 0; count < 40; count += 1) {
      await queueDm(`dm${count}`, `u${count}`);
      await passes(minute);
    }
    expect(tries).toHaveLength(40);
  });
});

describe('D15: one bad recipient among many', () => {
  it('holds up and takes along nobody', async () => {
    const { queueIn, passes, state, at } = await outbox('slack', (place) =>
      place === 'W1/C7' ? { kind: 'refused', reason: 'channel_not_found' } : undefined,
    );
    for (let count = 0; count < 20; count += 1) await queueIn(`m${count}`, `W1/C${count}`);
    await passes(1_000);
    for (let count = 0; count < 20; count += 1) {
      expect(state(`m${count}`)).toMatchObject({ state: count === 7 ? 'refused' : 'sent' });
      expect(at(`m${count}`)).toHaveLength(1);
    }
  });
});

describe('D4: a message at which the bot stopped more than once', () => {
  it('goes when nothing else is under way, so that it can take nobody along', async () => {
    const { queueIn, passes, tries, transact } = await outbox('slack');
    for (const [key, place] of Object.entries({ a: 'W1/C1', b: 'W2/C1', c: 'W3/C1' })) await queueIn(key, place);
    await transact()(async ({ deliveries }) => {
      for (const suspect of ['a', 'b']) {
        for (let stop = 0; stop < 2; stop += 1) {
          await deliveries.attempt(suspect, start);
          await deliveries.recover();
        }
        await deliveries.postpone(suspect, start, 0);
      }
    });
    await passes(minute);
    expect(tries.map(({ key, at }) => [key, at])).toEqual([
      ['c', 0],
      ['a', 10],
      ['b', 20],
    ]);
  });
});
