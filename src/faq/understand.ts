/** A way somebody asked, with the topic it belongs to; `none` for what is not about letters. */
export interface Phrasing {
  readonly topic: string;
  readonly text: string;
}

/** A topic that a question may mean, `none` among them, with how likely it is (0 to 1). */
export interface Guess {
  readonly topic: string;
  readonly probability: number;
}

/** Ranks the topics for a question, the likeliest first. */
export type Understand = (question: string) => readonly Guess[];

/** Words that mean the same here, under one of them. */
const folded = new Map<string, string>(
  Object.entries({
    letter: 'lor lors letters rec recs recommendation recommendations reference references',
    writer: 'writers attending attendings preceptor author recommender recommenders referee',
    upload: 'uploaded uploading submit submitted',
  }).flatMap(([kept, others]) => others.split(' ').map((word) => [word, kept] as const)),
);

/** Pieces of words catch misspellings; single ones say little, so they count less than a word. */
const pieceWeight = 0.2;
const pieceSizes = [3, 4, 5] as const;

/** What a topic is given for a feature that it never showed. */
const smoothing = 0.1;

/**
 * Features overlap, so their probabilities multiply to far too much certainty; the evidence is
 * divided by this before it becomes a probability.
 */
const temperature = 4;

/** Questions are cut to this many characters: nobody's question is longer, and time is bounded. */
const maxLength = 1_000;

/** Words, pairs of neighbouring words, and pieces of words, each with its weight. */
function features(text: string): ReadonlyMap<string, number> {
  const words = text
    .slice(0, maxLength)
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => folded.get(word) ?? word);
  const found = new Map<string, number>();
  words.forEach((word, index) => {
    found.set(`w ${word}`, 1);
    if (index > 0) found.set(`p ${words[index - 1]} ${word}`, 1);
  });
  const joined = ` ${words.join(' ')} `;
  for (const size of pieceSizes) {
    for (let at = 0; at + size <= joined.length; at += 1) found.set(joined.slice(at, at + size), pieceWeight);
  }
  return found;
}

interface Topic {
  readonly name: string;
  readonly weights: Map<string, number>;
  total: number;
}

/**
 * Learns from phrasings (naive Bayes over words and pieces of words). Deterministic, without
 * network or chance; learning from some thousand phrasings takes a few hundred milliseconds.
 */
export function learn(phrasings: readonly Phrasing[]): Understand {
  const topics = new Map<string, Topic>();
  const known = new Set<string>();
  for (const { topic: name, text } of phrasings) {
    const topic = topics.get(name) ?? { name, weights: new Map(), total: 0 };
    topics.set(name, topic);
    for (const [feature, weight] of features(text)) {
      topic.weights.set(feature, (topic.weights.get(feature) ?? 0) + weight);
      topic.total += weight;
      known.add(feature);
    }
  }
  return (question) => {
    const asked = [...features(question)].filter(([feature]) => known.has(feature));
    // Nothing in it was ever seen: no topic, and the usual first ones as somewhere to begin.
    if (asked.length === 0) {
      return [{ topic: 'none', probability: 1 }, ...[...topics.keys()].map((topic) => ({ topic, probability: 0 }))];
    }
    return softmax([...topics.values()].map((topic) => [topic.name, evidence(topic, asked, known.size)] as const));
  };
}

function evidence(topic: Topic, asked: readonly (readonly [string, number])[], size: number): number {
  const all = Math.log(topic.total + smoothing * size);
  return asked.reduce(
    (sum, [feature, weight]) => sum + weight * (Math.log((topic.weights.get(feature) ?? 0) + smoothing) - all),
    0,
  );
}

function softmax(scores: readonly (readonly [string, number])[]): readonly Guess[] {
  const best = Math.max(...scores.map(([, score]) => score));
  const odds = scores.map(([topic, score]) => ({ topic, odds: Math.exp((score - best) / temperature) }));
  const all = odds.reduce((sum, one) => sum + one.odds, 0);
  return odds
    .map((one) => ({ topic: one.topic, probability: one.odds / all }))
    .sort((a, b) => b.probability - a.probability || (a.topic < b.topic ? -1 : 1));
}

/** Reads `topic<TAB>text` lines. */
export function parsePhrasings(tsv: string): readonly Phrasing[] {
  return tsv.split('\n').flatMap((row) => {
    const [topic, text] = row.split('\t');
    return topic && text ? [{ topic, text }] : [];
  });
}
