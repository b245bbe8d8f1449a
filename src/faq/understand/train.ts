import { type Lesson, logisticRegression, naiveBayes, scoresOf, supportVectors, type Weights } from './learners.ts';
import { bothOf, guessFrom, type Judgement, type Parts, packModel, type Scores, scoresIn } from './model.ts';
import { fitOdds } from './odds.ts';
import { none, type Phrasing } from './phrasing.ts';
import { vectorOf, vocabularyOf } from './vectors.ts';

/** A feature that fewer phrasings show is not kept: the file stays at about 1 MB, and next to nothing is lost. */
const fewest = 4;

/** A message that is none of ours counts this much in the choice of the topic, since there are so many of them. */
const noneImportance = 0.5;

/**
 * The shares of held-out messages that are none of ours and yet are answered. Fresh text may do
 * worse, so they stay well below what is wanted: 1 in 100 where nobody asked, 1 in 5 where somebody did.
 */
const falseAnswers = { unprompted: 0.007, asked: 0.12 } as const;

/** A held-out phrasing with what a model made of it that never saw its author. */
export interface Held {
  readonly phrasing: Phrasing;
  readonly scores: Scores;
}

/**
 * Learns from phrasings, one list for each hand that wrote them, and gives the bytes of the model.
 * The same phrasings give the same bytes, on every machine. Takes about half a minute.
 */
export function train(hands: readonly (readonly Phrasing[])[]): Uint8Array {
  return packModel(learn(hands.flat()), judge(heldOut(hands)));
}

/**
 * What models make of phrasings by authors they never saw: the hands after the first are left out
 * in two groups. The first hand is the largest and stays in, so that what is held out meets a model
 * not much poorer than the one that ships.
 */
export function heldOut(hands: readonly (readonly Phrasing[])[]): readonly Held[] {
  return [0, 1].flatMap((group) => {
    const isOut = (index: number) => index > 0 && index % 2 === group;
    const parts = learn(hands.filter((_, index) => !isOut(index)).flat());
    return hands
      .filter((_, index) => isOut(index))
      .flat()
      .flatMap((phrasing) => {
        const scores = scoresIn(parts, phrasing.text);
        return scores ? [{ phrasing, scores }] : [];
      });
  });
}

/** One linear model, merged from three kinds, and a gate of its own. */
export function learn(phrasings: readonly Phrasing[]): Parts {
  const texts = phrasings.map(({ text }) => text);
  const vocabulary = vocabularyOf(texts, fewest);
  const classes = [...[...new Set(phrasings.map(({ topic }) => topic))].filter((topic) => topic !== none).sort(), none];
  const numbers = new Map(classes.map((name, index) => [name, index]));
  const labels = Int32Array.from(phrasings, ({ topic }) => numbers.get(topic) as number);
  const importance = Float32Array.from(classes, (name) => (name === none ? noneImportance : 1));
  const vectors = texts.map((text) => vectorOf(text, vocabulary));
  const features = vocabulary.rarity.length;
  const topics = merged({ vectors, labels, importance, features, classes: classes.length });
  const asks = labels.map((label) => (label < classes.length - 1 ? 1 : 0));
  const gates = merged({ vectors, labels: asks, importance: Float32Array.of(1, 1), features, classes: 2 });
  const gate = Float32Array.from(
    { length: features + 1 },
    (_, row) => (gates[2 * row + 1] as number) - (gates[2 * row] as number),
  );
  return { classes, vocabulary, gate, ...quantised(topics, classes.length) };
}

/** The mean of three linear models, each by the size of its own scores. */
function merged(lesson: Lesson): Weights {
  const models = [logisticRegression(lesson, 1), supportVectors(lesson, 2), naiveBayes(lesson)];
  const mean = new Float32Array((lesson.features + 1) * lesson.classes);
  for (const model of models) {
    const size = sizeOfScores(model, lesson) * models.length;
    for (let cell = 0; cell < mean.length; cell += 1)
      mean[cell] = (mean[cell] as number) + (model[cell] as number) / size;
  }
  return mean;
}

/** How far a model's scores for one text lie apart, on the whole. */
function sizeOfScores(weights: Weights, { vectors, classes }: Lesson): number {
  const scores = new Float32Array(classes);
  let squares = 0;
  for (const vector of vectors) {
    scoresOf(weights, classes, vector, scores);
    const mean = scores.reduce((sum, score) => sum + score, 0) / classes;
    squares += scores.reduce((sum, score) => sum + (score - mean) * (score - mean), 0) / classes;
  }
  return Math.sqrt(squares / Math.max(1, vectors.length)) || 1;
}

/** Each feature's weights as numbers from -7 to 7 and one scale. It takes nothing from the ranks. */
function quantised(weights: Weights, classes: number): Pick<Parts, 'cells' | 'scales'> {
  const scales = new Float32Array(weights.length / classes);
  const cells = new Int8Array(weights.length);
  scales.forEach((_, row) => {
    const some = weights.subarray(row * classes, (row + 1) * classes);
    const scale = some.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 7;
    scales[row] = scale;
    if (scale > 0)
      some.forEach((weight, k) => {
        cells[row * classes + k] = Math.round(weight / scale);
      });
  });
  return { cells, scales };
}

/** Learns from held-out phrasings what scores are worth, and from where on to answer. */
export function judge(held: readonly Held[]): Judgement {
  const real = held.filter(({ phrasing }) => phrasing.topic !== none);
  const right = ({ phrasing, scores }: Held) => scores.ranked[0] === phrasing.topic;
  const gate = fitOdds(
    held.map(({ scores }) => [scores.overNone, scores.gate]),
    held.map(({ phrasing }) => phrasing.topic !== none),
  );
  const topic = fitOdds(
    real.map(({ scores }) => [scores.lead]),
    real.map(right),
  );
  const both = fitOdds(
    held.map(({ scores }) => [bothOf({ gate, topic }, scores)]),
    held.map(right),
  );
  const others = held
    .filter(({ phrasing }) => phrasing.topic === none)
    .map(({ scores }) => guessFrom({ gate, topic, both }, scores).question)
    .sort((a, b) => b - a);
  const from = (share: number) => Math.ceil((others[Math.floor(share * others.length)] ?? 0) * 1e4) / 1e4;
  return {
    gate,
    topic,
    both,
    answerFrom: { asked: from(falseAnswers.asked), unprompted: from(falseAnswers.unprompted) },
  };
}
