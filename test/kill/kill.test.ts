import { expect, test } from 'vitest';
import { seeded } from '../support/seeded.ts';
import { playRound } from './round.ts';

// The long lane is `npm run test:kill`.
test('D1 D2 Q1 S2: a bot that is killed in migrations, commits, checkpoints and batches loses, doubles and halves nothing', async () => {
  const report = await playRound(14, seeded(9));
  expect(report.wrong).toEqual([]);
  expect(Object.keys(report.kills)).toHaveLength(6);
  expect(report.confirmed).toBeGreaterThan(5);
  expect(report.arrived).toBeGreaterThan(0);
  expect(report.questions.answered).toBeGreaterThan(0);
}, 300_000);
