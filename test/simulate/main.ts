import { parseArgs } from 'node:util';
import { say, wholeNumber } from '../support/lane.ts';
import { type Failure, simulate } from './run.ts';
import { rush } from './rush.ts';
import { sendBeforeRow } from './simulation.ts';

// `npm run test:simulate -- --schedules N --seed S`: plays the outbox through N schedules of faults.
// `--plant send-before-row` puts a fault into the engine, which must be seen.
// `--rush N`: instead, N messages that are due at once in a thousand communities, for each platform.

const plants = { 'send-before-row': sendBeforeRow } as const;

const { values } = parseArgs({
  options: {
    schedules: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    plant: { type: 'string' },
    rush: { type: 'string' },
  },
});

function plantOf(name: string | undefined) {
  if (name === undefined) return undefined;
  if (name in plants) return plants[name as keyof typeof plants];
  throw new Error(`There is no plant ${name}; there is: ${Object.keys(plants).join(', ')}`);
}

function tell({ seed, schedule, wrong, story }: Failure): void {
  say(`Seed ${seed} goes wrong:`, ...wrong.map((line) => `- ${line}`), 'What happened, made as small as it can be:');
  say(...story, 'The schedule:', JSON.stringify(schedule));
}

/** Whether all went as it must. */
async function playSchedules(): Promise<boolean> {
  const plant = plantOf(values.plant);
  const began = performance.now();
  const { played, crashes, copies, failure } = await simulate({
    schedules: wholeNumber(values, 'schedules'),
    seed: wholeNumber(values, 'seed'),
    plant,
  });
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  say(`${played} schedules with ${crashes} crashes and ${copies} messages that arrived, in ${seconds} s.`);
  if (failure) tell(failure);
  else say('Nothing was lost, doubled where it could be looked for, or sent too early.');
  if (!plant) return failure === undefined;
  say(failure ? 'The planted fault was seen.' : 'The planted fault was NOT seen.');
  return failure !== undefined;
}

async function rushAll(messages: number): Promise<boolean> {
  let well = true;
  for (const platform of ['slack', 'discord'] as const) {
    const { total, sustained, tooMany, milliseconds } = await rush({
      platform,
      communities: 1_000,
      messages,
      seed: wholeNumber(values, 'seed'),
    });
    const percent = (sustained * 100).toFixed(1);
    say(
      `${platform}: ${total} messages at ${percent} % of the rate that its limits allow, ${tooMany} times "too many",`,
    );
    say(`  ${(milliseconds / total).toFixed(2)} ms of work for each.`);
    well &&= tooMany === 0 && sustained >= 0.95;
  }
  return well;
}

const well = values.rush === undefined ? await playSchedules() : await rushAll(wholeNumber(values, 'rush'));
if (!well) process.exitCode = 1;
