import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMilliseconds } from '../../../src/dates/calendar.ts';
import type { Engine } from '../../support/engine.ts';
import { morning, nine, story, withDigest, withLetters } from './story.ts';

/** What a power cut leaves of a process: nothing that it wanted to do next happens. */
function powerUntil(last: number) {
  let steps = 0;
  const step = (): void => {
    steps += 1;
    if (steps > last) throw new Error('power cut');
  };
  return { step, failed: () => steps > last };
}

interface Told {
  readonly arrived: readonly string[];
  readonly outbox: Readonly<Record<string, string>>;
  readonly nextAt: string | null | undefined;
  readonly toldOf: readonly string[];
}

/**
 * The morning of a digest and of a reminder, in which the power fails after so many steps, once
 * for each number; then it stays, and two more minutes pass.
 */
async function morningWithPowerCuts(
  cuts: readonly number[],
  history: 'readable' | 'unreadable' = 'readable',
): Promise<Told & { readonly failures: number; readonly doubts: readonly boolean[] }> {
  const told = story(morning);
  const before = await told.starts();
  await withDigest(before);
  const maya = await withLetters(before, ['L1', 'L2']);
  await told.stops();

  told.clock.set(nine);
  told.platform.setHistory(history);
  let failures = 0;
  for (const cut of cuts) {
    const power = powerUntil(cut);
    told.platform.onStep(power.step);
    await told
      .starts({ step: power.step })
      .then(({ heart }) => heart.beat())
      .catch(() => undefined);
    if (power.failed()) failures += 1;
    await told.stops();
    told.clock.set(addMilliseconds(told.clock.now(), 10_000));
  }

  told.platform.onStep(() => undefined);
  const after = await told.starts();
  for (let minute = 0; minute < 3; minute += 1) {
    await after.heart.beat();
    told.clock.set(addMilliseconds(told.clock.now(), 60_000));
  }
  return {
    arrived: told.platform.keys(),
    doubts: told.platform.arrived.map(({ about }) => about.inDoubt),
    outbox: told.outbox(),
    failures,
    ...(await lookInto(after, maya)),
  };
}

function lookInto({ transact }: Engine, maya: string) {
  return transact(async ({ digests, agenda }) => ({
    nextAt: (await digests.get('D1'))?.nextAt,
    toldOf: [...(await agenda.told(maya))],
  }));
}

const kinds = (keys: readonly string[]) => keys.map((key) => key.split(':')[0]).toSorted();

describe('a power cut', () => {
  it('D1 D2: at any step of a morning loses nothing and doubles nothing that could be looked for', async () => {
    let cut = 0;
    for (let failed = true; failed; cut += 1) {
      const { arrived, outbox, nextAt, toldOf, failures } = await morningWithPowerCuts([cut]);
      expect([cut, kinds(arrived)]).toEqual([cut, ['day', 'digest']]);
      expect([cut, Object.values(outbox)]).toEqual([cut, ['sent', 'sent']]);
      expect([cut, nextAt, toldOf]).toEqual([
        cut,
        '2027-09-17T13:00:00.000Z',
        ['nudge:L1:2027-09-30', 'nudge:L2:2027-09-30'],
      ]);
      failed = failures > 0;
    }
    // Recovering, planning, looking, and taking, sending and recording each of two messages.
    expect(cut).toBeGreaterThan(20);
  });

  it('D1 D2: at any step leaves at most one copy too many where nobody can look, and says so in it', async () => {
    for (let cut = 0; cut < 30; cut += 1) {
      const { arrived, doubts, outbox } = await morningWithPowerCuts([cut], 'unreadable');
      expect([cut, new Set(kinds(arrived))]).toEqual([cut, new Set(['day', 'digest'])]);
      expect([cut, Object.values(outbox)]).toEqual([cut, ['sent', 'sent']]);
      for (const kind of ['day', 'digest']) {
        const copies = doubts.filter((_, index) => arrived[index]?.startsWith(kind));
        expect([cut, kind, copies.slice(0, -1)]).toEqual([cut, kind, copies.length > 1 ? [false] : []]);
      }
    }
  });

  it('after a power cut after a power cut changes nothing of that', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 28 }), { minLength: 2, maxLength: 4 }), async (cuts) => {
        const { arrived, outbox, nextAt, toldOf } = await morningWithPowerCuts(cuts);
        expect(kinds(arrived)).toEqual(['day', 'digest']);
        expect(Object.values(outbox)).toEqual(['sent', 'sent']);
        expect([nextAt, toldOf]).toEqual(['2027-09-17T13:00:00.000Z', ['nudge:L1:2027-09-30', 'nudge:L2:2027-09-30']]);
      }),
      { numRuns: 12 },
    );
  });
});
