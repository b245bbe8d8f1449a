import { readFileSync } from 'node:fs';
import { readPhrasings } from '../../src/faq/read-phrasings.ts';
import { isAnswered, type Model, readModel, type Way } from '../../src/faq/understand/model.ts';
import { none, type Phrasing, parsePhrasings } from '../../src/faq/understand/phrasing.ts';
import { type Find, type Found, fuse, miniSearch } from './rivals.ts';

/** One figure of ours beside the same of a library that somebody might use instead. */
interface Figure {
  readonly bench: 'answers';
  readonly case: string;
  readonly value: number;
  readonly unit: 'share' | 'microseconds' | 'milliseconds';
  readonly baseline: string;
  readonly baseline_value: number;
  readonly ratio: number;
  readonly runs: number;
  /** Between the fastest and the slowest run of ours, as a share of the median; 0 for what does not vary. */
  readonly spread: number;
}

const root = new URL('../../../', import.meta.url);
const runs = 5;

/** Fuse.js takes a second or two for each question, so it is asked every so many of them. */
const baselines = [
  { name: 'minisearch', learn: miniSearch, every: 1 },
  { name: 'fuse.js', learn: fuse, every: 16 },
] as const;

/**
 * Ours, MiniSearch and Fuse.js on the same texts: all three know the phrasings and are asked the
 * tuning texts. The libraries have no threshold, so each may answer as many questions as ours
 * does, its surest; what is compared is how many messages that are none of ours come with them.
 */
export function* answersBench(): Generator<Figure> {
  const phrasings = readPhrasings(new URL('src/faq/phrasings/', root)).flat();
  const all = parsePhrasings(readFileSync(new URL('test/faq/tuning.tsv', root), 'utf8'));
  const bytes = readFileSync(new URL('src/faq/model.bin', root));
  const model = readModel(bytes);
  const load = timed(() => readModel(bytes));
  for (const { name, learn, every } of baselines) {
    const texts = all.filter((_, index) => index % every === 0);
    const from = performance.now();
    const find = learn(phrasings);
    yield { ...figure('load', load.median / 1e3, 'milliseconds', name, performance.now() - from), ...load.measured };
    const theirs = findAll(find, texts);
    const own = (text: string) => model.guess(text).topics[0] ?? none;
    yield figure(`exact topic, ${texts.length} texts`, accuracy(texts, own), 'share', name, theirs.accuracy);
    for (const way of ['asked', 'unprompted'] as const) {
      const { answered, falsely } = answersOf(model, texts, way);
      yield figure(`false answers, ${way}`, falsely, 'share', name, theirs.falselyWhen(answered));
    }
    const time = timed(() => {
      for (const { text } of all) own(text);
    }, all.length);
    yield { ...figure('one question', time.median, 'microseconds', name, theirs.microseconds), ...time.measured };
  }
}

function figure(name: string, value: number, unit: Figure['unit'], baseline: string, theirs: number): Figure {
  const rounded = (number: number) => Math.round(number * 1e4) / 1e4;
  const both = { value: rounded(value), unit, baseline, baseline_value: rounded(theirs) };
  return { bench: 'answers', case: name, ...both, ratio: rounded(value / theirs), runs: 1, spread: 0 };
}

function accuracy(texts: readonly Phrasing[], topicOf: (text: string) => string): number {
  const asked = texts.filter(({ topic }) => topic !== none);
  return asked.filter(({ topic, text }) => topicOf(text) === topic).length / asked.length;
}

function answersOf(model: Model, texts: readonly Phrasing[], way: Way): { answered: number; falsely: number } {
  const share = (some: readonly Phrasing[]) =>
    some.filter(({ text }) => isAnswered(model.judgement, model.guess(text), way)).length / some.length;
  return {
    answered: share(texts.filter(({ topic }) => topic !== none)),
    falsely: share(texts.filter(({ topic }) => topic === none)),
  };
}

/** Asks a library every text once. */
function findAll(find: Find, texts: readonly Phrasing[]) {
  const from = performance.now();
  const found = new Map<string, Found>(texts.map(({ text }) => [text, find(text)]));
  const microseconds = ((performance.now() - from) * 1e3) / texts.length;
  const sureness = ({ text }: Phrasing): number => {
    const one = found.get(text);
    return !one || one.first === none ? Number.NEGATIVE_INFINITY : one.score;
  };
  return {
    microseconds,
    accuracy: accuracy(texts, (text) => found.get(text)?.topic ?? none),
    /** The share of messages that are none of ours among what is answered when so many questions are. */
    falselyWhen(answered: number): number {
      const real = texts.filter(({ topic }) => topic !== none).map(sureness);
      const others = texts.filter(({ topic }) => topic === none).map(sureness);
      const least = real.sort((a, b) => b - a)[Math.max(1, Math.round(answered * real.length)) - 1] ?? 0;
      return others.filter((score) => score >= least && Number.isFinite(score)).length / others.length;
    },
  };
}

/** Microseconds for each part of the work, the median of the runs. */
function timed(work: () => unknown, parts = 1) {
  const times = Array.from({ length: runs }, () => {
    const from = performance.now();
    work();
    return ((performance.now() - from) * 1e3) / parts;
  }).sort((a, b) => a - b);
  const median = times[Math.floor(runs / 2)] ?? 0;
  const spread = Math.round((((times.at(-1) ?? 0) - (times[0] ?? 0)) / median) * 100) / 100;
  return { median, measured: { runs, spread } };
}
