import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type FontFile, readFontFile } from './font-file.ts';

export const weights = ['book', 'bold'] as const;
export type Weight = (typeof weights)[number];

/**
 * What a picture's text is drawn with. Only these files: what a machine has installed differs
 * from the next, and the same data is to give the same picture everywhere.
 */
export interface Fonts {
  /** Paths of the files, for whoever draws. */
  readonly paths: readonly string[];
  /** How wide a text is at a size; a character that no font has is as wide as the widest that one has. */
  width(text: string, size: number, weight: Weight): number;
  /** Whether one of the fonts has the character. */
  has(codePoint: number): boolean;
}

/** The narrow cut, as files of a package: a name of thirty letters stands beside its due date on a phone. */
export const dejaVu: Readonly<Record<Weight, string>> = {
  book: 'dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf',
  bold: 'dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf',
};

/** An em and a half: no character of these fonts is wider. */
const widest = 1.5;

/**
 * Finds and reads the fonts. Done once, at start: without its fonts the library that draws leaves
 * all text out and says nothing, so what is missing must be known before anybody asks for a picture.
 */
export function loadFonts(files: Readonly<Record<Weight, string>> = dejaVu): Fonts {
  const book = read(files.book);
  const bold = read(files.bold);
  // What the bold cut lacks is drawn in the plain one, by us and by the library alike.
  const advance: Readonly<Record<Weight, FontFile['advance']>> = {
    book: book.font.advance,
    bold: (codePoint) => bold.font.advance(codePoint) ?? book.font.advance(codePoint),
  };
  return {
    paths: [book.path, bold.path],
    width: (text, size, weight) => {
      let ems = 0;
      for (const character of text) ems += advance[weight](character.codePointAt(0) ?? 0) ?? widest;
      return ems * size;
    },
    has: (codePoint) => book.font.advance(codePoint) !== undefined,
  };
}

function read(file: string): { readonly path: string; readonly font: FontFile } {
  try {
    const path = createRequire(import.meta.url).resolve(file);
    return { path, font: readFontFile(readFileSync(path)) };
  } catch (cause) {
    throw new Error(`The font ${file} cannot be read, and without it pictures would have no text. Run npm ci.`, {
      cause,
    });
  }
}
