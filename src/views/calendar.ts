import type { Language } from '../core/language.ts';
import type { Instant } from '../core/time.ts';
import { type CalendarEvent, calendarOf } from '../exchange/calendar-file.ts';
import { dateRules, datesOf, namedDays } from '../letters/dates.ts';
import type { LetterWithWriter } from '../letters/letter.ts';
import type { Program } from '../letters/program.ts';
import type { Rules } from '../letters/program-rules.ts';
import { isOutstanding } from '../letters/stages.ts';
import type { Words } from '../words/words.ts';
import { purpose } from './letter.ts';

/** Whose days, and what they are counted by. */
export interface CalendarSource extends Rules {
  readonly letters: readonly LetterWithWriter[];
  readonly programs: readonly Program[];
  readonly img: boolean | null;
}

/** The days of a member's letters that are still to come in, and of programs to which they did not apply yet. */
export function eventsOf(source: CalendarSource, words: Words): readonly CalendarEvent[] {
  const { letters, programs } = source;
  return [
    ...letters.filter(({ letter }) => isOutstanding(letter.stage)).flatMap((one) => letterEvents(one, source, words)),
    ...programs.flatMap((program): CalendarEvent[] => {
      if (program.due === null || program.applied !== null) return [];
      return [
        {
          uid: `program-due-${program.id}@lorbot`,
          time: { kind: 'day', day: program.due },
          title: words.calendar.program(program.name),
          description: program.specialty ?? '',
        },
      ];
    }),
  ];
}

function letterEvents(one: LetterWithWriter, source: CalendarSource, words: Words): readonly CalendarEvent[] {
  const { letter, writer } = one;
  const dates = datesOf(letter, writer, dateRules(letter, source.img, source));
  const parts = [purpose(one, words), words.calendar.stage(words.letters.stage[letter.stage])];
  const shifted = dates.uploadBy !== dates.due ? [words.calendar.holidays] : [];
  return namedDays(dates).map(({ kind, day }) => ({
    uid: `${kind}-${letter.id}@lorbot`,
    time: { kind: 'day', day },
    title: words.calendar.letter[kind](writer.name),
    description: [...parts, ...shifted].filter((part) => part !== '').join('\n'),
  }));
}

/** The same as the text of a calendar file. */
export function calendarText(source: CalendarSource, words: Words, language: Language, now: Instant): string {
  return calendarOf(eventsOf(source, words), { name: words.calendar.name, language, now });
}
