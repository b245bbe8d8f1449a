import { measureChip } from './chip.ts';
import { blankSign, fitText, toDrawable, toName } from './fit-text.ts';
import type { Fonts } from './fonts.ts';
import { drawCard, drawNotes, drawPage, drawTitle, fitted, type Part, page, writings } from './page.ts';
import { paper, type Tone, tones } from './palette.ts';
import { box, disc, type Markup, stroke, type Writing, write } from './svg.ts';
import { type Draw, symbols } from './symbols.ts';
import { type EventKind, inOrder, type NumberedEvent, type Timeline, type TimelineWords } from './timeline.ts';

/** More dates than this are counted below the picture. */
export const mostEvents = 12;

/** Of the dates that are past, as many as tell where one stands. */
const mostPast = 2;

const looks: Readonly<Record<EventKind, { readonly symbol: Draw; readonly tone: Tone }>> = {
  opens: { symbol: symbols.door, tone: tones.green },
  deadline: { symbol: symbols.flag, tone: tones.vermillion },
  result: { symbol: symbols.star, tone: tones.blue },
  community: { symbol: symbols.diamond, tone: tones.purple },
};

const lineX = 46;
const textX = 74;

/** The season from above to below: what is past, today, what lies ahead. `timelineAlt` has it in words. */
export function timelineSvg(timeline: Timeline, words: TimelineWords, fonts: Fonts): Markup {
  const { shown, hidden } = choose(inOrder(timeline));
  const title = drawTitle(timeline.title, '', fonts);
  const top = title.bottom + 4;
  const past = shown.filter(({ left }) => left < 0);
  const ahead = shown.filter(({ left }) => left >= 0);
  let y = top + 6;
  const rows: Markup[] = [];
  const add = (part: Part) => {
    rows.push(part.markup);
    y = part.bottom;
  };
  for (const event of past) add(drawPast(event, y, timeline, words, fonts));
  const pastEnd = y;
  add(drawToday(y, timeline, words, fonts));
  for (const [index, event] of ahead.entries()) add(drawAhead(event, index === 0, y, timeline, words, fonts));
  const bottom = y + 6;
  const lines = [
    past.length > 0 ? stroke(`M${lineX} ${top + 32}V${pastEnd + 22}`, paper.hairline, 3) : '',
    ahead.length > 0 ? stroke(`M${lineX} ${pastEnd + 22}V${bottom - 38}`, paper.faint, 3) : '',
  ];
  const texts = [timeline.title, ...shown.map(({ name }) => name)];
  const lost = texts.some((text) => toDrawable(text, fonts).lost);
  const notes = [
    timeline.events.length === 0 ? words.empty : '',
    hidden > 0 ? words.more(hidden) : '',
    lost ? words.lost(blankSign) : '',
  ].filter((note) => note !== '');
  const small = drawNotes(notes, bottom + 10, fonts);
  return drawPage(small.bottom + 6, [title.markup, drawCard(top, bottom), ...lines, ...rows, small.markup]);
}

/** The next dates, and before them a few that are past. */
function choose(events: readonly NumberedEvent[]) {
  const past = events.filter(({ left }) => left < 0);
  const ahead = events.filter(({ left }) => left >= 0);
  const keptAhead = ahead.slice(0, Math.max(mostEvents - past.length, mostEvents - mostPast));
  const keptPast = past.slice(-(mostEvents - keptAhead.length));
  const shown = [...keptPast, ...keptAhead];
  return { shown, hidden: events.length - shown.length };
}

function drawToday(top: number, { today }: Timeline, words: TimelineWords, fonts: Fonts): Part {
  const tone: Tone = { mark: paper.ink, on: paper.card, tint: paper.ink, ink: paper.card };
  const chip = measureChip({ tone, text: words.today(words.date(today)) }, page.right - textX, fonts);
  const middle = top + 22;
  return {
    markup: [
      stroke(`M${lineX} ${middle}H${page.right}`, paper.ink, 2),
      disc(lineX, middle, 6, paper.ink),
      chip.draw(textX, middle - 13),
    ].join(''),
    bottom: top + 44,
  };
}

function drawAhead(
  event: NumberedEvent,
  next: boolean,
  top: number,
  { today }: Timeline,
  words: TimelineWords,
  fonts: Fonts,
): Part {
  const { symbol, tone } = looks[event.kind];
  const ground = next ? paper.card : tone.tint;
  const chip = measureChip({ tone: { ...tone, tint: ground }, text: words.left(event.left) }, 160, fonts);
  const details = `${words.date(event.day, today)} · ${words.kind[event.kind]}`;
  return {
    markup: [
      next ? box(page.edge + 6, top + 3, page.width - 2 * page.edge - 12, 56, 9, tone.tint) : '',
      disc(lineX, top + 31, 13, paper.card),
      symbol(lineX, top + 31, tone),
      ...drawTexts(event, details, top, page.right - chip.width - 12, writings.name, writings.small, fonts),
      chip.draw(page.right - chip.width, top + 18),
    ].join(''),
    bottom: top + 62,
  };
}

function drawPast(event: NumberedEvent, top: number, { today }: Timeline, words: TimelineWords, fonts: Fonts): Part {
  const { symbol } = looks[event.kind];
  const left = fitted(words.left(event.left), 160, writings.small, fonts);
  const end = page.right - fonts.width(left, writings.small.size, writings.small.weight) - 12;
  const details = `${words.date(event.day, today)} · ${words.kind[event.kind]}`;
  return {
    markup: [
      disc(lineX, top + 27, 13, paper.card),
      symbol(lineX, top + 27, { ...tones.grey, mark: paper.faint }),
      ...drawTexts(event, details, top - 4, end, { ...writings.small, size: 15 }, writings.small, fonts),
      write(page.right, top + 32, left, writings.small, 'end'),
    ].join(''),
    bottom: top + 54,
  };
}

function drawTexts(
  event: NumberedEvent,
  details: string,
  top: number,
  end: number,
  name: Writing,
  small: Writing,
  fonts: Fonts,
): readonly Markup[] {
  const label = fitText(toName(event.name, event.number, fonts), end - textX, name.size, name.weight, fonts);
  return [
    write(textX, top + 27, label, name),
    write(textX, top + 48, fitted(details, end - textX, small, fonts), small),
  ];
}
