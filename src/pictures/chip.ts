import type { Fonts } from './fonts.ts';
import { fitted } from './page.ts';
import type { Tone } from './palette.ts';
import { box, type Markup, type Writing, write } from './svg.ts';
import type { Draw } from './symbols.ts';

/** A word or two with its symbol, on a ground of its own. */
export interface Chip {
  readonly symbol?: Draw;
  readonly tone: Tone;
  readonly text: string;
}

export const chipHeight = 26;

const afterText = 11;
const gap = 8;

/** A chip whose width is known, so that it can be put at the end of a line. */
export interface MeasuredChip {
  readonly width: number;
  /** Draws it with its left upper corner at a point. */
  readonly draw: (x: number, y: number) => Markup;
}

/** A chip of at most a width; a longer text is visibly shortened. */
export function measureChip({ symbol, tone, text }: Chip, maxWidth: number, fonts: Fonts): MeasuredChip {
  const writing: Writing = { size: 14, weight: 'bold', fill: tone.ink };
  const beforeText = symbol ? 27 : afterText;
  const shown = fitted(text, maxWidth - beforeText - afterText, writing, fonts);
  const width = beforeText + fonts.width(shown, writing.size, writing.weight) + afterText;
  return {
    width,
    draw: (x, y) =>
      box(x, y, width, chipHeight, chipHeight / 2, tone.tint) +
      (symbol?.(x + 14, y + chipHeight / 2, tone) ?? '') +
      write(x + beforeText, y + 18, shown, writing),
  };
}

/** Chips one after the other, in as many lines as they take. */
export function drawChips(chips: readonly Chip[], x: number, top: number, width: number, fonts: Fonts) {
  const markup: Markup[] = [];
  let left = 0;
  let y = top;
  for (const chip of chips) {
    const measured = measureChip(chip, width, fonts);
    if (left > 0 && left + measured.width > width) {
      left = 0;
      y += chipHeight + gap;
    }
    markup.push(measured.draw(x + left, y));
    left += measured.width + gap;
  }
  return { markup: markup.join(''), bottom: chips.length === 0 ? top : y + chipHeight };
}
