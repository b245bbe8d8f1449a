import type { Command, Context } from './command.ts';
import type { RawArgs } from './invocation.ts';
import { choiceOf, maxDate, type ReadDate } from './read-args.ts';
import type { Day } from './time.ts';

/** Words of the longest value that is looked for. */
const longest = 3;

/**
 * `chen agreed`: the name of something with a value beside it, before or behind, as people type who know
 * no names of options. It counts only where nothing goes by the whole text and something goes by the
 * rest, so that Dr. Young is never taken for a value.
 */
export async function hearBeside<P>(command: Command<P>, raw: RawArgs, context: Context<P>): Promise<RawArgs> {
  const [first = ''] = Object.keys(command.options);
  const typed = raw[first]?.trim() ?? '';
  if (!command.beside || !typed.includes(' ') || (await command.beside.fits(typed, context))) return raw;
  for (const { value, rest } of splits(typed)) {
    for (const name of command.beside.options) {
      const option = command.options[name];
      const heard = option?.kind === 'choice' && raw[name] === undefined ? choiceOf(option, value) : undefined;
      if (heard === undefined) continue;
      const about = withoutEnd(rest, name);
      if (await command.beside.fits(about, context)) return { ...raw, [first]: about, [name]: heard };
    }
  }
  return raw;
}

/**
 * `Dr. Patel due sept 15`: a date behind the name of its option, where the colon was left out. It counts
 * only where all of what stands behind the name is a date, and so is never a part of anybody's name.
 */
export function hearDate(
  { options }: Pick<Command<never>, 'options'>,
  raw: RawArgs,
  today: Day,
  readDate: ReadDate,
): RawArgs {
  const [first = ''] = Object.keys(options);
  const words = raw[first]?.trim().split(/\s+/u) ?? [];
  if (options[first]?.kind !== 'text') return raw;
  for (const [name, option] of Object.entries(options)) {
    const at = words.findIndex((word, index) => index > 0 && word.toLowerCase() === name);
    if (option.kind !== 'date' || at < 0 || raw[name] !== undefined) continue;
    const date = words
      .slice(at + 1)
      .join(' ')
      .replace(/^(["“'])(.*)["”']$/u, '$2');
    if (date.length > maxDate || !('day' in readDate(date, today, option.toward))) continue;
    return { ...raw, [first]: words.slice(0, at).join(' ').replace(/,$/u, ''), [name]: date };
  }
  return raw;
}

/** `chen to` without the name of the option, whose colon was left out. */
function withoutEnd(text: string, name: string): string {
  return text.toLowerCase().endsWith(` ${name}`) ? text.slice(0, -name.length).trimEnd() : text;
}

/** The ways in which a text may be a value and a rest, the longest value first. */
function splits(typed: string): readonly { readonly value: string; readonly rest: string }[] {
  const words = typed.split(/\s+/u);
  const counts = [...Array(Math.min(longest, words.length - 1)).keys()].map((index) => index + 1).reverse();
  return counts.flatMap((count) => [
    { value: words.slice(-count).join(' '), rest: words.slice(0, -count).join(' ') },
    { value: words.slice(0, count).join(' '), rest: words.slice(count).join(' ') },
  ]);
}
