import { createLatest } from '../core/latest.ts';
import type { FileContent } from '../core/reply.ts';
import type { Board, BoardWords } from './board.ts';
import { boardAlt } from './board-alt.ts';
import { boardSvg } from './board-svg.ts';
import { drawPicture } from './draw-picture.ts';
import type { Fonts } from './fonts.ts';
import type { Markup } from './svg.ts';
import type { Timeline, TimelineWords } from './timeline.ts';
import { timelineAlt } from './timeline-alt.ts';
import { timelineSvg } from './timeline-svg.ts';

/** Draws what a reply can hold: a PNG with the text that stands in its place. */
export interface Pictures {
  /** `alt` stands in the place of all that is on it, where the text beside it says the rest. */
  board(board: Board, words: BoardWords, alt?: string): FileContent;
  timeline(timeline: Timeline, words: TimelineWords, alt?: string): FileContent;
}

/** Makes a PNG of a drawing. */
export type Draw = (svg: Markup) => Promise<Uint8Array>;

/** Draws where it is called, after whoever came meanwhile had their turn. */
export function drawHere(fonts: Pick<Fonts, 'paths'>): Draw {
  return async (svg) => {
    await new Promise((resolve) => setImmediate(resolve));
    return drawPicture(svg, fonts);
  };
}

/** Drawings that are kept: until they have left, and where communities with the same dates post the same one. */
const kept = 200;

/**
 * A picture is drawn when it leaves. Replies are written inside a transaction, and everybody else
 * would wait for the drawing.
 */
export function createPictures(fonts: Fonts, draw: Draw = drawHere(fonts)): Pictures {
  const drawn = createLatest<Markup, Uint8Array>(kept);
  let last: Promise<void> = Promise.resolve();

  /** One drawing after another. */
  function prepare(svg: () => Markup): Promise<void> {
    const mine = last.then(async () => {
      const wanted = svg();
      drawn.set(wanted, drawn.get(wanted) ?? (await draw(wanted)));
    });
    last = mine.catch(() => undefined);
    return mine;
  }

  /** What was not prepared is drawn here and now. */
  function bytesOf(svg: Markup): Uint8Array {
    const bytes = drawn.get(svg) ?? drawPicture(svg, fonts);
    drawn.set(svg, bytes);
    return bytes;
  }

  function picture(name: string, alt: string, svg: () => Markup): FileContent {
    return {
      ...{ name, mime: 'image/png', alt },
      get bytes() {
        return bytesOf(svg());
      },
      prepare: () => prepare(svg),
    };
  }

  return {
    board: (board, words, alt = boardAlt(board, words)) =>
      picture('board.png', alt, () => boardSvg(board, words, fonts)),
    timeline: (timeline, words, alt = timelineAlt(timeline, words)) =>
      picture('timeline.png', alt, () => timelineSvg(timeline, words, fonts)),
  };
}
