import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allDms, createPacer, unevenness, wholePlatform, workspaceScope } from '../../../src/delivery/pacer.ts';

const second = 1_000;
const perSecond = (count: number) => ({ count, milliseconds: second });

describe('a pacer without limits', () => {
  it('lets everybody go, whenever', () => {
    const pacer = createPacer({});
    for (let count = 0; count < 100; count += 1) {
      expect(pacer.mayGoAt('W1/C1', 'send', 5)).toBe(5);
      pacer.goes('W1/C1', 'send', 5);
    }
  });
});

describe('a rate', () => {
  it('lets so many go at once, and the next when the first counts no more', () => {
    const pacer = createPacer({ place: perSecond(2) });
    pacer.goes('W1/C1', 'send', 0);
    expect(pacer.mayGoAt('W1/C1', 'send', 300)).toBe(300);
    pacer.goes('W1/C1', 'send', 300);
    expect(pacer.mayGoAt('W1/C1', 'send', 400)).toBe(second + unevenness);
    expect(pacer.mayGoAt('W1/C1', 'send', 1_100)).toBe(1_100);
  });

  it.each([
    ['of a place is its own', { place: perSecond(1) }, ['W1/C1'], ['W1/C2', 'W2/C1', 'W1/@C1']],
    ['of a workspace is for all of its places', { workspace: perSecond(1) }, ['W1/C1', 'W1/@U1'], ['W2/C1', 'W10/C1']],
    ['of everything is for all', { everywhere: perSecond(1) }, ['W1/C1', 'W2/C9', '/@U1'], []],
  ])('%s', (_, pace, full, free) => {
    const pacer = createPacer(pace);
    pacer.goes('W1/C1', 'send', 0);
    expect(full.map((place) => pacer.mayGoAt(place, 'send', 10))).toEqual(full.map(() => second + unevenness));
    expect(free.map((place) => pacer.mayGoAt(place, 'send', 10))).toEqual(free.map(() => 10));
  });

  it('of openings counts the first DM to a person, and no channel', () => {
    const pacer = createPacer({ openings: perSecond(1) });
    pacer.goes('W1/C1', 'send', 0);
    pacer.goes('W1/@U1', 'send', 0);
    expect(pacer.mayGoAt('W1/@U1', 'send', 1)).toBe(1);
    expect(pacer.mayGoAt('W1/C2', 'send', 1)).toBe(1);
    expect(pacer.mayGoAt('W1/@U2', 'send', 1)).toBe(second + unevenness);
    expect(pacer.mayGoAt('W2/@U2', 'send', 1)).toBe(1);
  });

  it('of everything counts the requests of a first message', () => {
    const pacer = createPacer({ everywhere: perSecond(4), first: 2 });
    pacer.goes('G1/C1', 'send', 0);
    pacer.goes('G1/C1', 'send', 100);
    expect(pacer.mayGoAt('G1/C1', 'send', 200)).toBe(second + unevenness);
  });

  it('of looks is no business of messages, and theirs none of looks', () => {
    const pacer = createPacer({ looks: perSecond(1), workspace: perSecond(1), place: perSecond(1) });
    pacer.goes('W1/C1', 'look', 0);
    expect(pacer.mayGoAt('W1/C1', 'send', 1)).toBe(1);
    pacer.goes('W1/C1', 'send', 1);
    expect(pacer.mayGoAt('W1/C2', 'look', 2)).toBe(second + unevenness);
    expect(pacer.mayGoAt('W2/C1', 'look', 2)).toBe(2);
  });

  it('is kept in every stretch of time, by those who go as soon as they may', () => {
    const gaps = fc.array(fc.nat({ max: 400 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), gaps, (count, waits) => {
        const pacer = createPacer({ place: perSecond(count) });
        const left: number[] = [];
        let now = 0;
        for (const wait of waits) {
          now = Math.max(now + wait, pacer.mayGoAt('W1/C1', 'send', now + wait));
          expect(pacer.mayGoAt('W1/C1', 'send', now)).toBe(now);
          pacer.goes('W1/C1', 'send', now);
          pacer.tidy(now);
          left.push(now);
          expect(left.filter((at) => at > now - second).length).toBeLessThanOrEqual(count);
        }
      }),
    );
  });
});

describe('D10: a wait that a platform asked for', () => {
  it.each([
    ['for a place', 'W1/C1', ['W1/C1'], ['W1/C2', 'W2/C1', '/@U1']],
    ['for a workspace', workspaceScope('W1/C1'), ['W1/C1', 'W1/@U1'], ['W10/C1', 'W2/C1', '/@U1']],
    ['for DMs that belong to no workspace', workspaceScope('/@U1'), ['/@U1', '/@U2'], ['W1/C1', 'W1/@U1']],
    ['for all DMs', allDms, ['/@U1', 'W1/@U1'], ['W1/C1']],
    ['for everything', wholePlatform, ['W1/C1', 'W2/C1', '/@U1'], []],
  ])('%s holds up that and no more, to the millisecond', (_, scope, held, free) => {
    const pacer = createPacer({});
    pacer.hold(scope, 7_001);
    for (const place of held) {
      expect([place, pacer.mayGoAt(place, 'send', 0)]).toEqual([place, 7_001]);
      expect([place, pacer.mayGoAt(place, 'send', 7_000)]).toEqual([place, 7_001]);
      expect([place, pacer.mayGoAt(place, 'send', 7_001)]).toEqual([place, 7_001]);
    }
    expect(free.map((place) => pacer.mayGoAt(place, 'send', 5))).toEqual(free.map(() => 5));
  });

  it('is not made shorter by another one', () => {
    const pacer = createPacer({});
    pacer.hold('W1/C1', 9_000);
    pacer.hold('W1/C1', 2_000);
    pacer.tidy(8_999);
    expect(pacer.mayGoAt('W1/C1', 'send', 3_000)).toBe(9_000);
  });
});
