/** A piece of the text as it was read. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A word or a number: letters and digits, with an apostrophe within; a possessive `'s` stands behind it. */
export interface Token extends Span {
  /** In small letters, without accents. */
  readonly word: string;
  /** As it was written, but for its accents. */
  readonly cased: string;
  /** The number of its line, and of its sentence; both only grow. */
  readonly line: number;
  readonly clause: number;
}

/**
 * A text as the rules read it: one spelling for what looks the same (accents, curly quotes, wide
 * digits, joiners that nobody sees), in small letters and as written, both of one length.
 */
export interface Reading {
  readonly plain: string;
  readonly cased: string;
  readonly tokens: readonly Token[];
  /** Where a piece stands in the text itself. */
  readonly inText: (span: Span) => Span;
}

/** The word of a token, or of one that is so many away in its line; empty when there is none. */
export function wordAt({ tokens }: Pick<Reading, 'tokens'>, index: number, away = 0): string {
  const token = tokens[index + away];
  return token && token.line === tokens[index]?.line ? token.word : '';
}

/** All places that a pattern fits. */
export function spansOf(text: string, pattern: RegExp): readonly Span[] {
  return Array.from(text.matchAll(pattern), ({ 0: { length }, index }) => ({ from: index, to: index + length }));
}

export function pieceOf(text: string, { from, to }: Span): string {
  return text.slice(from, to);
}

/** Seen by nobody, but in the way of every rule. */
const unseen = /[\p{M}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

const alike: Readonly<Record<string, string>> = {
  ...{ '’': "'", '‘': "'", ʼ: "'", '`': "'", '´': "'", '“': '"', '”': '"', '«': '"', '»': '"' },
  ...{ '‐': '-', '‑': '-', '‒': '-', '–': '-', '—': '-', '−': '-' },
  ...{ œ: 'oe', Œ: 'Oe', æ: 'ae', Æ: 'Ae', ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', ß: 'ss', ı: 'i', '\r': '\n', '\t': ' ' },
};

/** Letters, digits and marks that are read as they stand. */
const simple = /^[\n -_a-~]*$/u;

/** Reads a text of any length in time that grows with it and no faster. */
export function readText(text: string): Reading {
  const whole = simple.test(text) ? { cased: text, inText: ({ from, to }: Span) => ({ from, to }) } : spellOut(text);
  const plain = inSmallLetters(whole.cased);
  return { ...whole, plain, tokens: tokensOf(plain, whole.cased) };
}

/** The text in one spelling, and where each unit of it stands in the text. */
function spellOut(text: string): Pick<Reading, 'cased' | 'inText'> {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of text) {
    const spelling = spelled(character);
    parts.push(spelling);
    for (let unit = 0; unit < spelling.length; unit += 1) {
      starts.push(at);
      ends.push(at + character.length);
    }
    at += character.length;
  }
  return { cased: parts.join(''), inText: ({ from, to }) => ({ from: starts[from] ?? at, to: ends[to - 1] ?? at }) };
}

/** Of the same length: what would become longer in small letters stays. */
function inSmallLetters(cased: string): string {
  const small = cased.toLowerCase();
  if (small.length === cased.length) return small;
  return cased
    .split('')
    .map((one) => (one.toLowerCase().length === 1 ? one.toLowerCase() : one))
    .join('');
}

/** What a character is read as; nothing when it is not seen. */
function spelled(character: string): string {
  if (simple.test(character)) return character;
  const known = alike[character];
  if (known !== undefined) return known;
  if (unseen.test(character)) return '';
  const spelling = character
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\p{Zs}/gu, ' ');
  // A whole phrase in one character is nothing that a rule looks for.
  return spelling.length <= longestSpelling ? spelling : character;
}

/** As many as a ligature or a fraction is made of. */
const longestSpelling = 4;

/** An elided French article or pronoun is a word of its own: `l'agrément`. */
const word = /(?:[cdjlmnst]|qu)'(?=\p{L}{2})|[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu;

function tokensOf(plain: string, cased: string): readonly Token[] {
  const tokens: Token[] = [];
  let line = 0;
  let clause = 0;
  for (const match of plain.matchAll(word)) {
    const before = tokens.at(-1);
    const from = match.index;
    const to = from + match[0].length - (match[0].endsWith("'s") ? 2 : match[0].endsWith("'") ? 1 : 0);
    const gap = plain.slice(before?.to ?? 0, from);
    const breaks = gap.includes('\n');
    if (breaks) line += 1;
    if (breaks || (gap !== ' ' && endsClause(before, gap))) clause += 1;
    tokens.push({ word: plain.slice(from, to), cased: cased.slice(from, to), from, to, line, clause });
  }
  return tokens;
}

const abbreviations: ReadonlySet<string> = new Set(
  'mr mrs ms mx dr dre drs m mm mme mlle st pt pts pte rm ch no nos num tel approx vs ext med hosp dept jr sr w etc ex y yo'.split(
    ' ',
  ),
);

/** A semicolon, a bullet or the end of a sentence; after an abbreviation or an initial a full stop is none. */
function endsClause(before: Token | undefined, gap: string): boolean {
  if (!before) return false;
  if (/[;•|]/u.test(gap)) return true;
  if (/^\W{0,3}[!?]\W{0,3}\s/u.test(gap)) return true;
  return /^["')\]]{0,2}\.["')\]]{0,2}\s/u.test(gap) && before.word.length > 1 && !abbreviations.has(before.word);
}
