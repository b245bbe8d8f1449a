import { tidyLine } from '../core/text.ts';
import { ladder } from '../letters/stages.ts';
import { arrange, type Board, type BoardWords, counts, type NumberedRow, pressing, rungOf } from './board.ts';

/**
 * A board in words, complete: it stands where the picture cannot be seen, and names each letter
 * by the number that the picture gives where it cannot draw a name.
 */
export function boardAlt(board: Board, words: BoardWords): string {
  const { onTheWay, asides } = arrange(board.rows);
  const summary = counts(board.rows, words).map(([, text]) => text);
  return [
    words.overview(tidyLine(board.title), words.date(board.today), summary.length > 0 ? summary : [words.empty]),
    ...onTheWay.map((row) => sentence(row, factsOf(row, board, words), words)),
    ...(asides.length > 0 ? [words.asides] : []),
    ...asides.map((row) => sentence(row, [words.stage[row.stage]], words)),
    ...(board.rows.length > 0 ? [words.ladder(ladder.map((stage) => words.stage[stage]))] : []),
  ].join('\n');
}

function sentence({ number, label, purpose }: NumberedRow, facts: readonly string[], words: BoardWords): string {
  return `${number}. ${words.sentence(tidyLine(label), tidyLine(purpose), facts)}`;
}

function factsOf(row: NumberedRow, { today }: Board, words: BoardWords): readonly string[] {
  const due = row.due === null || row.urgency === 'in' ? [] : [words.due(words.date(row.due, today))];
  return [
    words.stage[row.stage],
    words.step(rungOf(row.stage) + 1, ladder.length),
    pressing(row, today, words),
    ...due,
    ...row.marks.map((mark) => words.mark[mark]),
  ];
}
