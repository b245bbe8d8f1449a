import { Resvg } from '@resvg/resvg-js';
import type { Fonts } from './fonts.ts';
import { toPng } from './png.ts';
import type { Markup } from './svg.ts';

/** Draws a picture as PNG, of the size that it says. The same markup gives the same picture on every machine. */
export function drawPicture(svg: Markup, fonts: Pick<Fonts, 'paths'>): Uint8Array {
  const font = { loadSystemFonts: false, fontFiles: [...fonts.paths] };
  const { pixels, width, height } = new Resvg(svg, { font }).render();
  return toPng(pixels, width, height);
}
