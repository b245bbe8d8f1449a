import { fitText, toDrawable, wrapText } from './fit-text.ts';
import type { Fonts } from './fonts.ts';
import { paper } from './palette.ts';
import { box, type Markup, picture, type Writing, write } from './svg.ts';

/**
 * What all pictures share. Their width is five hundred units: on a phone that shows them four
 * hundred points wide, the smallest text is more than eleven points high.
 */
export const page = { width: 500, edge: 14, left: 32, right: 472 } as const;

export const writings = {
  title: { size: 24, weight: 'bold', fill: paper.ink },
  name: { size: 17, weight: 'bold', fill: paper.ink },
  strong: { size: 14, weight: 'bold', fill: paper.ink },
  small: { size: 14, weight: 'book', fill: paper.muted },
} as const satisfies Readonly<Record<string, Writing>>;

/** A part of a picture, and where it ends. */
export interface Part {
  readonly markup: Markup;
  readonly bottom: number;
}

/** A text of the member's or of ours as it fits into a width, on one line. */
export function fitted(text: string, width: number, { size, weight }: Writing, fonts: Fonts): string {
  return fitText(toDrawable(text, fonts).text, width, size, weight, fonts);
}

/** The title, and at the end of its line the day of which the picture tells. */
export function drawTitle(title: string, date: string, fonts: Fonts): Part {
  const { width, edge } = page;
  const room = width - 2 * edge - 8;
  const day = fitted(date, room / 2, writings.small, fonts);
  const left = room - fonts.width(day, writings.small.size, writings.small.weight) - 16;
  return {
    markup:
      write(edge + 4, 38, fitted(title, left, writings.title, fonts), writings.title) +
      write(width - edge - 4, 38, day, writings.small, 'end'),
    bottom: 56,
  };
}

/** White ground for what stands between two heights. */
export function drawCard(top: number, bottom: number): Markup {
  return box(page.edge, top, page.width - 2 * page.edge, bottom - top, 12, paper.card);
}

/** Small print, each note in as many lines as it takes. */
export function drawNotes(notes: readonly string[], top: number, fonts: Fonts): Part {
  const { edge, width } = page;
  const { size, weight } = writings.small;
  const lines = notes.flatMap((note) => wrapText(note, width - 2 * edge - 8, size, weight, fonts));
  const markup = lines.map((text, index) => write(edge + 4, top + 14 + 21 * index, text, writings.small));
  return { markup: markup.join(''), bottom: top + 21 * lines.length };
}

/** The picture of its parts, as high as they are. */
export function drawPage(bottom: number, parts: readonly Markup[]): Markup {
  const height = Math.ceil(bottom);
  return picture(page.width, height, box(0, 0, page.width, height, 0, paper.page), ...parts);
}
