import { parseArgs } from 'node:util';
import { say, wholeNumber } from '../support/lane.ts';
import { fuzzDiscord } from './discord/run.ts';
import type { FuzzOptions, FuzzReport } from './report.ts';
import { fuzzSlack } from './slack/run.ts';

// `npm run test:fuzz -- --platform P --inputs N --seed S`: N hostile inputs to the whole bot on each platform, or on one.

const platforms: Readonly<Record<string, (options: FuzzOptions) => Promise<FuzzReport>>> = {
  slack: fuzzSlack,
  discord: fuzzDiscord,
};

const { values } = parseArgs({
  options: {
    platform: { type: 'string' },
    inputs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
  },
});

const chosen = Object.entries(platforms).filter(([name]) => values.platform === undefined || name === values.platform);
if (chosen.length === 0) throw new Error(`--platform takes one of ${Object.keys(platforms).join(', ')}`);

for (const [platform, fuzz] of chosen) {
  const began = performance.now();
  const { inputs, statuses, looked, wrong } = await fuzz({
    inputs: wholeNumber(values, 'inputs'),
    seed: wholeNumber(values, 'seed'),
  });
  for (const [way, counts] of Object.entries(statuses)) {
    const all = Object.entries(counts).map(([status, count]) => `${count} × ${status}`);
    say(`${way}: ${all.join(', ')}`);
  }
  const seconds = Math.round((performance.now() - began) / 1_000);
  say(`${platform}: ${inputs} inputs, ${looked} payloads looked through, ${seconds} s.`);
  for (const line of wrong) say(`- ${line}`);
  say(
    wrong.length === 0
      ? 'Nothing crashed, pinged, linked, told or changed what is somebody else’s.'
      : 'This must not be.',
  );
  if (wrong.length > 0) process.exitCode = 1;
}
