import { calendarNames } from '../core/calendar-names.ts';
import { languages } from '../core/language.ts';

/** The text in small letters without accents: `Aout` is `août`. */
export function folded(text: string): string {
  return text.toLowerCase().replaceAll('’', "'").normalize('NFD').replace(/\p{M}/gu, '');
}

const months = languages.map((language) => calendarNames[language].months.map(folded));
const weekdays = calendarNames.fr.weekdays.map(folded);

/**
 * 1 to 12 for the name of a month in any of our languages, or for a beginning of it that is no
 * other month's (`jui` could be two); 0 for any other word. Takes folded text.
 */
export function monthNumber(word: string): number {
  if (word.length < 3) return 0;
  for (const names of months) {
    const fitting = names.flatMap((name, index) => (name.startsWith(word) ? [index + 1] : []));
    const [only] = fitting;
    if (only !== undefined && fitting.length === 1) return only;
  }
  return 0;
}

const weekdayBeforeDate = new RegExp(`^(?:${weekdays.map(withShort).join('|')}),?\\s+(?:le\\s+)?(?=\\d)`, 'u');

/** `lundi`, or its short form with or without a full stop. */
function withShort(name: string): string {
  return `${name.slice(0, 3)}(?:${name.slice(3)}|\\.)?`;
}

/** `23 sept. 2027` of `jeu. 23 sept. 2027`: a French weekday before a date says nothing that the date does not. */
export function withoutWeekday(text: string): string {
  return text.replace(weekdayBeforeDate, '');
}

/** Whether the text is no more than a French weekday's three letters: `mar` or `sam` may mean anything. */
export function isShortWeekday(text: string): boolean {
  return weekdays.some((name) => text.replace(/\.$/u, '') === name.slice(0, 3));
}
