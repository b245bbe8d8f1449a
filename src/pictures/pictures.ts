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

export function createPictures(fonts: Fonts): Pictures {
  return {
    board: (board, words) => ({
      name: 'board.png',
      mime: 'image/png',
      alt: boardAlt(board, words),
      bytes: drawPicture(boardSvg(board, words, fonts), fonts),
    }),
    timeline: (timeline, words) => ({
      name: 'timeline.png',
      mime: 'image/png',
      alt: timelineAlt(timeline, words),
      bytes: drawPicture(timelineSvg(timeline, words, fonts), fonts),
    }),
  };
}
