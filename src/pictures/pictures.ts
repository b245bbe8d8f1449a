import { createLatest } from '../core/latest.ts';
import type { FileContent } from '../core/reply.ts';
import type { Board, BoardWords } from './board.ts';
import { boardAlt } from './board-alt.ts';
import { boardSvg } from './board-svg.ts';
import { drawPicture } from './draw-picture.ts';
import type { Fonts } from './fonts.ts';
import type { Timeline, TimelineWords } from './timeline.ts';
import { timelineAlt } from './timeline-alt.ts';
import { timelineSvg } from './timeline-svg.ts';

/** Draws what a reply can hold: a PNG with the text that stands in its place. */
export interface Pictures {
  board(board: Board, words: BoardWords): FileContent;
  timeline(timeline: Timeline, words: TimelineWords): FileContent;
}

/** Drawings that are kept: communities with the same dates post the same one. */
const kept = 20;

/**
 * A picture is drawn when its bytes are asked for, which is when it leaves. Replies are written
 * inside a transaction, and everybody else would wait for the drawing.
 */
export function createPictures(fonts: Fonts): Pictures {
  const drawn = createLatest<string, Uint8Array>(kept);

  function draw(svg: string): Uint8Array {
    const bytes = drawn.get(svg) ?? drawPicture(svg, fonts);
    drawn.set(svg, bytes);
    return bytes;
  }

  function picture(name: string, alt: string, svg: () => string): FileContent {
    return {
      ...{ name, mime: 'image/png', alt },
      get bytes() {
        return draw(svg());
      },
    };
  }

  return {
    board: (board, words) => picture('board.png', boardAlt(board, words), () => boardSvg(board, words, fonts)),
    timeline: (timeline, words) =>
      picture('timeline.png', timelineAlt(timeline, words), () => timelineSvg(timeline, words, fonts)),
  };
}
