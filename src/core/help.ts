import type { Command } from './command.ts';
import { localise } from './localise.ts';
import type { Option } from './options.ts';
import { helpPath } from './paths.ts';
import {
  type Block,
  bullets,
  button,
  buttons,
  code,
  heading,
  type Line,
  line,
  menu,
  note,
  paragraph,
  type Reply,
  reply,
  strong,
} from './reply.ts';
import type { CoreWords } from './words.ts';

/** What help needs of a declaration. */
export type Declared = Pick<Command<never>, 'path' | 'summary' | 'examples' | 'options' | 'access'>;

/**
 * Help, drawn from the declarations: all commands in their groups, one group, or one command
 * with its options and examples. Admins' commands are shown to everybody who can run them.
 */
export function helpReply(declared: readonly Declared[], topic: string | undefined, words: CoreWords): Reply {
  const commands = declared.map((command) => localise(command, words.declarations));
  const wanted = topic?.replace(/^\//u, '').trim().toLowerCase() ?? '';
  if (wanted === '') return overview(commands, words);
  const paths = [wanted, `lor ${wanted}`, `lor-admin ${wanted}`];
  const one = commands.find(({ path }) => paths.includes(path));
  if (one) return commandHelp(one, words);
  const group = commands.filter(({ path }) => paths.some((start) => path.startsWith(`${start} `)));
  if (group.length > 0) return reply(...groupBlocks(group, words));
  return reply(paragraph(words.help.unknown(wanted)), ...groupBlocks(commands, words));
}

/** What the bot is for, in short, and the way to all of help. */
export function introduction(words: CoreWords): Reply {
  return reply(
    heading(words.help.title),
    paragraph(words.help.intro),
    buttons(button(words.showHelp, helpPath, {}, 'primary')),
  );
}

function overview(commands: readonly Declared[], words: CoreWords): Reply {
  const choices = commands.map(({ path, summary }) => ({ value: path, label: `/${path} – ${summary}` }));
  return reply(
    heading(words.help.title),
    paragraph(words.help.intro),
    ...groupBlocks(commands, words),
    menu(words.help.pick, { path: helpPath, args: {} }, 'command', choices),
  );
}

function groupBlocks(commands: readonly Declared[], words: CoreWords): readonly Block[] {
  const groups = [...new Set(commands.map(groupOf))];
  return groups.flatMap((group) => [
    paragraph([strong(words.help.groups[group] ?? `/${group}`)]),
    bullets(
      commands
        .filter((command) => groupOf(command) === group)
        .map(({ path, summary }) => line`${code(`/${path}`)} – ${summary}`),
    ),
  ]);
}

/** `lor remind` of `lor remind on`. */
function groupOf({ path }: Declared): string {
  return path.slice(0, path.lastIndexOf(' '));
}

function commandHelp(command: Declared, words: CoreWords): Reply {
  const options = Object.entries(command.options);
  return reply(
    heading(`/${command.path}`),
    paragraph([command.summary]),
    options.length > 0 && paragraph([strong(words.help.usage)]),
    options.length > 0 && bullets(options.map(([name, option]) => optionLine(name, option, words))),
    paragraph([strong(words.help.examples)]),
    bullets(command.examples.map((example) => [code(example)])),
    ...reserved(command, words),
  );
}

/** For whom it is, where that is not everybody in the community. */
function reserved({ access, path }: Declared, { refused }: CoreWords): readonly Block[] {
  if (access === 'admin') return [note(refused['not-admin'](path))];
  return access === 'curator' ? [note(refused['not-curator'](path))] : [];
}

function optionLine(name: string, option: Option, words: CoreWords): Line {
  const need = option.required ? words.help.required : words.help.optional;
  return line`${code(`${name}:`)} ${option.summary}, ${need}${howToGive(option, words)}`;
}

/** What an option takes, where its summary cannot say it. */
function howToGive(option: Option, words: CoreWords): string {
  if (option.kind === 'file') return ` (${words.help.attached})`;
  return option.kind === 'choice' ? ` (${words.help.oneOf(option.choices)})` : '';
}
