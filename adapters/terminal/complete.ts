import { type Command, listed } from '../../src/core/command.ts';
import { fixedChoices } from '../../src/core/options.ts';
import { parseTyped, printCall } from '../../src/core/parse.ts';
import type { Choice } from '../../src/core/reply.ts';
import { directives } from './directive.ts';

type Declared = Pick<Command<never>, 'path' | 'options' | 'hidden'>;

/** Asks for the member's own values of an option. */
export type AskSuggestions = (path: string, option: string, typed: string) => Promise<readonly Choice[]>;

/** What the line could become: whole lines that begin as it does. */
export async function complete(
  line: string,
  commands: readonly Declared[],
  suggestions: AskSuggestions,
): Promise<readonly string[]> {
  if (line.startsWith('!')) return Object.keys(directives).filter((name) => name.startsWith(line));
  if (!line.startsWith('/')) return [];
  const paths = listed(commands)
    .map(({ path }) => `/${path}`)
    .filter((path) => path.startsWith(line));
  if (paths.length > 0) return paths;
  const parsed = parseTyped(line.slice(1), commands);
  if (parsed.kind === 'unknown') return [];
  return completeOption(line, parsed.command, suggestions);
}

async function completeOption(
  line: string,
  command: Declared,
  suggestions: AskSuggestions,
): Promise<readonly string[]> {
  const names = Object.keys(command.options);
  const mark = /(?:^|\s)(\w+):(\S*)$/u.exec(line);
  const name = mark?.[1] ?? '';
  const option = command.options[name];
  if (option && mark) {
    const typed = mark[2] ?? '';
    const choices = fixedChoices(option) ?? (await suggestions(command.path, name, typed));
    const start = line.slice(0, line.length - typed.length);
    return choices.filter(({ value }) => value.startsWith(typed)).map(({ value }) => `${start}${quoted(value)}`);
  }
  const word = /\S*$/u.exec(line)?.[0] ?? '';
  const start = line.slice(0, line.length - word.length);
  const unused = names.filter((one) => one.startsWith(word) && !line.includes(` ${one}:`));
  return unused.map((one) => `${start}${one}:`);
}

/** A value as it has to be typed. */
function quoted(value: string): string {
  return printCall({ path: 'x', args: { v: value } }).slice('/x v:'.length);
}
