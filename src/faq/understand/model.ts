import { likelihood, type Odds } from './odds.ts';
import { none } from './phrasing.ts';
import { log } from './steady-math.ts';
import { type Vector, type Vocabulary, vectorOf } from './vectors.ts';

/** What one text comes to. */
export interface Guess {
  /** Every topic, the likeliest first; `none` is not among them. */
  readonly topics: readonly string[];
  /** How likely it is that this is a question for the bot at all: 0 to 1. */
  readonly question: number;
  /** How often the first topic is right, of all messages that look like this one: 0 to 1. */
  readonly confidence: number;
}

/** How a message reached the bot: put to it, or said in a channel where nobody asked it. */
export type Way = 'asked' | 'unprompted';

/** What held-out texts taught about the scores. */
export interface Judgement {
  /** Whether it is a question for the bot: from the lead over `none`, and the gate. */
  readonly gate: Odds;
  /** Whether the first topic is the right one, if it is a question: from its lead over the second. */
  readonly topic: Odds;
  /** Both together. */
  readonly both: Odds;
  /** From how likely a question on a message is answered. */
  readonly answerFrom: Readonly<Record<Way, number>>;
}

/** Nobody is answered unasked with what is right less often than this. */
const unpromptedConfidence = 0.6;

/** Whether a message is answered with its likeliest topic. */
export function isAnswered(
  { answerFrom }: Pick<Judgement, 'answerFrom'>,
  { question, confidence }: Guess,
  way: Way,
): boolean {
  return question >= answerFrom[way] && (way === 'asked' || confidence >= unpromptedConfidence);
}

/** A trained model, ready to be asked. */
export interface Model {
  readonly topics: readonly string[];
  readonly judgement: Judgement;
  guess(text: string): Guess;
}

/** What a model is made of. The classes are the topics, `none` as the last. */
export interface Parts {
  readonly classes: readonly string[];
  readonly vocabulary: Vocabulary;
  /** For each feature and class a number from -7 to 7, by the feature's scale; the last row is the bias. */
  readonly cells: Int8Array;
  readonly scales: Float32Array;
  /** For each feature how much it speaks for a question, the bias last. */
  readonly gate: Float32Array;
}

/** The scores of a text, before anything is made of them. */
export interface Scores {
  readonly ranked: readonly string[];
  /** Of the first topic over the second. */
  readonly lead: number;
  /** Of the first topic over `none`. */
  readonly overNone: number;
  readonly gate: number;
}

export function scoresIn(parts: Parts, text: string): Scores | undefined {
  const vector = vectorOf(text, parts.vocabulary);
  if (vector.columns.length === 0) return undefined;
  const scores = classScores(parts, vector);
  const topics = parts.classes.slice(0, -1);
  const order = topics.map((_, index) => index).sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
  const [first = 0, second = 0] = order;
  return {
    ranked: order.map((index) => topics[index] as string),
    lead: (scores[first] as number) - (scores[second] as number),
    overNone: (scores[first] as number) - (scores[topics.length] as number),
    gate: gateScore(parts, vector),
  };
}

function classScores({ classes, cells, scales }: Parts, { columns, values }: Vector): Float64Array {
  const count = classes.length;
  const scores = new Float64Array(count);
  const addRow = (row: number, value: number): void => {
    const scale = value * (scales[row] as number);
    for (let k = 0; k < count; k += 1) scores[k] = (scores[k] as number) + scale * (cells[row * count + k] as number);
  };
  addRow(scales.length - 1, 1);
  columns.forEach((column, at) => {
    addRow(column, values[at] as number);
  });
  return scores;
}

function gateScore({ gate }: Parts, { columns, values }: Vector): number {
  return columns.reduce((sum, column, at) => sum + (gate[column] as number) * (values[at] as number), gate.at(-1) ?? 0);
}

/** What scores are worth by the judgement. */
export function guessFrom(judgement: Omit<Judgement, 'answerFrom'>, scores: Scores): Guess {
  return {
    topics: scores.ranked,
    question: likelihood(judgement.gate, [scores.overNone, scores.gate]),
    confidence: likelihood(judgement.both, [bothOf(judgement, scores)]),
  };
}

/** The log of how likely it is that it is a question and of this topic, before calibration. */
export function bothOf(
  { gate, topic }: Pick<Judgement, 'gate' | 'topic'>,
  { lead, overNone, gate: score }: Scores,
): number {
  const likely = likelihood(gate, [overNone, score]) * likelihood(topic, [lead]);
  return log(Math.max(likely, 1e-9) / (1 - Math.min(likely, 1 - 1e-9)));
}

function createModel(parts: Parts, judgement: Judgement): Model {
  const topics = parts.classes.filter((name) => name !== none);
  return {
    topics,
    judgement,
    guess(text) {
      const scores = scoresIn(parts, text);
      // Nothing in it was ever seen: the first topics are only somewhere to begin.
      return scores ? guessFrom(judgement, scores) : { topics, question: 0, confidence: 0 };
    },
  };
}

interface Head {
  readonly classes: readonly string[];
  readonly features: number;
  readonly judgement: Judgement;
}

const magic = 'lorbot model 1\n';

/**
 * One file: a line that says what it is, a line of JSON, then the features' numbers, scales and
 * gate weights (4 bytes each, little-endian), their rarity (1 byte) and two cells in each byte.
 */
export function packModel(parts: Parts, judgement: Judgement): Uint8Array {
  const { classes, vocabulary, cells, scales, gate } = parts;
  const features = vocabulary.rarity.length;
  const head = `${magic}${JSON.stringify({ classes, features, judgement } satisfies Head)}`;
  // The numbers must begin at a multiple of four.
  const start = new TextEncoder().encode(`${head.padEnd(Math.ceil((head.length + 1) / 4) * 4 - 1)}\n`);
  const rarity = Uint8Array.from(vocabulary.rarity, (value) => value * 16);
  const pairs = new Uint8Array(Math.ceil(cells.length / 2));
  cells.forEach((cell, at) => {
    pairs[at >> 1] = (pairs[at >> 1] as number) | ((cell + 8) << (4 * (at & 1)));
  });
  const numbers = Uint32Array.from(vocabulary.columns.keys());
  return joined([start, ...[numbers, scales, gate].map(({ buffer }) => new Uint8Array(buffer)), rarity, pairs]);
}

/** Reads what `packModel` wrote. Throws when the bytes are something else. */
export function readModel(bytes: Uint8Array): Model {
  const text = new TextDecoder();
  const end = bytes.indexOf(10, magic.length);
  if (text.decode(bytes.subarray(0, magic.length)) !== magic || end < 0) throw new Error('not a trained model');
  const { classes, features, judgement } = JSON.parse(text.decode(bytes.subarray(magic.length, end))) as Head;
  const rows = features + 1;
  // A copy that begins at a multiple of four; `slice` of what a file is read into would be none.
  const copy = new Uint8Array(bytes.subarray(end + 1));
  const cellsAt = 4 * (features + rows + rows) + features;
  if (copy.length !== cellsAt + Math.ceil((rows * classes.length) / 2))
    throw new Error('the trained model is cut short');
  const numbers = new Uint32Array(copy.buffer, 0, features);
  const columns = new Map<number, number>();
  for (const [column, number] of numbers.entries()) columns.set(number, column);
  const rarity = Float32Array.from(copy.subarray(cellsAt - features, cellsAt), (value) => value / 16);
  const parts: Parts = {
    classes,
    vocabulary: { columns, rarity },
    cells: cellsIn(copy.subarray(cellsAt), rows * classes.length),
    scales: new Float32Array(copy.buffer, 4 * features, rows),
    gate: new Float32Array(copy.buffer, 4 * (features + rows), rows),
  };
  return createModel(parts, judgement);
}

function cellsIn(pairs: Uint8Array, count: number): Int8Array {
  const cells = new Int8Array(count);
  for (let at = 0; at < count; at += 1) cells[at] = (((pairs[at >> 1] as number) >> (4 * (at & 1))) & 15) - 8;
  return cells;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
