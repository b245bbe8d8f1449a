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

/** Seen by nobody; joiners alone are kept, because they shape Persian and Indian words. */
const unseen = /[^\P{Cf}\u200c\u200d]/gu;

/** What goes with the character before it, and is in no font: joiners, and the selectors of an emoji's style. */
const attached = /^(?:\u200c|\u200d|\ufe0e|\ufe0f)$/u;

/**
 * A text on one line with a sign in the place of each run that the fonts lack: Chinese, most
 * emoji, control characters. Characters that only turn the direction of what stands around them go.
 */
export function toDrawable(text: string, fonts: Pick<Fonts, 'has'>): Drawable {
  let drawn = '';
  let lost = false;
  for (const { segment } of segmenter.segment(tidyLine(text.replace(unseen, '')))) {
    if (isDrawn(segment, fonts)) drawn += segment;
    else {
      lost = true;
      if (!drawn.endsWith(blankSign)) drawn += blankSign;
    }
  }
  return { text: drawn, lost };
}

function isDrawn(grapheme: string, fonts: Pick<Fonts, 'has'>): boolean {
  const characters = [...grapheme];
  if (characters.length > mostMarks + 1) return false;
  const visible = characters.filter((character) => !attached.test(character));
  return visible.every((one) => !/[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/u.test(one) && fonts.has(one.codePointAt(0) ?? 0));
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

/** The text in as few lines of a width as can be, broken at its spaces, each about as long as the others. */
export function wrapText(
  text: string,
  width: number,
  size: number,
  weight: Weight,
  fonts: Pick<Fonts, 'width'>,
): readonly string[] {
  const fits = (room: number) => {
    const lines: string[] = [];
    for (const word of text.split(' ')) {
      const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
      if (lines.length > 0 && fonts.width(longer, size, weight) <= room) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines;
  };
  let room = width;
  const { length } = fits(room);
  while (length > 1 && room > size && fits(room - size).length === length) room -= size;
  return fits(room).map((one) => fitText(one, width, size, weight, fonts));
}

/**
 * A name that stands for itself in a picture. Where a part of it cannot be drawn, its number goes
 * before it, by which the text beside the picture names it; where nothing is left, the number alone.
 */
export function toName(text: string, number: number, fonts: Pick<Fonts, 'has'>): string {
  const { text: drawn, lost } = toDrawable(text, fonts);
  if (!/[\p{L}\p{N}]/u.test(drawn)) return `#${number}`;
  return lost ? `#${number} ${drawn}` : drawn;
}
