import { nameWords } from './find-named.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** One sign of these is a family name, or a good part of one, and no initial. */
const wholeNames = /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}/u;

/**
 * `M. C.` of `Dr. Mei Chen`: enough for its member to know the writer by, and nobody else. Nothing
 * where a name has no initials: of `陳美玲` they would be the name.
 */
export function initials(name: string): string {
  const plain = name.replace(/,.*$/u, '');
  const words = plain.split(/[\s.]+/u).filter((word) => nameWords(word).length > 0);
  const telling = words.filter((word) => !isHonorific(word));
  const letters = (telling.length > 0 ? telling : words)
    .map((word) => firstLetter(word))
    .filter((letter) => letter !== '' && !wholeNames.test(letter));
  return letters.map((letter) => `${letter.toUpperCase()}.`).join(' ');
}

function firstLetter(word: string): string {
  for (const { segment } of segmenter.segment(word)) if (/\p{L}|\p{N}/u.test(segment)) return segment;
  return '';
}

/** An honorific is what a name loses when it stands beside another word. */
function isHonorific(word: string): boolean {
  return !nameWords(`${word} x`).includes(nameWords(word)[0] ?? '');
}
