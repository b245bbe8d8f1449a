import { ladder } from '../letters/stages.ts';
import { arrange, type Board, type BoardRow, type BoardWords, counts, type NumberedRow } from './board.ts';
import { urgencyLooks } from './board-looks.ts';
import { drawAside, drawRow } from './board-row.ts';
import { drawChips } from './chip.ts';
import { blankSign, toDrawable } from './fit-text.ts';
import type { Fonts } from './fonts.ts';
import { drawCard, drawNotes, drawPage, drawTitle, fitted, type Part, page, writings } from './page.ts';
import { paper } from './palette.ts';
import { type Markup, stroke, write } from './svg.ts';

/** More letters than this make a picture that no phone shows whole; the rest is counted below it. */
export const mostRows = 25;

/** A board as a picture. What a text loses there, `boardAlt` has: each row counts the same in both. */
export function boardSvg(board: Board, words: BoardWords, fonts: Fonts): Markup {
  const { onTheWay, asides } = arrange(board.rows);
  const shown = onTheWay.slice(0, mostRows);
  const shownAsides = asides.slice(0, mostRows - shown.length);
  const title = drawTitle(board.title, words.date(board.today), fonts);
  const summary = drawSummary(board.rows, title.bottom, words, fonts);
  const letters = drawRows(shown, summary.bottom, (row, top) => drawRow(row, top, board, words, fonts));
  const besides = drawAsides(shownAsides, letters.bottom, words, fonts);
  const notes = drawNotes(notesOf(board, [...shown, ...shownAsides], words, fonts), besides.bottom, fonts);
  const parts = [title, summary, letters, besides, notes].map(({ markup }) => markup);
  return drawPage(notes.bottom + 6, parts);
}

function notesOf(
  { title, rows }: Board,
  shown: readonly BoardRow[],
  words: BoardWords,
  fonts: Fonts,
): readonly string[] {
  const texts = [title, ...shown.flatMap(({ label, purpose }) => [label, purpose])];
  const lost = texts.some((text) => toDrawable(text, fonts).lost);
  const hidden = rows.length - shown.length;
  return [
    rows.length === 0 ? words.empty : '',
    hidden > 0 ? words.more(hidden) : '',
    lost ? words.lost(blankSign) : '',
    rows.length > 0 ? words.ladder(ladder.map((stage) => words.stage[stage])) : '',
  ].filter((note) => note !== '');
}

function drawSummary(rows: readonly BoardRow[], top: number, words: BoardWords, fonts: Fonts): Part {
  const chips = counts(rows, words).map(([kind, text]) => {
    const { symbol, tone } = urgencyLooks[kind];
    return { symbol, tone: { ...tone, tint: paper.card }, text };
  });
  const { markup, bottom } = drawChips(chips, page.edge, top, page.width - 2 * page.edge, fonts);
  return { markup, bottom: bottom + 12 };
}

function drawRows(rows: readonly NumberedRow[], top: number, draw: (row: NumberedRow, top: number) => Part): Part {
  if (rows.length === 0) return { markup: '', bottom: top };
  let y = top;
  const parts: Markup[] = [];
  for (const row of rows) {
    if (y > top) parts.push(stroke(`M${page.left} ${y}H${page.right}`, paper.hairline, 1));
    const part = draw(row, y);
    parts.push(part.markup);
    y = part.bottom;
  }
  return { markup: drawCard(top, y) + parts.join(''), bottom: y + 12 };
}

function drawAsides(rows: readonly NumberedRow[], top: number, words: BoardWords, fonts: Fonts): Part {
  if (rows.length === 0) return { markup: '', bottom: top };
  const heading = { ...writings.strong, fill: paper.muted };
  const text = fitted(words.asides, page.right - page.edge, heading, fonts);
  const card = drawRows(rows, top + 26, (row, y) => drawAside(row, y, words, fonts));
  return { markup: write(page.edge + 4, top + 16, text, heading) + card.markup, bottom: card.bottom };
}
