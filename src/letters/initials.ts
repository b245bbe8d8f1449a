import { nameWords } from './find-named.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** `M. C.` of `Dr. Mei Chen`: enough for its member to know the writer by, and nobody else. */
export function initials(name: string): string {
  const plain = name.replace(/,.*$/u, '');
  const words = plain.split(/[\s.]+/u).filter((word) => nameWords(word).length > 0);
  const telling = words.filter((word) => !isHonorific(word));
  const letters = (telling.length > 0 ? telling : words).map((word) => firstLetter(word));
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
