import { answersBench } from './answers.ts';
import { dueBench } from './due.ts';

// `npm run bench -- NAME`: one line of JSON for each figure.
const benches: Readonly<Record<string, () => Iterable<object> | AsyncIterable<object>>> = {
  answers: answersBench,
  due: dueBench,
};

const [name = ''] = process.argv.slice(2);
const bench = benches[name];
if (!bench) {
  process.stderr.write(`Which bench? There is: ${Object.keys(benches).join(', ')}\n`);
  process.exitCode = 1;
} else {
  for await (const figure of bench()) process.stdout.write(`${JSON.stringify(figure)}\n`);
}
