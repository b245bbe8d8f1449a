import type { Language } from './language.ts';

/** How a language calls months and weekdays. Months begin with January, weeks with Sunday. */
export interface CalendarNames {
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  readonly weekdays: readonly string[];
  readonly shortWeekdays: readonly string[];
}

/** Names of our own: those of the machine differ from version to version ("Sep", "Sept"). */
export const calendarNames: Readonly<Record<Language, CalendarNames>> = {
  en: {
    months: listed('January February March April May June July August September October November December'),
    shortMonths: listed('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'),
    weekdays: listed('Sunday Monday Tuesday Wednesday Thursday Friday Saturday'),
    shortWeekdays: listed('Sun Mon Tue Wed Thu Fri Sat'),
  },
  fr: {
    months: listed('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
    shortMonths: listed('janv. févr. mars avr. mai juin juill. août sept. oct. nov. déc.'),
    weekdays: listed('dimanche lundi mardi mercredi jeudi vendredi samedi'),
    shortWeekdays: listed('dim. lun. mar. mer. jeu. ven. sam.'),
  },
};

function listed(names: string): readonly string[] {
  return names.split(' ');
}
