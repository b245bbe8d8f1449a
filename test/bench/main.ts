import { acknowledgeBench } from './acknowledge.ts';
import { answersBench } from './answers.ts';
import { discordBench } from './discord.ts';
import { dueBench } from './due.ts';

// `npm run bench -- NAME`: one line of JSON for each figure; without a name, all of them.
const benches: Readonly<Record<string, () => Iterable<object> | AsyncIterable<object>>> = {
  acknowledge: acknowledgeBench,
  answers: answersBench,
  discord: discordBench,
  due: dueBench,
};

const [name] = process.argv.slice(2);
const chosen = name === undefined ? Object.values(benches) : [benches[name]];
for (const bench of chosen) {
  if (bench) for await (const figure of bench()) process.stdout.write(`${JSON.stringify(figure)}\n`);
  else {
    process.stderr.write(`Which bench? There is: ${Object.keys(benches).join(', ')}\n`);
    process.exitCode = 1;
  }
}
