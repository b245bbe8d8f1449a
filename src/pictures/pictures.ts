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
  /** `alt` stands in the place of all that is on it, where the text beside it says the rest. */
  board(board: Board, words: BoardWords, alt?: string): FileContent;
  timeline(timeline: Timeline, words: TimelineWords, alt?: string): FileContent;
}

/** Drawings that are kept: until they have left, and where communities with the same dates post the same one. */
const kept = 200;

/**
 * A picture is drawn when it leaves. Replies are written inside a transaction, and everybody else
 * would wait for the drawing. `pause` lets others have their turn between two drawings.
 */
export function createPictures(fonts: Fonts, pause: () => Promise<void> = async () => undefined): Pictures {
  const drawn = createLatest<string, Uint8Array>(kept);

  function draw(svg: string): Uint8Array {
    const bytes = drawn.get(svg) ?? drawPicture(svg, fonts);
    drawn.set(svg, bytes);
    return bytes;
  }

  let last: Promise<void> = Promise.resolve();

  /** One drawing after another, each after whoever came meanwhile. */
  function prepare(svg: () => string): Promise<void> {
    const mine = last.then(pause).then(() => void draw(svg()));
    last = mine.catch(() => undefined);
    return mine;
  }

  function picture(name: string, alt: string, svg: () => string): FileContent {
    return {
      ...{ name, mime: 'image/png', alt },
      get bytes() {
        return draw(svg());
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
