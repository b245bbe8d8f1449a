import { Resvg } from '@resvg/resvg-js';
import type { Fonts } from './fonts.ts';
import { toPng } from './png.ts';
import type { Markup } from './svg.ts';

/** Pixels for each unit of a picture: sharp on the screens of phones. */
export const scale = 2;

/** Draws a picture as PNG. The same markup gives the same picture on every machine. */
export function drawPicture(svg: Markup, fonts: Pick<Fonts, 'paths'>): Uint8Array {
  const { pixels, width, height } = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: { loadSystemFonts: false, fontFiles: [...fonts.paths] },
  }).render();
  return toPng(pixels, width, height);
}
