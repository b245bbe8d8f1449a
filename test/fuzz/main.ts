import { parseArgs } from 'node:util';
import { fuzzSlack } from './slack/run.ts';

// `npm run test:fuzz -- --inputs N --seed S`: N hostile requests to the whole bot on a Slack workspace.

const { values } = parseArgs({
  options: { inputs: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
});

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function numberOf(name: 'inputs' | 'seed'): number {
  const number = Number(values[name]);
  if (!Number.isSafeInteger(number) || number < 1) throw new Error(`--${name} takes a whole number from 1 on`);
  return number;
}

const began = performance.now();
const { inputs, statuses, looked, wrong } = await fuzzSlack({ inputs: numberOf('inputs'), seed: numberOf('seed') });
for (const [way, counts] of Object.entries(statuses)) {
  const all = Object.entries(counts).map(([status, count]) => `${count} × ${status}`);
  say(`${way}: ${all.join(', ')}`);
}
say(`${inputs} inputs, ${looked} payloads looked through, ${Math.round((performance.now() - began) / 1_000)} s.`);
for (const line of wrong) say(`- ${line}`);
say(
  wrong.length === 0
    ? 'Nothing crashed, pinged, linked, told or changed what is somebody else’s.'
    : 'This must not be.',
);
if (wrong.length > 0) process.exitCode = 1;
