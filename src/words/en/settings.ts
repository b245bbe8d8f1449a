import { calendarNames } from '../../core/calendar-names.ts';
import type { Language } from '../../core/language.ts';
import { code, day, type Line, line, strong } from '../../core/reply.ts';
import type { Day } from '../../core/time.ts';
import type { Hours } from '../../members/hours.ts';
import type { ServiceId } from '../../packs/service.ts';
import { count } from './core.ts';
import { type Kept, kept } from './data.ts';
import { letters } from './letters.ts';

/** `Monday to Friday`, `Monday, Wednesday`, `every day`. */
function dayNames(days: readonly number[]): string {
  if (days.length === 7) return 'every day';
  if (days.join('') === '12345') return 'Monday to Friday';
  return days.map((number) => calendarNames.en.weekdays[number % 7] ?? '').join(', ');
}

export const settings = {
  title: 'Your settings',
  saved: line`Saved.`,
  change: line`Change: ${code('/lor settings zone:chicago service:eras specialty:IM img:no')}`,
  fields: {
    zone: 'Time zone',
    language: 'Language',
    service: 'Application service',
    season: 'Match season',
    specialties: 'Specialties',
    img: 'International graduate',
    reapplicant: 'Applied before',
    reminders: 'Reminders by DM',
    hours: 'I may write first',
    cohort: 'Counted in group figures',
  },
  languages: { en: 'English', fr: 'French' } satisfies Record<Language, string>,
  languageByDefault: (language: string): Line => line`${language} (until you say otherwise)`,
  notSet: 'not said yet',
  yes: 'yes',
  no: 'no',
  on: 'on',
  off: 'off',
  zoneByDefault: (zone: string): Line => line`${zone} (until you say otherwise)`,
  seasonByDefault: (season: string): Line => line`${season} (the one in force)`,
  closed: (season: string, letters: number, programs: number): Line =>
    line`Season ${season} is closed: ${count(letters, 'letter')} and ${count(programs, 'program')} stay there and are out of the way. A letter that came in keeps its date, and its page says how to use it again.`,
  /** After going on to another season was taken back. */
  backIn: (season: string): Line => line`You apply in season ${season} again.`,
  service: (service: ServiceId): string => letters.service[service],
  unknownZone: (typed: string, nearest: readonly string[]): Line =>
    nearest.length > 0
      ? line`I know no time zone “${typed}”. Did you mean ${code(nearest.join(', '))}?`
      : line`I know no time zone “${typed}”. Name a large city in it, such as ${code('Chicago')} or ${code('America/Toronto')}.`,
  /** `from 09:00 to 21:00, every day`. */
  hours: ({ from, until, days }: Hours): string => `from ${from} to ${until}, ${dayNames(days)}`,
  unknownHours: (typed: string): Line =>
    line`I cannot read “${typed}” as hours. Try ${code('9-21')}, ${code('8am-8pm mon-fri')} or ${code('none')} for the usual.`,
  tooManySpecialties: (max: number): Line => line`At most ${max} specialties fit.`,
  privacy: {
    title: 'What I keep about you',
    points: [
      line`${strong('Only you')} see your writers, letters and dates, and whoever you show your board to. Other members do not, and neither do the admins of this community.`,
      line`I keep what you type into commands: writers, letters, stages with their dates, and your settings. I never keep, read or ask for the text of a letter.`,
      line`Questions are answered and forgotten, unless you press a button that sends one on; until it is answered, a message to me lies encrypted. For a day I remember which topic a conversation was about, so that you can ask on. Logs hold the name of a command and how it ended, never your words.`,
      line`Curators of a community see what you ${strong('send')} or ${strong('suggest')} to them, and how many found an answer unhelpful. Your vote stays yours to change; nobody sees whose it is.`,
      line`I send you a DM only if you ask for it with ${code('/lor remind on')}, and I never write to a writer.`,
      line`In a channel I answer only by what the message itself says, never by your settings. I keep nothing that is said there.`,
      line`Group figures in a digest count you only if you ask for it with ${code('/lor settings cohort:yes')}: whether you have asked all your writers, in a range over ten members or more, in communities where you use me. Until the next figures I note whether you had.`,
      line`A community owns its digests and deadlines. Those are public in it; your letters are not.`,
      line`A writer is a person too: keep to what you need. Patient details have no place here.`,
    ],
    removed: (days: number): Line =>
      line`When I am removed from a community, I keep everything for ${count(days, 'day')}, in case it was a mistake. Then I delete what belongs to it, and all that I keep of those who use me nowhere else. So that I can tell, I note in which communities you change something with me.`,
    left: line`When ${strong('you')} leave a community, I do not notice, and delete nothing. ${code('/lor data erase')} deletes everything that I keep of you, at once.`,
    stored: (what: Kept): Line => line`At present I keep ${kept(what)} for you.`,
    expires: (on: Day): Line =>
      line`Letters do not stay for ever. From about ${day(on)} on yours are deleted, with everything else that I keep of you, after two warnings by DM if you have reminders on: half a year after your season, as far as I can tell when it ends, or after your last change, whichever is later.`,
    buttons: { copy: 'Take a copy', shares: 'Who may look', erase: 'Delete everything' },
    operator: line`The operator who runs this bot holds the database and answers for it.`,
  },
  terms: {
    title: 'Terms of use',
    points: [
      line`I help to keep track of letters of recommendation and answer questions about them. Whoever uses me agrees to these terms and to those of the platform on which they use me.`,
      line`Keep your own letters with me. Do not enter patient details, nor what somebody told you in confidence.`,
      line`Answers name their sources and the day on which they were checked. They are no advice of a school, a program or an application service, and these decide: check a date or a rule that matters to you where it comes from.`,
      line`Do not try to reach what belongs to others, to overload me, or to have me write to people who did not agree to it.`,
      line`I am given as I am, without any warranty. A reminder can come late or not at all; the deadline stays yours.`,
      line`You can stop at any time: ${code('/lor data export')} hands everything over and ${code('/lor data erase')} deletes it. The operator can stop me, and can exclude whoever misuses me.`,
    ],
    operator: line`These terms are between you and the operator who runs this bot, and hold beside what the law gives you.`,
  },
};
