import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../src/core/time.ts';
import { addMilliseconds } from '../../../src/dates/calendar.ts';
import type { Compose } from '../../../src/delivery/books.ts';
import { compose } from '../../../src/views/delivery.ts';
import { wall } from '../../support/bot.ts';
import type { EnginePorts } from '../../support/engine.ts';
import {
  createRecordingAdapter,
  lostAnswer,
  lostMessage,
  refused,
  thrown,
  tryAgainIn,
} from '../../support/recording-adapter.ts';
import { aChange, aDelivery, aLetter } from '../../support/samples.ts';
import { nine, plans, queues, queuesIn, story, withDigest, withLetters } from './story.ts';

/** A bot with the digest D1 at nine o'clock, and the named posts of it in the outbox. */
async function waiting(...keys: readonly string[]) {
  const told = story(nine);
  const engine = await told.starts();
  await withDigest(engine);
  await queues(engine, ...keys);
  return { ...told, ...engine };
}

describe('a message that is due', () => {
  it('is sent once, however often somebody looks', async () => {
    const { pump, platform, outbox } = await waiting('a');
    expect(await pump.run()).toBe(1);
    expect(await pump.run()).toBe(0);
    expect(platform.keys()).toEqual(['a']);
    expect(outbox()).toEqual({ a: 'sent' });
  });

  it('carries its own key, the zone of whom it is for, and no doubt', async () => {
    const { pump, platform } = await waiting('a');
    await pump.run();
    expect(platform.arrived[0]?.about).toEqual({ key: 'a', zone: 'UTC', inDoubt: false });
  });

  it('is marked before it leaves, so that a crash cannot forget that it may have left', async () => {
    const { pump, platform, outbox } = await waiting('a');
    const seen: unknown[] = [];
    platform.onStep(() => seen.push(outbox()));
    await pump.run();
    expect(seen).toEqual([{ a: 'attempting' }, { a: 'attempting' }]);
  });

  it('does not leave before its time', async () => {
    const { pump, clock, platform } = await waiting('a');
    clock.set(addMilliseconds(nine, -1));
    expect(await pump.run()).toBe(0);
    clock.set(nine);
    expect(await pump.run()).toBe(1);
    expect(platform.arrived).toHaveLength(1);
  });

  it('of a platform that is not here waits for it', async () => {
    const { pump, transact, outbox } = await waiting();
    const target = { kind: 'channel', platform: 'discord', workspace: 'G1', channel: 'C1' } as const;
    await transact(({ deliveries }) => deliveries.enqueue(aDelivery('a', { key: 'a', target })));
    expect(await pump.run()).toBe(0);
    expect(outbox()).toEqual({ a: 'pending' });
  });
});

describe('a message that the platform refuses', () => {
  it('stays with the reason, is told to an operator, is not tried again, and holds nobody up', async () => {
    const { pump, platform, outbox, errors } = await waiting('a', 'b');
    platform.next(refused('the DM is closed'));
    expect(await pump.run()).toBe(1);
    const fields = { platform: 'slack', delivery: 'a', outcome: 'refused', reason: 'the DM is closed' };
    expect(errors).toEqual([{ message: 'a message was not delivered', fields }]);
    await pump.run();
    expect(outbox()).toEqual({ a: 'refused: the DM is closed', b: 'sent' });
    expect(platform.tries).toHaveLength(2);
  });
});

describe('a message for which the platform asks to wait', () => {
  it('is not tried again before that time, and then is', async () => {
    const { pump, clock, platform, outbox } = await waiting('a', 'b');
    platform.next(tryAgainIn(60_000));
    await pump.run();
    expect(outbox()).toEqual({ a: 'pending', b: 'sent' });
    clock.set(addMilliseconds(nine, 59_999));
    await pump.run();
    expect(platform.tries).toHaveLength(2);
    clock.set(addMilliseconds(nine, 60_000));
    await pump.run();
    expect(platform.keys()).toEqual(['b', 'a']);
    expect(outbox()).toEqual({ a: 'sent', b: 'sent' });
  });

  it('waits out an outage, twice as long each time, and arrives when it is over', async () => {
    const { pump, clock, platform, outbox } = await waiting('a');
    platform.next(...Array.from({ length: 8 }, () => tryAgainIn(0)));
    const tried: number[] = [];
    for (let second = 0; second < 600; second += 1) {
      clock.set(addMilliseconds(nine, second * 1_000));
      await pump.run();
      if (platform.tries.length > tried.length) tried.push(second);
    }
    expect(tried).toEqual([0, 1, 3, 7, 15, 31, 63, 127, 255]);
    expect(outbox()).toEqual({ a: 'sent' });
  });
});

describe('D5 D7 D9: a message that may have arrived', () => {
  it('is looked for since it left, found, and not sent again', async () => {
    const { pump, platform, clock, outbox } = await waiting('a');
    platform.next(lostAnswer);
    await pump.run();
    expect(outbox()).toEqual({ a: 'unsure' });
    clock.set(addMilliseconds(nine, 60_000));
    await pump.run();
    expect(platform.looks).toEqual([{ key: 'a', since: nine }]);
    expect(platform.tries).toHaveLength(1);
    expect(outbox()).toEqual({ a: 'sent' });
  });

  it('is looked for, not found, and sent again without doubt', async () => {
    const { pump, platform, outbox } = await waiting('a');
    platform.next(lostMessage);
    await pump.run();
    await pump.run();
    expect(platform.arrived.map(({ about }) => about.inDoubt)).toEqual([false]);
    expect(outbox()).toEqual({ a: 'sent' });
  });

  it('is sent once more, with its doubt, when nobody can look', async () => {
    const { pump, platform, outbox } = await waiting('a');
    platform.setHistory('unreadable');
    platform.next(lostAnswer);
    await pump.run();
    await pump.run();
    expect(platform.tries.map(({ inDoubt }) => inDoubt)).toEqual([false, true]);
    expect(outbox()).toEqual({ a: 'sent' });
  });

  it('is sent a third time, after an outage, and then put aside: three copies are the most there can be', async () => {
    const { pump, platform, clock, outbox, errors } = await waiting('a', 'b');
    platform.setHistory('unreadable');
    platform.next(lostAnswer);
    await pump.run();
    platform.next(lostAnswer, lostAnswer);
    const tried: number[] = [];
    for (let minute = 1; minute < 60; minute += 1) {
      clock.set(addMilliseconds(nine, minute * 60_000));
      const before = platform.tries.length;
      await pump.run();
      if (platform.tries.length > before) tried.push(minute);
    }
    expect(tried).toEqual([1, 17]);
    expect(platform.keys().filter((key) => key === 'a')).toHaveLength(3);
    expect(outbox()).toEqual({ a: 'parked: it may have arrived; nobody can tell', b: 'sent' });
    const reason = 'it may have arrived; nobody can tell';
    const fields = { platform: 'slack', delivery: 'a', outcome: 'parked', reason };
    expect(errors).toEqual([{ message: 'a message was not delivered', fields }]);
  });

  it('is looked for again while the platform is away, less and less often, and not sent blindly', async () => {
    const { pump, platform, clock, outbox } = await waiting('a');
    platform.setHistory('unreachable');
    platform.next(lostMessage);
    const looked: number[] = [];
    for (let minute = 0; minute <= 60; minute += 1) {
      clock.set(addMilliseconds(nine, minute * 60_000));
      const before = platform.looks.length;
      await pump.run();
      if (platform.looks.length > before) looked.push(minute);
    }
    expect(looked).toEqual([1, 2, 4, 8, 16, 31, 46]);
    expect([platform.tries.length, outbox()]).toEqual([1, { a: 'unsure' }]);
    platform.setHistory('readable');
    clock.set(addMilliseconds(nine, 62 * 60_000));
    expect(await pump.run()).toBe(1);
    expect(platform.tries.map(({ inDoubt }) => inDoubt)).toEqual([false, false]);
    expect(platform.texts()[0]).toContain('This comes late');
    expect(outbox()).toEqual({ a: 'sent' });
  });

  it('is put aside when the platform stays away for longer than its grace, and an operator is told', async () => {
    const { pump, platform, clock, outbox, errors } = await waiting('a');
    platform.setHistory('unreachable');
    platform.next(lostMessage);
    await pump.run();
    for (const hours of [6, 13, 14]) {
      clock.set(addMilliseconds(nine, hours * 3_600_000));
      await pump.run();
    }
    expect(platform.looks).toHaveLength(2);
    const reason = 'it may have arrived; the platform could not be asked in time';
    expect(outbox()).toEqual({ a: `parked: ${reason}` });
    expect(errors.map(({ fields }) => fields.reason)).toEqual([reason]);
  });

  it('is sent again and again through an outage, less and less often, where it surely did not arrive', async () => {
    const { pump, platform, clock, outbox } = await waiting('a');
    platform.next(...Array.from({ length: 6 }, () => lostMessage));
    const tried: number[] = [];
    for (let minute = 0; minute <= 60; minute += 1) {
      clock.set(addMilliseconds(nine, minute * 60_000));
      const before = platform.tries.length;
      await pump.run();
      if (platform.tries.length > before) tried.push(minute);
    }
    // Looked for at the beat after the try, and sent when the wait after that is over.
    expect(tried).toEqual([0, 1, 3, 6, 11, 20, 36]);
    expect(outbox()).toEqual({ a: 'sent' });
  });

  it('is sent once more also after the platform had asked to wait twice: waiting makes no copies', async () => {
    const { pump, clock, platform, outbox } = await waiting('a');
    platform.setHistory('unreadable');
    platform.next(tryAgainIn(0), tryAgainIn(0), lostAnswer);
    for (const seconds of [0, 1, 3, 10]) {
      clock.set(addMilliseconds(nine, seconds * 1_000));
      await pump.run();
    }
    expect(platform.tries.map(({ inDoubt }) => inDoubt)).toEqual([false, false, false, true]);
    expect(outbox()).toEqual({ a: 'sent' });
  });

  it('keeps its doubt when a later try was looked for and had not arrived', async () => {
    const { pump, platform, clock } = await waiting('a');
    platform.setHistory('unreadable');
    platform.next(lostMessage, lostMessage);
    await pump.run();
    await pump.run();
    platform.setHistory('readable');
    await pump.run();
    clock.set(addMilliseconds(nine, 60_000));
    await pump.run();
    expect(platform.tries.map(({ inDoubt }) => inDoubt)).toEqual([false, true, true]);
  });

  it('counts as one that nobody can look for when looking fails', async () => {
    const { pump, platform, errors, outbox } = await waiting('a');
    platform.setHistory('broken');
    platform.next(lostAnswer);
    await pump.run();
    await pump.run();
    expect(platform.tries.map(({ inDoubt }) => inDoubt)).toEqual([false, true]);
    expect(errors.map(({ message }) => message)).toEqual(['an adapter threw while looking']);
    expect(outbox()).toEqual({ a: 'sent' });
  });
});

describe('D4: an adapter that throws', () => {
  it('leaves the message in doubt, is logged, and holds nobody up', async () => {
    const { pump, platform, errors, outbox } = await waiting('a', 'b');
    platform.next(thrown);
    expect(await pump.run()).toBe(1);
    expect(outbox()).toEqual({ a: 'unsure', b: 'sent' });
    expect(errors.map(({ message }) => message)).toEqual(['an adapter threw while sending']);
    await pump.run();
    expect(outbox()).toEqual({ a: 'sent', b: 'sent' });
  });

  it('at the same message every time sees it some times in half a day and no more', async () => {
    const { pump, platform, clock, outbox } = await waiting('a', 'b');
    platform.poison('a');
    for (let minutes = 0; minutes < 24 * 60; minutes += 10) {
      clock.set(addMilliseconds(nine, minutes * 60_000));
      await pump.run();
    }
    expect(platform.tries.filter(({ key }) => key === 'a').length).toBeLessThanOrEqual(50);
    expect(outbox()).toEqual({ a: 'skipped: it could not go out in time', b: 'sent' });
  });
});

describe('a message that cannot be written', () => {
  it('is put aside with a reason, and the others go on', async () => {
    const told = story(nine);
    const failing: Compose<EnginePorts> = (delivery, ports, now) =>
      delivery.runAt < nine ? Promise.reject(new Error('no words')) : compose(delivery, ports, now);
    const engine = await told.starts({ compose: failing });
    await withDigest(engine);
    await engine.transact(({ deliveries }) =>
      deliveries.enqueue(aDelivery('bad', { key: 'bad', runAt: addMilliseconds(nine, -1) })),
    );
    await queues(engine, 'good');
    expect(await engine.pump.run()).toBe(1);
    expect(told.outbox()).toEqual({ bad: 'parked: the message could not be written', good: 'sent' });
    expect(engine.errors.map(({ message }) => message)).toEqual([
      'a delivery could not be written',
      'a message was not delivered',
    ]);
  });
});

describe('D12: a result that cannot be written down', () => {
  it('is kept and written down at the next beat; the message is not sent again', async () => {
    const told = story(nine);
    let full = false;
    const engine = await told.starts({
      step: (what) => {
        if (full && what === 'before a commit') throw new Error('database or disk is full');
      },
    });
    await withDigest(engine);
    await queues(engine, 'a');
    told.platform.onStep((what) => {
      if (what.startsWith('after')) full = true;
    });
    await expect(engine.pump.run()).rejects.toThrow('database or disk is full');
    expect(told.outbox()).toEqual({ a: 'attempting' });

    full = false;
    await engine.pump.run();
    expect(told.outbox()).toEqual({ a: 'sent' });
    expect(told.platform.tries).toHaveLength(1);
    expect(told.platform.looks).toEqual([]);
  });
});

describe('D12: a claim that cannot be written down', () => {
  it('sends nothing, and everything goes out once when there is room again', async () => {
    const told = story(nine);
    let [full, transactions] = [false, 0];
    const engine = await told.starts({
      step: (what) => {
        // The list of what is due can be read; that something leaves cannot be written.
        if (what === 'before a transaction') transactions += 1;
        if (full && transactions > 2 && what === 'before a commit') throw new Error('database or disk is full');
      },
    });
    await withDigest(engine);
    await queues(engine, 'a');
    await queuesIn(engine, 'C2', 'b');
    [full, transactions] = [true, 0];
    await expect(engine.pump.run()).rejects.toThrow('database or disk is full');
    expect([told.platform.tries, told.outbox()]).toEqual([[], { a: 'pending', b: 'pending' }]);

    full = false;
    await engine.pump.run();
    expect(told.platform.keys().toSorted()).toEqual(['a', 'b']);
    expect(told.outbox()).toEqual({ a: 'sent', b: 'sent' });
  });
});

describe('D3: a bot that was killed and came back long after', () => {
  it('finds what had arrived, and does not send it again', async () => {
    const told = story(nine);
    let alive = true;
    const step = () => {
      if (!alive) throw new Error('killed');
    };
    const engine = await told.starts({ step });
    await withDigest(engine);
    await queues(engine, 'a');
    await queuesIn(engine, 'C2', 'b');
    told.platform.onStep((what) => {
      if (what.startsWith('after')) alive = false;
      step();
    });
    await engine.pump.run().catch(() => undefined);
    await told.stops();
    expect([told.platform.keys(), told.outbox()]).toEqual([['a', 'b'], { a: 'attempting', b: 'attempting' }]);

    told.platform.onStep(() => undefined);
    told.clock.set(addMilliseconds(nine, 5 * 3_600_000));
    const after = await told.starts();
    for (let beat = 0; beat < 3; beat += 1) {
      await after.pump.run();
      told.clock.set(addMilliseconds(told.clock.now(), 60_000));
    }
    expect(told.platform.keys().toSorted()).toEqual(['a', 'b']);
    expect(told.outbox()).toEqual({ a: 'sent', b: 'sent' });
  });
});

describe('D13: what changed between planning and sending', () => {
  async function planned(letters: readonly string[] = ['L1', 'L2']) {
    const told = story(nine);
    const engine = await told.starts();
    await withDigest(engine);
    const maya = await withLetters(engine, letters);
    await plans(engine, nine);
    const [digest, nudge] = [`digest:D1:2027-09-16`, `day:${maya}:2027-09-16`];
    expect(told.outbox()).toEqual({ [digest]: 'pending', [nudge]: 'pending' });
    return { ...told, ...engine, maya, digest, nudge };
  }

  it('counts: without a change both arrive', async () => {
    const { pump, platform } = await planned();
    expect(await pump.run()).toBe(2);
    expect(platform.texts()[1]).toContain('2 things need you');
  });

  it('cancels the reminder of a member who turned reminders off', async () => {
    const { pump, transact, maya, outbox, digest, nudge } = await planned();
    await transact(({ members }) => members.save(maya, { reminders: false }));
    expect(await pump.run()).toBe(1);
    expect(outbox()).toEqual({ [digest]: 'sent', [nudge]: 'cancelled: no longer wanted' });
  });

  it('cancels the post of a digest that was removed', async () => {
    const { pump, transact, outbox, digest, nudge } = await planned();
    await transact(({ digests }) => digests.remove('community', 'D1'));
    await pump.run();
    expect(outbox()).toEqual({ [digest]: 'cancelled: no longer wanted', [nudge]: 'sent' });
  });

  it('leaves out a letter that came in, and cancels the reminder when all did', async () => {
    const { pump, transact, maya, outbox, nudge, platform } = await planned();
    const uploaded = (id: string) => {
      const before = aLetter(maya, id, `W${id}`, { due: '2027-09-30', stage: 'requested' });
      return transact(({ letters }) =>
        letters.apply(aChange(maya, [{ kind: 'letter', before, after: { ...before, stage: 'uploaded' } }])),
      );
    };
    await uploaded('L1');
    await pump.run();
    expect(platform.texts()[1]).toContain('A letter needs you');
    expect(platform.texts()[1]).not.toContain('Dr. L1');
    expect(outbox()[nudge]).toBe('sent');
  });

  it('cancels the reminder when its letter was removed', async () => {
    const { pump, transact, maya, outbox, nudge } = await planned(['L1']);
    const letter = aLetter(maya, 'L1', 'WL1');
    await transact(({ letters }) => letters.apply(aChange(maya, [{ kind: 'letter', before: letter, after: null }])));
    await pump.run();
    expect(outbox()[nudge]).toBe('cancelled: no longer wanted');
  });
});

describe('a message that waited while the bot was down', () => {
  async function startedAt(at: Instant) {
    const told = story(nine);
    const before = await told.starts();
    await withDigest(before);
    const maya = await withLetters(before, ['L1']);
    await plans(before, nine);
    await told.stops();
    told.clock.set(at);
    const engine = await told.starts();
    await engine.pump.run();
    const texts = Object.fromEntries(told.platform.arrived.map(({ about, text }) => [about.key.split(':')[0], text]));
    return { ...told, ...engine, texts, nudge: `day:${maya}:2027-09-16` };
  }

  it('goes out as it is when that was minutes', async () => {
    const { texts } = await startedAt(addMilliseconds(nine, 600_000));
    expect(texts.digest).not.toContain('This comes late');
    expect(texts.day).toMatch(/^A letter needs you\n\nDr/u);
  });

  it('says that it is late when that was hours', async () => {
    const { texts } = await startedAt(wall('2027-09-16 12:00'));
    expect(texts.digest).toContain('This comes late');
    expect(texts.day).toContain('This comes late');
  });

  it('wakes nobody at night: a reminder waits for the morning', async () => {
    const { texts, outbox, nudge, clock, pump, platform } = await startedAt(wall('2027-09-17 02:00'));
    expect(texts).toEqual({});
    expect(outbox()).toEqual({ 'digest:D1:2027-09-16': 'skipped: it could not go out in time', [nudge]: 'pending' });
    clock.set(wall('2027-09-17 08:59'));
    await pump.run();
    expect(platform.arrived).toHaveLength(0);
    clock.set(wall('2027-09-17 09:00'));
    await pump.run();
    expect(platform.keys()).toEqual([nudge]);
  });

  it('is left out when the letter’s date has passed', async () => {
    const { outbox, nudge } = await startedAt(wall('2027-10-01 12:00'));
    expect(outbox()[nudge]).toBe('skipped: it could not go out in time');
  });
});

describe('two platforms', () => {
  it('are served by their own adapters, and looked at separately', async () => {
    const told = story(nine);
    const discord = createRecordingAdapter('discord', told.clock);
    const engine = await told.starts({ adapters: [told.platform, discord] });
    await withDigest(engine);
    const target = { kind: 'channel', platform: 'discord', workspace: 'G1', channel: 'C1' } as const;
    await queues(engine, 'a');
    await engine.transact(({ deliveries }) => deliveries.enqueue(aDelivery('b', { key: 'b', target, runAt: nine })));
    discord.next(lostAnswer);
    await engine.pump.run();
    await engine.pump.run();
    expect([told.platform.keys(), discord.keys()]).toEqual([['a'], ['b']]);
    expect([told.platform.looks.length, discord.looks.length]).toEqual([0, 1]);
  });

  it('D8: do not wait for each other: one that does not answer holds up its own messages only', async () => {
    const told = story(nine);
    const discord = createRecordingAdapter('discord', told.clock);
    const engine = await told.starts({ adapters: [told.platform, discord] });
    await withDigest(engine);
    const target = { kind: 'channel', platform: 'discord', workspace: 'G1', channel: 'C1' } as const;
    const queuesThere = (key: string) =>
      engine.transact(({ deliveries }) => deliveries.enqueue(aDelivery(key, { key, target, runAt: nine })));
    await queues(engine, 'a', 'b');
    await queuesThere('c');
    const answer = told.platform.hangs();
    const first = engine.heart.beat();
    await expect.poll(discord.keys, { interval: 5 }).toEqual(['c']);
    await queuesThere('d');
    const second = engine.heart.beat();
    await expect.poll(discord.keys, { interval: 5 }).toEqual(['c', 'd']);
    expect([told.platform.keys(), told.platform.tries.length]).toEqual([[], 1]);
    answer();
    await Promise.all([first, second]);
    expect(told.platform.keys()).toEqual(['digest:D1:2027-09-16', 'a', 'b']);
  });

  it('D17: are let go of when the bot stops, after the message at hand; the others stay in the outbox', async () => {
    const told = story(nine);
    const engine = await told.starts();
    await withDigest(engine);
    await queues(engine, 'a', 'b');
    const answer = told.platform.hangs();
    const beat = engine.heart.beat();
    await expect.poll(() => told.platform.tries.length, { interval: 5 }).toBe(1);
    const stopped = engine.heart.stop();
    answer();
    await Promise.all([beat, stopped]);
    expect(told.outbox()).toEqual({ 'digest:D1:2027-09-16': 'sent', a: 'pending', b: 'pending' });
  });

  it('D17: in the middle of many, write down what became of those under way and leave the rest for later', async () => {
    const told = story(nine);
    const engine = await told.starts();
    await withDigest(engine);
    for (const channel of ['C1', 'C2', 'C3']) await queuesIn(engine, channel, `${channel}a`, `${channel}b`);
    const answer = told.platform.hangs();
    const sending = engine.pump.run();
    await expect.poll(() => told.platform.tries.length, { interval: 5 }).toBe(3);
    const stopped = engine.heart.stop();
    answer();
    await Promise.all([sending, stopped]);
    await told.stops();
    const each = (a: string, b: string) => ({ C1a: a, C1b: b, C2a: a, C2b: b, C3a: a, C3b: b });
    expect(told.outbox()).toEqual(each('sent', 'pending'));

    const after = await told.starts();
    expect(await after.pump.run()).toBe(3);
    expect(told.outbox()).toEqual(each('sent', 'sent'));
    expect(told.platform.tries).toHaveLength(6);
    expect(told.platform.looks).toEqual([]);
  });
});
