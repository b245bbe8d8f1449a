import { readFileSync } from 'node:fs';
import { loadAnswers } from '../../src/faq/load-answers.ts';
import { readPhrasings } from '../../src/faq/read-phrasings.ts';
import { guessFrom, type Judgement, readModel } from '../../src/faq/understand/model.ts';
import { parsePhrasings } from '../../src/faq/understand/phrasing.ts';
import { heldOut, judge } from '../../src/faq/understand/train.ts';
import { loadPacks } from '../../src/packs/load-packs.ts';
import { confusions, figuresOf, type Judged, neighboursIn } from './figures.ts';

// `npm run measure -- FILE`: the figures of the model in git on `topic<TAB>text` lines, with what it
// takes for what. Without a file: the figures on the phrasings' own authors, each left out in turn.
const root = new URL('../../../', import.meta.url);
const packs = loadPacks(new URL('src/packs/', root));
const isNear = neighboursIn(loadAnswers(new URL('src/faq/answers/', root), packs.rows).values());
const [file] = process.argv.slice(2);

function print(name: string, judged: readonly Judged[], judgement: Judgement): void {
  const rounded = JSON.stringify({ of: name, ...figuresOf(judged, judgement, isNear) }, (_, value) =>
    typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value,
  );
  process.stdout.write(`${rounded}\n`);
}

if (file === undefined) {
  const held = heldOut(readPhrasings(new URL('src/faq/phrasings/', root)));
  const judgement = judge(held);
  const judged = held.map(({ phrasing, scores }) => ({ phrasing, guess: guessFrom(judgement, scores) }));
  print('hands left out', judged, judgement);
} else {
  const model = readModel(readFileSync(new URL('src/faq/model.bin', root)));
  const phrasings = parsePhrasings(readFileSync(file, 'utf8'));
  const judged = phrasings.map((phrasing) => ({ phrasing, guess: model.guess(phrasing.text) }));
  print(file, judged, model.judgement);
  for (const [pair, count] of confusions(judged).slice(0, 25)) process.stdout.write(`${count} ${pair}\n`);
}
