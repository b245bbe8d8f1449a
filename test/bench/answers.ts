import { readFileSync } from 'node:fs';
import { readPhrasings } from '../../src/faq/read-phrasings.ts';
import { isAnswered, type Model, readModel, type Way } from '../../src/faq/understand/model.ts';
import { none, type Phrasing, parsePhrasings } from '../../src/faq/understand/phrasing.ts';
import { type Find, fuse, miniSearch } from './rivals.ts';

/** One figure of ours beside the same of a library that somebody might use instead. */
interface Figure {
  readonly bench: 'answers';
  readonly case: string;
  readonly value: number;
  readonly unit: 'share' | 'microseconds' | 'milliseconds' | 'bytes';
  readonly baseline: string;
  readonly baseline_value: number;
  readonly ratio: number;
  readonly runs: number;
  /** Between the fastest and the slowest run, as a share of the median; 0 for what does not vary. */
  readonly spread: number;
}

const root = new URL('../../../', import.meta.url);
const runs = 5;

interface Contender {
  readonly find: Find;
  /** The first topic that is one, however unsure. */
  readonly topicOf: (question: string) => string;
}

/**
 * Ours, MiniSearch and Fuse.js on the same texts: all three know the phrasings and are asked the
 * tuning texts. The libraries have no threshold of their own, so each may answer as many
 * questions as ours does, its surest ones; what differs is how many messages that are none of ours
 * come with them.
 */
export function* answersBench(): Generator<Figure> {
  const phrasings = readPhrasings(new URL('src/faq/phrasings/', root)).flat();
  const texts = parsePhrasings(readFileSync(new URL('test/faq/tuning.tsv', root), 'utf8'));
  const bytes = readFileSync(new URL('src/faq/model.bin', root));
  const model = readModel(bytes);
  const ours = contender((question) => ({ topic: model.guess(question).topics[0] ?? none, score: 0 }));
  const questions = phrasings.filter(({ topic }) => topic !== none);
  const rivals = {
    minisearch: { all: contender(miniSearch(phrasings)), topics: contender(miniSearch(questions)) },
    'fuse.js': { all: contender(fuse(phrasings)), topics: contender(fuse(questions)) },
  };
  const own = accuracy(ours, texts);
  const ownTime = time(ours, texts, texts.length);
  for (const [baseline, { all, topics }] of Object.entries(rivals)) {
    yield figure('exact topic', own, 'share', baseline, accuracy(topics, texts));
    for (const way of ['asked', 'unprompted'] as const) {
      const { answered, falsely } = answersOf(model, texts, way);
      yield figure(`false answers, ${way}`, falsely, 'share', baseline, falselyWhen(all, texts, answered));
    }
    // Fuse.js takes a tenth of a second for one question: some are enough.
    const theirs = time(topics, texts, 40);
    yield { ...figure('one question', ownTime.median, 'microseconds', baseline, theirs.median), ...ownTime.measured };
  }
  const load = timed(() => readModel(bytes));
  const index = timed(() => miniSearch(phrasings));
  yield { ...figure('load', load.median / 1e3, 'milliseconds', 'minisearch', index.median / 1e3), ...load.measured };
}

function contender(find: Find): Contender {
  return { find, topicOf: (question) => find(question).topic };
}

function figure(name: string, value: number, unit: Figure['unit'], baseline: string, theirs: number): Figure {
  const [a, b, ratio] = [value, theirs, value / theirs].map((number) => Math.round(number * 1e4) / 1e4);
  const shown = { value: a ?? 0, unit, baseline, baseline_value: b ?? 0, ratio: ratio ?? 0 };
  return { bench: 'answers', case: name, ...shown, runs: 1, spread: 0 };
}

function accuracy({ topicOf }: Contender, texts: readonly Phrasing[]): number {
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

/** The share of messages that are none of ours among those answered when so many questions are. */
function falselyWhen({ find }: Contender, texts: readonly Phrasing[], answered: number): number {
  const found = texts.map(({ topic, text }) => {
    const { topic: said, score } = find(text);
    return { real: topic !== none, score: said === none ? Number.NEGATIVE_INFINITY : score };
  });
  const scores = found
    .filter(({ real }) => real)
    .map(({ score }) => score)
    .sort((a, b) => b - a);
  const from = scores[Math.min(scores.length, Math.round(answered * scores.length)) - 1] ?? Number.POSITIVE_INFINITY;
  const others = found.filter(({ real }) => !real);
  return others.filter(({ score }) => score >= from && score > Number.NEGATIVE_INFINITY).length / others.length;
}

/** Microseconds for one question, the median of the runs. */
function time({ topicOf }: Contender, texts: readonly Phrasing[], count: number): ReturnType<typeof timed> {
  const some = texts.slice(0, count);
  return timed(() => some.forEach(({ text }) => void topicOf(text)), some.length);
}

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
