import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadTopics } from '../../../../src/faq/load-answers.ts';
import { readPhrasings } from '../../../../src/faq/read-phrasings.ts';
import { readModel } from '../../../../src/faq/understand/model.ts';
import { none } from '../../../../src/faq/understand/phrasing.ts';
import { exp, log } from '../../../../src/faq/understand/steady-math.ts';
import { train } from '../../../../src/faq/understand/train.ts';

const sources = new URL('../../../../src/faq/', import.meta.url);
const file = readFileSync(new URL('model.bin', sources));
const hands = readPhrasings(new URL('phrasings/', sources));

/** Three small hands, in words that no topic shares. */
const small = ['my', 'the', 'a'].map((start) =>
  ['cat', 'dog', 'rain'].flatMap((thing) =>
    ['sleeps', 'eats', 'runs', 'waits', 'comes', 'goes'].map((does) => ({
      topic: thing === 'rain' ? none : `${thing}s`,
      text: `${start} ${thing} ${does}?`,
    })),
  ),
);

describe('training', () => {
  test('gives the file in git, to the byte: after a change of phrasings run npm run train', {
    timeout: 300_000,
  }, () => {
    expect(Buffer.compare(train(hands), file)).toBe(0);
  });

  test('learns what it is shown, and packs it so that it can be read', () => {
    const model = readModel(train(small));
    expect(model.topics).toEqual(['cats', 'dogs']);
    expect(model.guess('does the dog sleep?').topics[0]).toBe('dogs');
    expect(model.guess('will the cat come?').topics[0]).toBe('cats');
    expect(model.guess('will the cat come?').question).toBeGreaterThan(model.guess('will rain come?').question);
  });

  test('knows every topic of the catalogue, and no other', () => {
    const topics = loadTopics(new URL('topics.yaml', sources));
    expect([...readModel(file).topics].sort()).toEqual([...topics.keys()].sort());
    expect(new Set(hands.flat().map(({ topic }) => topic))).toEqual(new Set([...topics.keys(), none]));
  });
});

describe('a file that is no model', () => {
  test.each([
    ['empty', new Uint8Array()],
    ['something else', new TextEncoder().encode('topic\ttext\n')],
    ['cut short', file.subarray(0, -1)],
    ['cut in its head', file.subarray(0, 40)],
  ])('is refused: %s', (_, bytes) => {
    expect(() => readModel(bytes)).toThrow(/model/u);
  });
});

test('our own exp and log are those of mathematics', () => {
  for (let power = -50; power <= 50; power += 0.37) {
    expect(exp(power) / Math.exp(power)).toBeCloseTo(1, 12);
    expect(log(Math.exp(power))).toBeCloseTo(power, 10);
  }
});
