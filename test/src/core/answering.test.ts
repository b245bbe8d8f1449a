import { describe, expect, test } from 'vitest';
import { type Answerer, answer } from '../../../src/core/answering.ts';
import type { Outcome } from '../../../src/core/ports.ts';
import { file, paragraph, reply } from '../../../src/core/reply.ts';

const quick: Outcome = { kind: 'replied', visibility: 'private', reply: { blocks: [] } };

const picture = file({ name: 'board.png', mime: 'image/png', alt: 'A board', bytes: new Uint8Array([1]) });
const withPicture: Outcome = { ...quick, reply: reply(paragraph(['Your board']), picture) };

/** Work and sleep that end when the test says so, and a record of what the platform was told. */
function scene(outcome = quick) {
  const told: string[] = [];
  const slept: number[] = [];
  let finish: () => void = () => undefined;
  let wake: () => void = () => undefined;
  const work = new Promise<Outcome>((resolve) => {
    finish = () => resolve(outcome);
  });
  const sleep = (milliseconds: number) => {
    slept.push(milliseconds);
    return new Promise<void>((resolve) => {
      wake = resolve;
    });
  };
  const answerer = {
    respond: async () => void told.push('respond'),
    defer: async () => void told.push('defer'),
    deliver: async () => void told.push('deliver'),
  } satisfies Answerer;
  return { told, slept, work, sleep, answerer, finish: () => finish(), wake: () => wake() };
}

describe('the answering rule', () => {
  test('a quick outcome is the first response', async () => {
    const { told, work, sleep, answerer, finish } = scene();
    finish();
    await answer(work, answerer, false, sleep);
    expect(told).toEqual(['respond']);
  });

  test('after a second the platform is told to wait, and the outcome follows', async () => {
    const { told, slept, work, sleep, answerer, finish, wake } = scene();
    const done = answer(work, answerer, false, sleep);
    wake();
    await new Promise((resolve) => setImmediate(resolve));
    expect(told).toEqual(['defer']);
    finish();
    await done;
    expect(told).toEqual(['defer', 'deliver']);
    expect(slept).toEqual([1_000]);
  });

  test.each([false, true])('files follow a sign of life, for sending them takes time', async (firstResponseMatters) => {
    const { told, work, sleep, answerer, finish } = scene(withPicture);
    finish();
    await answer(work, answerer, firstResponseMatters, sleep);
    expect(told).toEqual(['defer', 'deliver']);
  });

  test('a form is waited for longer, for it can only be the first response', async () => {
    const { slept, work, sleep, answerer, finish } = scene();
    finish();
    await answer(work, answerer, true, sleep);
    expect(slept[0]).toBeGreaterThan(2_000);
    expect(slept[0]).toBeLessThan(3_000);
  });
});
