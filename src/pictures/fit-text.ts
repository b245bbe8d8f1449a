import { tidyLine } from '../core/text.ts';
import type { Fonts, Weight } from './fonts.ts';

/** Stands for what the fonts cannot draw. */
export const blankSign = '□';

/** A text as it can be drawn, and whether something of it could not. */
export interface Drawable {
  readonly text: string;
  readonly lost: boolean;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A few accents pile up in real names; more than that only reach into the lines above and below. */
const mostMarks = 4;

/** Joiners shape Persian and Indian words and are seen by nobody; so are the selectors of an emoji's style. */
const joiner = /^(?:\u200c|\u200d|\ufe0e|\ufe0f)$/u;

/**
 * A text on one line with a sign in the place of each run that the fonts lack: Chinese, most
 * emoji, control characters. Characters that only turn the direction of what stands around them go.
 */
export function toDrawable(text: string, fonts: Pick<Fonts, 'has'>): Drawable {
  let drawn = '';
  let lost = false;
  for (const { segment } of segmenter.segment(tidyLine(text))) {
    const seen = [...segment].filter((character) => !/\p{Cf}/u.test(character) || joiner.test(character)).join('');
    if (seen === '') continue;
    if (isDrawn(seen, fonts)) drawn += seen;
    else {
      lost = true;
      if (!drawn.endsWith(blankSign)) drawn += blankSign;
    }
  }
  return { text: drawn, lost };
}

function isDrawn(grapheme: string, fonts: Pick<Fonts, 'has'>): boolean {
  const characters = [...grapheme].filter((character) => !joiner.test(character));
  if (characters.length > mostMarks + 1) return false;
  return characters.every((one) => !/[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/u.test(one) && fonts.has(one.codePointAt(0) ?? 0));
}

/**
 * The text within a width, visibly shortened with an ellipsis and never inside a grapheme. It is
 * measured by the widths in the font files, letter by letter: what the font then draws closer
 * together, as it does in Arabic or between A and V, only makes it narrower.
 */
export function fitText(
  text: string,
  width: number,
  size: number,
  weight: Weight,
  fonts: Pick<Fonts, 'width'>,
): string {
  if (fonts.width(text, size, weight) <= width) return text;
  const ellipsis = '…';
  let left = width - fonts.width(ellipsis, size, weight);
  let kept = '';
  for (const { segment } of segmenter.segment(text)) {
    left -= fonts.width(segment, size, weight);
    if (left < 0) break;
    kept += segment;
  }
  return `${kept.trimEnd()}${ellipsis}`;
}

/** The text in lines of a width, broken at its spaces. */
export function wrapText(
  text: string,
  width: number,
  size: number,
  weight: Weight,
  fonts: Pick<Fonts, 'width'>,
): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && fonts.width(longer, size, weight) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((one) => fitText(one, width, size, weight, fonts));
}

/**
 * A name that stands for itself in a picture. Where a part of it cannot be drawn, its number goes
 * before it, by which the text beside the picture names it; where nothing is left, the number alone.
 */
export function toName(text: string, number: number, fonts: Pick<Fonts, 'has'>): string {
  const { text: drawn, lost } = toDrawable(text, fonts);
  if (!lost) return drawn;
  return /[\p{L}\p{N}]/u.test(drawn) ? `#${number} ${drawn}` : `#${number}`;
}
