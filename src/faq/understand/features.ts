import { fromFrench, isFrench } from './french.ts';
import { anchors, fillers, folded, kindsOf } from './lexicon.ts';

/** What a text shows, by the number of the feature, with its weight before it is scaled. */
export type Features = ReadonlyMap<number, number>;

/**
 * Families of features. Each is scaled to its own length, so a long text's many pieces of words
 * do not drown its words.
 */
export const families = ['word', 'piece', 'sense', 'shape'] as const;
export type Family = (typeof families)[number];

/** The beginning and the end of a text that are read: stories end in their question, and time is bounded. */
const headLength = 400;
const tailLength = 800;

/** No word is longer; what is, is noise. */
const longestWord = 30;

const pieceSizes = [2, 3, 4, 5] as const;

/** A text's features, family by family. */
export function featuresOf(text: string): Readonly<Record<Family, Features>> {
  const plain = plainText(text);
  const sentences = toSentences(plain);
  const words = sentences.flatMap(({ words: some }) => some);
  const found = { word: new Map(), piece: new Map(), sense: new Map(), shape: new Map() };
  if (words.length === 0) return found;
  addWords(found.word, sentences);
  addPieces(found.piece, sentences);
  addSenses(found.sense, words);
  addShape(found.shape, plain, sentences);
  return found;
}

interface Sentence {
  readonly asks: boolean;
  readonly raw: readonly string[];
  readonly words: readonly string[];
}

/** Small letters without accents, apostrophes, addresses and mentions; three like letters in a row become two. */
function plainText(text: string): string {
  const cut = text.length > headLength + tailLength ? `${text.slice(0, headLength)} ${text.slice(-tailLength)}` : text;
  return cut
    .replace(/\bIM\b/gu, 'internal medicine')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\b([ldjcnsm]|qu)['’‘`´](?=\p{L}{2})/gu, '$1 ')
    .replace(/['’‘`´]/gu, '')
    .replace(/<[@#!][^>\s]{1,40}>|https?:\S+/gu, ' ')
    .replace(/(.)\1{2,}/gu, '$1$1')
    .replace(/\bletters? of (?:rec\w*|reference|support)\b/gu, 'letter');
}

function toSentences(plain: string): readonly Sentence[] {
  const french = isFrench(wordsIn(plain));
  return plain
    .split(/(?<=[?!.;\n])(?=\s|$)/u)
    .map((part) => {
      const raw = wordsIn(part);
      const read = french ? raw.map((word) => fromFrench.get(word) ?? word) : raw;
      return { asks: part.includes('?'), raw, words: read.map((word) => folded.get(word) ?? word) };
    })
    .filter(({ raw }) => raw.length > 0);
}

function wordsIn(text: string): readonly string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

function addWords(found: Map<number, number>, sentences: readonly Sentence[]): void {
  const asking = askingSentence(sentences);
  for (const sentence of sentences) {
    const { words } = sentence;
    words.forEach((word, index) => {
      add(found, `w ${word}`, fillers.has(word) ? 0.6 : 1);
      const stem = stemOf(word);
      if (stem.length > 2) add(found, `t ${stem}`, 0.7);
      add(found, `p ${words[index - 1] ?? '^'} ${word}`, 0.7);
      if (sentence === asking) add(found, `q ${word}`, 0.5);
    });
    const content = words.filter((word) => !fillers.has(word));
    content.forEach((word, index) => {
      if (index > 0) add(found, `c ${content[index - 1]} ${word}`, 0.6);
      if (index > 1) add(found, `s ${content[index - 2]} ${word}`, 0.4);
    });
  }
}

/** A word without the endings that change its form rather than its meaning. */
function stemOf(word: string): string {
  return word.replace(/(?:ations?|ings?|ers?|ed|es|s|ly|ment|al)$/u, '');
}

/** In a story, the sentence that asks: the last one with a question mark, or else the last one. */
function askingSentence(sentences: readonly Sentence[]): Sentence | undefined {
  if (sentences.length < 2) return undefined;
  return sentences.findLast(({ asks }) => asks) ?? sentences.at(-1);
}

function addPieces(found: Map<number, number>, sentences: readonly Sentence[]): void {
  for (const word of sentences.flatMap(({ raw }) => raw)) {
    const edged = ` ${word.slice(0, longestWord)} `;
    for (const size of pieceSizes) {
      for (let at = 0; at + size <= edged.length; at += 1) add(found, edged.slice(at, at + size), 1);
    }
  }
}

function addSenses(found: Map<number, number>, words: readonly string[]): void {
  const senses = words.flatMap((word) => kindsOf.get(word) ?? []);
  const different = [...new Set(senses)].sort();
  different.forEach((sense, index) => {
    add(found, `k ${sense}`, 1);
    for (const other of different.slice(index + 1)) add(found, `k ${sense} ${other}`, 0.5);
  });
  words.forEach((word, index) => {
    for (const sense of kindsOf.get(word) ?? []) {
      add(found, `b ${words[index - 1] ?? '^'} ${sense}`, 0.5);
      add(found, `a ${sense} ${words[index + 1] ?? '$'}`, 0.5);
    }
  });
}

const openers = /^(?:how|what|whats|which|who|whom|whos|when|where|why|whose)$/u;
const helpers = /^(?:do|does|did|is|are|am|was|can|could|should|shall|would|will|may|might|must|has|have|need)$/u;

/** How a message is made, whatever it is about: does it ask, who speaks, is a letter named. */
function addShape(found: Map<number, number>, plain: string, sentences: readonly Sentence[]): void {
  const words = sentences.flatMap(({ raw }) => raw);
  const anchored = words.some((word) => anchors.has(folded.get(word) ?? word)) ? 'letter' : 'other';
  const [first = ''] = askingSentence(sentences)?.raw ?? words;
  const start = openers.test(first) ? 'opener' : helpers.test(first) ? 'helper' : 'plain';
  const asks = plain.includes('?');
  const inside = words.some((word, index) => openers.test(word) || (helpers.test(word) && isMe(words[index + 1])));
  const mine = words.some((word) => /^(?:i|im|ive|ill|id|my|me|mine)$/u.test(word));
  const length = [3, 6, 10, 16, 30].findIndex((limit) => words.length <= limit);
  const form = `${start} ${asks || inside ? 'asks' : 'tells'}`;
  for (const shape of [anchored, start, `mark ${asks}`, `inside ${inside}`, `mine ${mine}`, `long ${length}`]) {
    add(found, `h ${shape}`, 1);
  }
  for (const shape of [form, `mine ${mine} ${form}`, `first ${first}`, `many ${sentences.length > 1}`]) {
    add(found, `h ${anchored} ${shape}`, 1);
  }
}

function isMe(word: string | undefined): boolean {
  return word === 'i' || word === 'my' || word === 'we';
}

/** Adds a feature, or keeps it when it is there with more. */
function add(found: Map<number, number>, name: string, weight: number): void {
  const number = numberOf(name);
  const known = found.get(number);
  if (known === undefined || known < weight) found.set(number, weight);
}

/** A name's number of 32 bits (FNV-1a with a last stirring). */
function numberOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3ccd) >>> 0;
}
