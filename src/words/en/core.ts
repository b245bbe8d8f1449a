import { calendarNames } from '../../core/calendar-names.ts';
import { type Choice, code, type Inline, type Line, line, strong } from '../../core/reply.ts';
import { shorten } from '../../core/text.ts';
import type { CoreWords, ValueProblem } from '../../core/words.ts';

/** `9 days`, `1 day`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`;
}

/** `a, b or c`. */
export function either(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** `a, b and c`. */
export function both(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function quoted(typed: string): string {
  return `“${shorten(typed.trim(), 60)}”`;
}

/** `1 MB`, `250 kB`. */
function size(bytes: number): string {
  return bytes >= 1_000_000 ? `${Math.floor(bytes / 1_000_000)} MB` : `${Math.ceil(bytes / 1_000)} kB`;
}

function valuesOf(choices: readonly Choice[]): readonly string[] {
  return choices.map(({ value }) => value);
}

/** What to do comes early: a form on a phone shows no more than the beginning. */
function fileSentence(field: Inline, { name, trouble, max }: Extract<ValueProblem, { kind: 'bad-file' }>): Line {
  const file = quoted(shorten(name, 40));
  switch (trouble) {
    case 'too-large':
      return line`${field}: ${file} is too large. I take files of up to ${size(max)}.`;
    case 'packed':
      return line`${field}: save ${file} as CSV and attach that. It is an Excel workbook or another packed file.`;
    case 'not-text':
      return line`${field}: ${file} is not a text file. Attach one that is, such as CSV.`;
    case 'empty':
      return line`${field}: ${file} is empty. Attach another one.`;
    case 'unreachable':
      return line`${field}: I could not fetch ${file}. Please attach it again.`;
  }
}

function valueSentence(label: string, typed: string, problem: ValueProblem): Line {
  const field = strong(label);
  switch (problem.kind) {
    case 'missing':
      return line`Please fill in: ${field}.`;
    case 'too-long':
      return line`${field} is too long: ${count(problem.length, 'character')}, and at most ${problem.max.toLocaleString('en-US')} fit. Please shorten it.`;
    case 'unkeepable':
      return line`${field} holds ${
        {
          control: 'a control character',
          override: 'a character that turns the text around it',
          broken: 'half of a character',
        }[problem.what]
      } that cannot be kept. Type it again without it.`;
    case 'not-a-number':
      return line`${field} takes a whole number from ${problem.min} to ${problem.max}; ${quoted(typed)} is none.`;
    case 'not-a-choice':
      return problem.nearest
        ? line`${field}: ${quoted(typed)} is not one of the choices. Did you mean ${code(problem.nearest.value)}? Choose ${either(valuesOf(problem.choices))}.`
        : line`${field}: ${quoted(typed)} is not one of the choices. Choose ${either(valuesOf(problem.choices))}.`;
    case 'not-a-flag':
      return line`${field} takes ${code('yes')} or ${code('no')}; ${quoted(typed)} is neither.`;
    case 'not-a-time':
      return line`${field} takes a time such as ${code('09:00')} or ${code('5:30 pm')}; ${quoted(typed)} is none.`;
    case 'not-a-channel':
      return line`${field} takes a channel such as ${code('#lor-help')}; ${quoted(typed)} is none.`;
    case 'not-a-person':
      return line`${field} takes a person, as in ${code('@maya')}; ${quoted(typed)} is none.`;
    case 'not-a-group':
      return line`${field} takes a role or a group, as in ${code('@helpers')}; ${quoted(typed)} is none.`;
    case 'no-file':
      return line`Please attach a file: ${field}.`;
    case 'not-a-file':
      return line`${field} takes a file; ${quoted(typed)} is none. Attach the file itself.`;
    case 'bad-file':
      return fileSentence(field, problem);
    case 'not-a-date':
      return line`${field}: I cannot read ${quoted(typed)} as a date. Try ${code('sep 23')}, ${code('2027-09-23')}, ${code('in 3 weeks')} or ${code('next fri')}.`;
    case 'no-such-day':
      return line`${field}: there is no such day as ${quoted(typed)}. ${calendarNames.en.months[problem.month - 1] ?? ''} ${problem.year} has ${count(problem.days, 'day')}.`;
  }
}

export const core: CoreWords = {
  language: 'en',
  declarations: {},
  value: valueSentence,
  example: (example) => line`For example: ${code(example)}`,
  formOpens: (summary) => line`${summary}: a form opens with what stands today.`,
  openForm: 'Open the form',
  unknownCommand: (typed) =>
    typed === '' ? line`I do not know that command.` : line`I do not know the command ${quoted(typed)}.`,
  didYouMean: (path) => line`Did you mean ${code(path)}?`,
  askInstead: 'Ask it as a question',
  showHelp: 'Show help',
  refused: {
    'not-admin': (path) =>
      line`${code(`/${path}`)} is for admins of this community. Ask one of them to run it for you.`,
    'not-curator': (path) =>
      line`${code(`/${path}`)} is for curators and admins of this community. An admin makes somebody a curator with ${code('/lor-admin role grant')}; ask one of them.`,
    'not-member': (path) =>
      line`${code(`/${path}`)} is for members of this community, and you come from another one. Questions I answer here, too: ${code('/lor ask')}.`,
    'only-in-community': (path) => line`${code(`/${path}`)} works inside a workspace or server, not in a DM.`,
  },
  tooFast: (perMinute, seconds) =>
    line`That was more than ${count(perMinute, 'command')} in a minute. Please wait ${count(seconds, 'second')} and try again; nothing was changed.`,
  busy: line`I could not save that just now, so nothing was changed. Please try again in a moment.`,
  failed: (reference) =>
    line`Something went wrong on our side, and nothing was changed. Please try again; if it stays, tell an admin the reference ${code(reference)}.`,
  outdatedButton: line`That button belongs to an older version of me. Type ${code('/lor help')} to find the command.`,
  help: {
    title: 'What I can do',
    intro: line`I answer questions about letters of recommendation, keep track of yours, and remind you in time. Ask in your own words with ${code('/lor ask')}, or begin with ${code('/lor add')}. In a channel, mention me with a question. Only you see your letters.`,
    groups: {
      lor: 'Questions and letters',
      'lor writer': 'Writers',
      'lor program': 'Programs',
      'lor share': 'Sharing your board',
      'lor data': 'Your data',
      'lor remind': 'Reminders by DM',
      'lor-admin': 'For admins',
      'lor-admin digest': 'For admins: digests',
      'lor-admin deadline': 'For admins: deadlines',
      'lor-admin pack': 'For admins and curators: dates of the seasons',
      'lor-admin answer': 'For curators: answers of this community',
      'lor-admin role': 'For admins: curators and admins',
    },
    pick: 'More on a command',
    usage: 'What it takes',
    examples: 'Examples',
    required: 'needed',
    optional: 'may be left out',
    attached: 'attached, not typed',
    oneOf: (choices) => `one of ${valuesOf(choices).join(', ')}`,
    unknown: (typed) => line`There is no command ${quoted(typed)}. These are all I know:`,
  },
};
