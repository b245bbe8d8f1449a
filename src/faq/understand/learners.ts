import { type Chance, createChance, shuffle } from './chance.ts';
import { exp, log } from './steady-math.ts';
import type { Vector } from './vectors.ts';

/** What is learned from: texts as vectors, the class of each, and how many features and classes there are. */
export interface Lesson {
  readonly vectors: readonly Vector[];
  readonly labels: Int32Array;
  /** How much each class counts in the loss. */
  readonly importance: Float32Array;
  readonly features: number;
  readonly classes: number;
}

/** A weight for each feature and class, the classes of a feature side by side; the row after the last is the bias. */
export type Weights = Float32Array;

/** Turns scores into the slope of a loss, in place. */
type Slope = (scores: Float32Array, label: number) => void;

const rounds = 10;
const rate = 0.5;
/** The share of features that are left out, anew for each text and round: no single one may decide. */
const dropout = 0.5;
/** How fast the bias learns against the features. */
const biasValue = 0.3;
/** Slopes below this change nothing worth the time. */
const negligible = 1e-4;
const smoothing = 0.05;

/** Multinomial logistic regression. */
export function logisticRegression(lesson: Lesson, seed: number): Weights {
  return descend(lesson, seed, (scores, label) => {
    let best = Number.NEGATIVE_INFINITY;
    for (const score of scores) if (score > best) best = score;
    let all = 0;
    for (let k = 0; k < scores.length; k += 1) {
      scores[k] = exp((scores[k] as number) - best);
      all += scores[k] as number;
    }
    for (let k = 0; k < scores.length; k += 1) scores[k] = (scores[k] as number) / all;
    scores[label] = (scores[label] as number) - 1;
  });
}

/** A support vector machine: each class against all others, squared hinge. */
export function supportVectors(lesson: Lesson, seed: number): Weights {
  return descend(lesson, seed, (scores, label) => {
    for (let k = 0; k < scores.length; k += 1) {
      const side = k === label ? 1 : -1;
      scores[k] = -side * Math.max(0, 1 - side * (scores[k] as number));
    }
  });
}

/** Naive Bayes: how much more often a class shows a feature than the others do. */
export function naiveBayes({ vectors, labels, features, classes }: Lesson): Weights {
  const weights = new Float32Array((features + 1) * classes);
  const totals = new Float64Array(classes).fill(smoothing * features);
  vectors.forEach(({ columns, values }, index) => {
    const label = labels[index] as number;
    columns.forEach((column, at) => {
      weights[column * classes + label] = (weights[column * classes + label] as number) + (values[at] as number);
      totals[label] = (totals[label] as number) + (values[at] as number);
    });
  });
  for (let row = 0; row < features * classes; row += classes) {
    let mean = 0;
    for (let k = 0; k < classes; k += 1) {
      weights[row + k] = log(((weights[row + k] as number) + smoothing) / (totals[k] as number));
      mean += (weights[row + k] as number) / classes;
    }
    for (let k = 0; k < classes; k += 1) weights[row + k] = (weights[row + k] as number) - mean;
  }
  return weights;
}

/** A text's score for each class. */
export function scoresOf(weights: Weights, classes: number, { columns, values }: Vector, into: Float32Array): void {
  const bias = weights.length - classes;
  for (let k = 0; k < classes; k += 1) into[k] = weights[bias + k] as number;
  for (let at = 0; at < columns.length; at += 1) {
    const row = (columns[at] as number) * classes;
    const value = values[at] as number;
    for (let k = 0; k < classes; k += 1) into[k] = (into[k] as number) + (weights[row + k] as number) * value;
  }
}

/** Gradient descent with a step for each weight that shrinks as it is used (AdaGrad); the later rounds are averaged. */
function descend(lesson: Lesson, seed: number, slope: Slope): Weights {
  const { vectors, labels, importance, features, classes } = lesson;
  const chance = createChance(seed);
  const weights = new Float32Array((features + 1) * classes);
  const history = new Float32Array(weights.length).fill(0.05);
  const mean = new Float32Array(weights.length);
  const order = Int32Array.from(vectors, (_, index) => index);
  const scores = new Float32Array(classes);
  const averaged = rounds - Math.floor(rounds / 2);
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, chance);
    for (const index of order) {
      const vector = withDropout(vectors[index] as Vector, chance);
      const label = labels[index] as number;
      scoresOf(weights, classes, vector, scores);
      slope(scores, label);
      step(weights, history, vector, scores, importance[label] as number);
    }
    if (round < rounds - averaged) continue;
    for (let cell = 0; cell < mean.length; cell += 1) {
      mean[cell] = (mean[cell] as number) + (weights[cell] as number) / averaged;
    }
  }
  return mean;
}

/** A text with some of its features left out, the others made up for it. */
function withDropout({ columns, values }: Vector, chance: Chance): Vector {
  const kept = new Int32Array(columns.length);
  const scaled = new Float32Array(columns.length);
  let count = 0;
  for (let at = 0; at < columns.length; at += 1) {
    if (chance() < dropout) continue;
    kept[count] = columns[at] as number;
    scaled[count] = (values[at] as number) / (1 - dropout);
    count += 1;
  }
  return { columns: kept.subarray(0, count), values: scaled.subarray(0, count) };
}

function step(weights: Weights, history: Float32Array, vector: Vector, slopes: Float32Array, importance: number): void {
  const { columns, values } = vector;
  const classes = slopes.length;
  for (let at = -1; at < columns.length; at += 1) {
    const row = at < 0 ? weights.length - classes : (columns[at] as number) * classes;
    const value = importance * (at < 0 ? biasValue : (values[at] as number));
    for (let k = 0; k < classes; k += 1) {
      const slope = slopes[k] as number;
      if (slope < negligible && slope > -negligible) continue;
      const gradient = value * slope;
      const past = (history[row + k] as number) + gradient * gradient;
      history[row + k] = past;
      weights[row + k] = (weights[row + k] as number) - (rate * gradient) / Math.sqrt(past);
    }
  }
}
