import { tidyLine } from '../core/text.ts';
import { inOrder, type Timeline, type TimelineWords } from './timeline.ts';

/** A timeline in words, complete: every date in its order, with today between what is past and what is to come. */
export function timelineAlt(timeline: Timeline, words: TimelineWords): string {
  const { title, today } = timeline;
  const events = inOrder(timeline).map(({ number, name, day, kind, left }) => ({
    left,
    text: `${number}. ${words.sentence(tidyLine(name), words.kind[kind], [words.date(day, today), words.left(left)])}`,
  }));
  return [
    tidyLine(title),
    ...events.filter(({ left }) => left < 0).map(({ text }) => text),
    words.today(words.date(today)),
    ...events.filter(({ left }) => left >= 0).map(({ text }) => text),
    ...(events.length === 0 ? [words.empty] : []),
  ].join('\n');
}
