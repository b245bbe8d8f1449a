import { ladder } from '../letters/stages.ts';
import { type Board, type BoardWords, type NumberedRow, pressing, rungOf } from './board.ts';
import { markLooks, urgencyLooks } from './board-looks.ts';
import { drawChips, measureChip } from './chip.ts';
import { fitText, toName } from './fit-text.ts';
import type { Fonts } from './fonts.ts';
import { fitted, type Part, page, writings } from './page.ts';
import { paper, type Tone, tones } from './palette.ts';
import { box, disc, type Markup, stroke, write } from './svg.ts';

/** No chip at the end of a row is wider, so that every name has its room. */
const chipRoom = 190;

const trackStep = 15;
const afterTrack = page.left + 7 + (ladder.length - 1) * trackStep + 15;

/** A letter on its way: its name, how far it is, when it is due, and what else there is to know. */
export function drawRow(row: NumberedRow, top: number, board: Board, words: BoardWords, fonts: Fonts): Part {
  const { left, right, edge } = page;
  const { small, strong, name } = writings;
  const look = urgencyLooks[row.urgency];
  const ground = row.urgency === 'overdue' ? tones.alarm : look.tone;
  const chip = measureChip(
    { symbol: look.symbol, tone: ground, text: pressing(row, board.today, words) },
    chipRoom,
    fonts,
  );
  const date = row.due === null || row.urgency === 'in' ? '' : words.date(row.due, board.today);
  const room = right - fonts.width(date, small.size, small.weight) - 10 - afterTrack;
  const stage = fitted(words.stage[row.stage], room, strong, fonts);
  const afterStage = afterTrack + fonts.width(stage, strong.size, strong.weight) + 8;
  const purpose = fitted(row.purpose, afterTrack + room - afterStage, small, fonts);
  const label = toName(row.label, row.number, fonts);
  const chips = row.marks.map((mark) => ({ ...markLooks[mark], text: words.mark[mark] }));
  const marks = drawChips(chips, left, top + 61, right - left, fonts);
  const bottom = chips.length === 0 ? top + 60 : marks.bottom + 9;
  return {
    markup: [
      box(edge + 5, top + 9, 5, bottom - top - 18, 2.5, look.tone.mark),
      write(left, top + 26, fitText(label, right - chip.width - 12 - left, name.size, name.weight, fonts), name),
      chip.draw(right - chip.width, top + 8),
      drawTrack(left + 7, top + 44, rungOf(row.stage), row.urgency === 'in' ? tones.green : tones.blue),
      write(afterTrack, top + 49, stage, strong),
      write(afterStage, top + 49, purpose, small),
      date && write(right, top + 49, date, small, 'end'),
      marks.markup,
    ].join(''),
    bottom,
  };
}

/** The ladder as dots on a line: filled as far as the letter has come, a ring for what lies ahead. */
function drawTrack(x: number, y: number, reached: number, tone: Tone): Markup {
  const at = (index: number) => x + index * trackStep;
  const dots = ladder.map((_, index) => {
    if (index === reached) return disc(at(index), y, 6.5, tone.mark) + disc(at(index), y, 2.4, tone.on);
    return index < reached
      ? disc(at(index), y, 4, tone.mark)
      : disc(at(index), y, 3.4, paper.card, { stroke: paper.faint, 'stroke-width': 1.4 });
  });
  return [
    stroke(`M${at(reached)} ${y}H${at(ladder.length - 1)}`, paper.hairline, 2),
    stroke(`M${x} ${y}H${at(reached)}`, tone.mark, 3),
    ...dots,
  ].join('');
}

/** A letter beside the ladder: there is no way to show any more. */
export function drawAside(row: NumberedRow, top: number, words: BoardWords, fonts: Fonts): Part {
  const { left, right } = page;
  const name = { ...writings.name, size: 15, fill: paper.muted };
  const chip = measureChip({ ...urgencyLooks.aside, text: words.stage[row.stage] }, chipRoom, fonts);
  const room = right - chip.width - 12 - left;
  const label = fitText(toName(row.label, row.number, fonts), room, name.size, name.weight, fonts);
  const afterLabel = fonts.width(label, name.size, name.weight) + 10;
  return {
    markup: [
      write(left, top + 27, label, name),
      write(left + afterLabel, top + 27, fitted(row.purpose, room - afterLabel, writings.small, fonts), writings.small),
      chip.draw(right - chip.width, top + 9),
    ].join(''),
    bottom: top + 44,
  };
}
