import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../../../src/bot.ts';
import { readPhrasings } from '../../../../src/faq/read-phrasings.ts';
import { readModel } from '../../../../src/faq/understand/model.ts';
import { parsePhrasings } from '../../../../src/faq/understand/phrasing.ts';
import { figuresOf, neighboursIn } from '../../../bench/figures.ts';

const model = readModel(readFileSync(new URL('../../../../src/faq/model.bin', import.meta.url)));
const tuning = parsePhrasings(readFileSync(new URL('../../../faq/tuning.tsv', import.meta.url), 'utf8'));
const judged = tuning.map((phrasing) => ({ phrasing, guess: model.guess(phrasing.text) }));
const figures = figuresOf(judged, model.judgement, neighboursIn(loadKnowledge().faq.answers.values()));

const unseen = parsePhrasings(readFileSync(new URL('../../../faq/unseen.tsv', import.meta.url), 'utf8'));

describe('on texts by people who had seen nothing of it', () => {
  const met = unseen.map((phrasing) => ({ phrasing, guess: model.guess(phrasing.text) }));
  const theirs = figuresOf(met, model.judgement, neighboursIn(loadKnowledge().faq.answers.values()));

  test('nearly every question is understood', () => {
    expect(theirs.exact).toBeGreaterThan(0.95);
    expect(theirs.near).toBeGreaterThan(0.97);
  });

  test('where nobody asked it speaks up for most questions, and hardly ever for anything else', () => {
    expect(theirs.unprompted.answered).toBeGreaterThan(0.8);
    expect(theirs.unprompted.rightly).toBeGreaterThan(0.95);
    expect(theirs.unprompted.falsely).toBeLessThan(0.01);
  });

  test('asked what is none of ours, it mostly says so', () => {
    expect(theirs.asked.falsely).toBeLessThan(0.2);
  });
});

// A guard against getting worse, not a claim: these texts were looked at while the model was made.
describe('on the tuning texts, which are no part of the training', () => {
  test('the likeliest topic is mostly the right one, and the right one mostly among three', () => {
    expect(figures.exact).toBeGreaterThan(0.91);
    expect(figures.near).toBeGreaterThan(0.93);
    expect(figures.inFirstThree).toBeGreaterThan(0.97);
  });

  test('what nobody asked is passed over, and what is answered unasked is right', () => {
    expect(figures.unprompted.falsely).toBeLessThan(0.01);
    expect(figures.unprompted.rightly).toBeGreaterThan(0.95);
    expect(figures.unprompted.answered).toBeGreaterThan(0.4);
  });

  test('of what is asked and none of ours, little is answered, and most of ours is', () => {
    expect(figures.asked.falsely).toBeLessThan(0.1);
    expect(figures.asked.answered).toBeGreaterThan(0.93);
  });

  test('the confidence means how often it is right: over all, and in each third', () => {
    expect(Math.abs(figures.overconfidence)).toBeLessThan(0.06);
    const sorted = [...judged].sort((a, b) => a.guess.confidence - b.guess.confidence);
    const third = Math.ceil(sorted.length / 3);
    for (let at = 0; at < sorted.length; at += third) {
      const some = sorted.slice(at, at + third);
      const said = some.reduce((sum, { guess }) => sum + guess.confidence, 0) / some.length;
      const right = some.filter(({ phrasing, guess }) => guess.topics[0] === phrasing.topic).length / some.length;
      expect(Math.abs(said - right)).toBeLessThan(0.12);
    }
  });

  test('no text is in the training, too', () => {
    const hands = readPhrasings(new URL('../../../../src/faq/phrasings/', import.meta.url));
    const known = new Set(hands.flat().map(({ text }) => text));
    expect(tuning.filter(({ text }) => /\p{L}/u.test(text) && known.has(text))).toEqual([]);
  });
});
