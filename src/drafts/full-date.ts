import { calendarNames } from '../core/calendar-names.ts';
import type { Language } from '../core/language.ts';
import type { Day } from '../core/time.ts';

/** `2027-09-23` as a letter has it: `September 23, 2027`, `23 septembre 2027`. */
export function fullDate(day: Day, language: Language): string {
  const date = new Date(`${day}T00:00:00Z`);
  const month = calendarNames[language].months[date.getUTCMonth()];
  const number = date.getUTCDate();
  if (language === 'en') return `${month} ${number}, ${date.getUTCFullYear()}`;
  return `${number === 1 ? '1er' : number} ${month} ${date.getUTCFullYear()}`;
}

/** The same with its weekday: `Thursday, September 23, 2027`, `jeudi 23 septembre 2027`. */
export function fullDay(day: Day, language: Language): string {
  const weekday = calendarNames[language].weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()];
  return `${weekday}${language === 'en' ? ',' : ''} ${fullDate(day, language)}`;
}
