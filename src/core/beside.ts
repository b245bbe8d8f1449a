import type { Command, Context } from './command.ts';
import type { RawArgs } from './invocation.ts';
import { choiceOf } from './read-args.ts';

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
      if (heard !== undefined && (await command.beside.fits(rest, context))) {
        return { ...raw, [first]: rest, [name]: heard };
      }
    }
  }
  return raw;
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
