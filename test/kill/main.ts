import { parseArgs } from 'node:util';
import { say, wholeNumber } from '../support/lane.ts';
import { seeded } from '../support/seeded.ts';
import { playRound } from './round.ts';

// `npm run test:kill -- --kills N --seed S`: a real bot on a real file is killed N times, in rounds of
// `--round` kills (250) that each begin with an empty file.

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    round: { type: 'string', default: '250' },
  },
});

const [kills, seed, perRound] = [
  wholeNumber(values, 'kills'),
  wholeNumber(values, 'seed'),
  wholeNumber(values, 'round'),
];
const began = performance.now();
const total: Record<string, number> = {};
let [done, confirmed, arrived, taken, answered] = [0, 0, 0, 0, 0];
let wrong: readonly string[] = [];
for (let round = 0; done < kills && wrong.length === 0; round += 1) {
  const report = await playRound(Math.min(perRound, kills - done), seeded(seed + round));
  for (const [kind, count] of Object.entries(report.kills)) {
    total[kind] = (total[kind] ?? 0) + count;
    done += count;
  }
  confirmed += report.confirmed;
  arrived += report.arrived;
  taken += report.questions.taken;
  answered += report.questions.answered;
  ({ wrong } = report);
  for (const line of wrong) say(`Seed ${seed + round} goes wrong: ${line}`);
  say(`${done} kills, ${Math.round((performance.now() - began) / 1_000)} s`);
}
const kinds = Object.entries(total).map(([kind, count]) => `${count} ${kind}`);
say(
  `${done} kills (${kinds.join(', ')}); ${confirmed} things confirmed, ${arrived} messages arrived; ${answered} of ${taken} questions answered.`,
);
say(wrong.length === 0 ? 'Nothing confirmed was lost, nothing was doubled or half done.' : 'This must not be.');
if (wrong.length > 0) process.exitCode = 1;
