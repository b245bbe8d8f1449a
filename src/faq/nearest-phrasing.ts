/** What an answer can be found by, without any training. */
export interface Phrased {
  readonly slug: string;
  readonly title: string;
  readonly question: string;
  readonly aliases: readonly string[];
}

/** The answer whose phrasing is nearest to a question, and how near it is (0 to 1). */
export interface Nearest<A> {
  readonly answer: A;
  readonly score: number;
  /** The question is its title, its question, its short name or a short form of it. */
  readonly exact: boolean;
}

/**
 * Nearness from which an answer decides where nothing else is sure, and where something else is.
 * On the 4,554 phrasings of questions about letters, no answer about parking, wifi or a dress code
 * comes to the first; a phrasing with one word more or less than an answer's own mostly does.
 */
const nearFrom = { unsure: 0.66, sure: 0.8 } as const;

/** Words that say nothing about what is asked. */
const fillers = new Set(
  `a about am an and any anybody anyone are as at be by can could did do does find for from get have he hello help her hi
  how i if im in is it its know like me my need of on one or our please she should so some someone tell thank thanks
  that the their them there they this to us was we what whats when where wheres which who whom why will with would you
  your`.split(/\s+/u),
);

/** Words that mean the same here, under one of them. */
const folded = new Map(
  Object.entries({
    letter: 'letters lor lors rec recs recommendation recommendations reference references',
    writer: 'writers recommender recommenders referee referees',
    director: 'pd directors',
    chair: 'chairs chairman chairperson chairwoman',
    program: 'programs programme programmes residency residencies',
    form: 'forms template templates',
    hospital: 'hospitals clinic',
  }).flatMap(([kept, others]) => others.split(' ').map((word) => [word, kept] as const)),
);

/** Questions are cut to this many words: nobody's question is longer, and time is bounded. */
const maxWords = 60;

/** Two words count as the same, misspelt, from this similarity on. Short words are rather different ones. */
const sameWord = 0.66;
const misspeltFrom = 5;

/** Words that half of all questions hold count less than those that tell them apart. */
const common = new Set(['letter', 'program', 'writer']);
const commonWeight = 0.4;

/**
 * The nearest of a community's own answers. Words are compared by what they mean and how they are
 * spelt, as sets; those that fill a sentence do not count. `undefined` when nothing is shared.
 */
export function nearestPhrasing<A extends Phrased>(question: string, answers: readonly A[]): Nearest<A> | undefined {
  const asked = plain(question);
  const exact = answers.find((answer) => phrasingsOf(answer).some((one) => one.plain === asked));
  if (exact && asked !== '') return { answer: exact, score: 1, exact: true };
  const words = contentOf(question);
  const ranked = answers
    .filter((answer) => !words.includes('letter') || namesLetters(answer))
    .map((answer) => ({ answer, score: scoreOf(words, answer), exact: false }))
    .sort((one, other) => other.score - one.score);
  return ranked[0] && ranked[0].score > 0 ? ranked[0] : undefined;
}

/**
 * Whether a community's answer decides. `certainty` is how sure of its own answer the matcher is,
 * 0 where it is not: what curators wrote must be clearly nearer than that.
 */
export function decides({ exact, score }: Nearest<unknown>, certainty: number): boolean {
  if (exact) return true;
  return certainty === 0 ? score >= nearFrom.unsure : score >= nearFrom.sure && score > certainty;
}

/** A phrasing, read: as plain words, and those of them that say what is meant. */
interface Read {
  readonly plain: string;
  readonly words: readonly string[];
}

/** What curators wrote is asked for again and again, so it is read once. What members ask is not kept. */
const readBefore = new Map<string, Read>();
const remembered = 20_000;

function phrasingsOf({ slug, title, question, aliases }: Phrased): readonly Read[] {
  return [...aliases, question, title, slug].map((text) => {
    const before = readBefore.get(text);
    if (before) return before;
    const read = { plain: plain(text), words: contentOf(text) };
    if (readBefore.size >= remembered) readBefore.clear();
    readBefore.set(text, read);
    return read;
  });
}

/** A question about letters is never for an answer that does not name them. */
function namesLetters(answer: Phrased): boolean {
  return phrasingsOf(answer).some(({ words }) => words.includes('letter'));
}

function scoreOf(words: readonly string[], answer: Phrased): number {
  return Math.max(...phrasingsOf(answer).map((one) => overlap(words, one.words)));
}

/** Dice's coefficient of two sets of words, in which a misspelt word counts as much as it resembles. */
function overlap(asked: readonly string[], phrasing: readonly string[]): number {
  const total = weightOf(asked) + weightOf(phrasing);
  if (total === 0) return 0;
  const shared = asked.map((word) => weight(word) * Math.max(0, ...phrasing.map((other) => likeness(word, other))));
  return (2 * Math.min(sum(shared), weightOf(phrasing))) / total;
}

function weight(word: string): number {
  return common.has(word) ? commonWeight : 1;
}

function weightOf(words: readonly string[]): number {
  return sum(words.map(weight));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** How much two words look alike by their pairs of letters; 0 when they are different words. */
function likeness(word: string, other: string): number {
  if (word === other) return 1;
  if (Math.min(word.length, other.length) < misspeltFrom || Math.abs(word.length - other.length) > 1) return 0;
  const left = pairsOf(word);
  const right = pairsOf(other);
  const both = [...left].filter((pair) => right.has(pair)).length;
  const dice = (2 * both) / (left.size + right.size);
  return dice >= sameWord ? dice : 0;
}

function pairsOf(word: string): ReadonlySet<string> {
  const padded = ` ${word} `;
  return new Set(Array.from({ length: padded.length - 1 }, (_, at) => padded.slice(at, at + 2)));
}

/** The words that say what is meant, each once. */
function contentOf(text: string): readonly string[] {
  const words = plain(text).split(' ').slice(0, maxWords);
  return [
    ...new Set(words.filter((word) => word !== '' && !fillers.has(word)).map((word) => folded.get(word) ?? word)),
  ];
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}]|['’](?:s\b)?/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
