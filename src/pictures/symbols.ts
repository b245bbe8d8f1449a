import type { Tone } from './palette.ts';
import { box, disc, element, type Markup, stroke } from './svg.ts';

/** A symbol of about sixteen units across, around a point. */
export type Draw = (x: number, y: number, tone: Tone) => Markup;

function filled(d: string, fill: string): Markup {
  return element('path', { d, fill, stroke: fill, 'stroke-width': 1.5, 'stroke-linejoin': 'round' });
}

/** The shapes differ as much as the colours do, so that either is enough. */
export const symbols = {
  /** A triangle that warns. */
  alert: (x, y, { mark, on }) =>
    filled(`M${x} ${y - 7}L${x + 7.5} ${y + 6}H${x - 7.5}Z`, mark) +
    stroke(`M${x} ${y - 2.5}V${y + 1.5}`, on, 2) +
    disc(x, y + 4.3, 1.1, on),
  clock: (x, y, { mark, on }) =>
    disc(x, y, 8, mark) + stroke(`M${x} ${y - 4.5}V${y + 0.5}L${x + 3.2} ${y + 2.4}`, on, 1.8),
  calendar: (x, y, { mark, on }) =>
    box(x - 7, y - 6.5, 14, 14, 3, mark) +
    stroke(`M${x - 3.5} ${y - 8.2}V${y - 5.5}M${x + 3.5} ${y - 8.2}V${y - 5.5}`, mark, 2) +
    box(x - 4.5, y - 1.5, 9, 6, 1, on),
  /** A ring with gaps: there is no date yet. */
  open: (x, y, { mark }) =>
    disc(x, y, 6.8, 'none', { stroke: mark, 'stroke-width': 1.8, 'stroke-dasharray': '3.2 2.2' }),
  tick: (x, y, { mark, on }) =>
    disc(x, y, 8, mark) + stroke(`M${x - 3.6} ${y + 0.2}L${x - 0.9} ${y + 3}L${x + 3.8} ${y - 2.6}`, on, 2),
  cross: (x, y, { mark, on }) =>
    disc(x, y, 8, mark) + stroke(`M${x - 3} ${y - 3}L${x + 3} ${y + 3}M${x + 3} ${y - 3}L${x - 3} ${y + 3}`, on, 2),
  /** Two arrows that pass each other: somebody stands by. */
  swap: (x, y, { ink }) =>
    stroke(`M${x - 6} ${y - 3}H${x + 5}M${x + 2} ${y - 6}L${x + 5} ${y - 3}L${x + 2} ${y}`, ink, 1.7) +
    stroke(`M${x + 6} ${y + 3}H${x - 5}M${x - 2} ${y}L${x - 5} ${y + 3}L${x - 2} ${y + 6}`, ink, 1.7),
  wave: (x, y, { ink }) => stroke(`M${x - 7} ${y + 1.5}q3.5 -6 7 -1.5t7 -1.5`, ink, 2.2),
  /** A chain that is not closed. */
  loose: (x, y, { ink }) =>
    box(x - 7.5, y - 3, 6.5, 6, 3, 'none', { stroke: ink, 'stroke-width': 1.8 }) +
    box(x + 1, y - 3, 6.5, 6, 3, 'none', { stroke: ink, 'stroke-width': 1.8 }),
  door: (x, y, { mark, on }) =>
    disc(x, y, 8, mark) + filled(`M${x - 2} ${y - 3.4}L${x + 3.6} ${y}L${x - 2} ${y + 3.4}Z`, on),
  flag: (x, y, { mark }) =>
    stroke(`M${x - 5} ${y - 7}V${y + 8}`, mark, 2.2) +
    filled(`M${x - 5} ${y - 6.5}H${x + 7}L${x + 3.5} ${y - 2.5}L${x + 7} ${y + 1.5}H${x - 5}Z`, mark),
  star: (x, y, { mark }) => filled(starPath(x, y), mark),
  diamond: (x, y, { mark }) => filled(`M${x} ${y - 7.5}L${x + 7.5} ${y}L${x} ${y + 7.5}L${x - 7.5} ${y}Z`, mark),
} as const satisfies Readonly<Record<string, Draw>>;

function starPath(x: number, y: number): string {
  const points = Array.from({ length: 10 }, (_, index) => {
    const radius = index % 2 === 0 ? 8.2 : 3.9;
    const angle = (index * Math.PI) / 5;
    return `${(x + radius * Math.sin(angle)).toFixed(2)} ${(y - radius * Math.cos(angle)).toFixed(2)}`;
  });
  return `M${points.join('L')}Z`;
}
