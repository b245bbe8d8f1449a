import {
  button,
  buttons,
  file,
  heading,
  type Line,
  note,
  numbers,
  paragraph,
  type Reply,
  reply,
} from '../core/reply.ts';
import type { Day } from '../core/time.ts';
import { daysBetween } from '../dates/calendar.ts';
import { dateRules, datesOf } from '../letters/dates.ts';
import { initials } from '../letters/initials.ts';
import type { LetterWithWriter } from '../letters/letter.ts';
import type { Program } from '../letters/program.ts';
import { isGone, isIn } from '../letters/stages.ts';
import type { Packs } from '../packs/pack.ts';
import type { Board, BoardMark, BoardRow, Urgency } from '../pictures/board.ts';
import { boardAlt } from '../pictures/board-alt.ts';
import type { Pictures } from '../pictures/pictures.ts';
import type { Words } from '../words/words.ts';
import { purpose } from './letter.ts';

/** Days ahead in which a letter counts as due soon. */
const soon = 14;

/** A member's letters and what it takes to place them. */
export interface BoardSource {
  readonly letters: readonly LetterWithWriter[];
  readonly programs: readonly Program[];
  readonly img: boolean | null;
  readonly today: Day;
  readonly packs: Packs;
}

/**
 * The board of a member. Where somebody else is to see it, initials stand in the place of names, and
 * what the member notes for themselves stays away.
 */
export function boardOf(source: BoardSource, words: Words, only: 'names' | 'initials'): Board {
  const { letters, today } = source;
  return {
    title: words.board.title,
    today,
    rows: letters.map((one) => rowOf(one, source, words, only)),
  };
}

function rowOf(one: LetterWithWriter, source: BoardSource, words: Words, only: 'names' | 'initials'): BoardRow {
  const { letter, writer } = one;
  const { uploadBy } = datesOf(letter, writer, dateRules(letter, source.img, source));
  return {
    label: only === 'names' ? writer.name : initials(writer.name) || words.board.unnamed,
    purpose: purpose(one, words),
    stage: letter.stage,
    due: uploadBy,
    urgency: urgencyOf(letter.stage, uploadBy, source.today),
    marks: only === 'names' ? marksOf(one, source) : [],
  };
}

function urgencyOf(stage: BoardRow['stage'], by: Day | null, today: Day): Urgency {
  if (isIn(stage)) return 'in';
  if (by === null) return 'none';
  const left = daysBetween(today, by);
  if (left < 0) return 'overdue';
  return left <= soon ? 'soon' : 'later';
}

function marksOf({ letter }: LetterWithWriter, { programs }: BoardSource): readonly BoardMark[] {
  const assigned = programs.some(({ letters }) => letters.some((one) => one.letter === letter.id));
  const open = !isIn(letter.stage) && !isGone(letter.stage);
  return [
    ...(isIn(letter.stage) && programs.length > 0 && !assigned ? (['unassigned'] as const) : []),
    ...(open && letter.backup !== null ? (['backup'] as const) : []),
    ...(open && letter.answer === 'lukewarm' ? (['lukewarm'] as const) : []),
  ];
}

/** A board as a picture, with all of it in words beside it. */
export function boardReply(
  board: Board,
  { pictures, words }: { readonly pictures: Pictures; readonly words: Words },
  said: { readonly first?: Line; readonly note?: Line; readonly own: boolean },
): Reply {
  const [overview = '', ...lines] = boardAlt(board, words.pictures.board).split('\n');
  const isRow = (text: string) => /^\d+\. /u.test(text);
  const rows = lines.filter(isRow).map((text): Line => [text.replace(/^\d+\. /u, '')]);
  const ladder = lines.filter((text) => !isRow(text) && text !== words.pictures.board.asides);
  return reply(
    said.first && paragraph(said.first),
    heading(board.title),
    paragraph([overview]),
    rows.length > 0 && numbers(rows),
    ...ladder.map((text) => note([text])),
    board.rows.length > 0 && file(pictures.board(board, words.pictures.board, overview)),
    said.note && note(said.note),
    said.own &&
      buttons(
        button(words.letters.buttons.list, 'lor list'),
        board.rows.length > 0 && button(words.board.check, 'lor check'),
        button(words.sharing.buttons.share, 'lor share with'),
      ),
  );
}
