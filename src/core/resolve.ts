import { closest } from './closest.ts';
import { type Command, listed } from './command.ts';
import type { Call, RawArgs, Request } from './invocation.ts';
import { parseTyped } from './parse.ts';
import { askPath, helpPath } from './paths.ts';
import { type Button, button, buttons, paragraph, type Reply, reply } from './reply.ts';
import { shorten } from './text.ts';
import type { CoreWords } from './words.ts';

export type Resolved<P> =
  | { readonly kind: 'call'; readonly command: Command<P>; readonly args: RawArgs }
  /** Nothing is meant by it that there is; what helps on is said in the words of whoever asked. */
  | { readonly kind: 'unknown'; readonly say: (words: CoreWords) => Reply };

/** Finds the command that a request means, or an answer that helps on. */
export function resolveRequest<P>(request: Request, commands: readonly Command<P>[]): Resolved<P> {
  if (request.kind === 'call') return resolveCall(request.call, commands);
  const parsed = parseTyped(request.text, commands);
  if (parsed.kind === 'call') return { ...parsed, args: withIds(parsed.command, parsed.args, request.mentioned) };
  const group = groupNamed(parsed.text, commands);
  if (group !== undefined) return resolveCall({ path: helpPath, args: { command: group } }, commands);
  return { kind: 'unknown', say: (words) => unknownCommand(parsed.text, commands, words) };
}

function resolveCall<P>(call: Call, commands: readonly Command<P>[]): Resolved<P> {
  const command = commands.find(({ path }) => path === call.path);
  if (!command) return { kind: 'unknown', say: (words) => reply(paragraph(words.outdatedButton)) };
  // A forged or outdated name is dropped here, so that only declared ones reach a handler.
  const args = Object.fromEntries(Object.keys(command.options).flatMap((name) => own(call.args, name)));
  return { kind: 'call', command, args };
}

/**
 * The ids of the people and groups that a typed text mentions. A name that the platform does not
 * know is left out where it is asked for then; elsewhere it is quoted, which names nobody and is told so.
 */
function withIds<P>({ options }: Command<P>, args: RawArgs, mentioned: RawArgs | undefined): RawArgs {
  if (!mentioned) return args;
  return Object.fromEntries(
    Object.entries(args).flatMap(([name, value]) => {
      const { kind, clearable, required } = options[name] ?? {};
      if (kind !== 'person' && kind !== 'group') return [[name, value]];
      // A word such as `none` clears, and names nobody.
      if (clearable && !value.startsWith('@')) return [[name, value]];
      const [known] = own(mentioned, value);
      if (known) return [[name, known[1]]];
      return required ? [] : [[name, `"${value}"`]];
    }),
  );
}

function own(args: RawArgs, name: string): [string, string][] {
  const value = Object.hasOwn(args, name) ? args[name] : undefined;
  return typeof value === 'string' ? [[name, value]] : [];
}

/** `lor` or `lor remind` alone: not a command, but the beginning of several. */
function groupNamed<P>(text: string, commands: readonly Command<P>[]): string | undefined {
  const typed = text.toLowerCase().replace(/\s+/gu, ' ');
  if (typed === 'lor') return '';
  return commands.some(({ path }) => path.startsWith(`${typed} `)) ? typed : undefined;
}

function unknownCommand<P>(text: string, commands: readonly Command<P>[], words: CoreWords): Reply {
  const [root = 'lor', ...rest] = text.split(/\s+/u);
  const guess = nearestPath(root, rest, commands);
  const likely = guess && button(`/${guess.path}`, guess.path, guess.args, 'primary');
  const question = rest.length > 2 && button(words.askInstead, askPath, { question: rest.join(' ') });
  const offers = [likely, question, button(words.showHelp, helpPath)].filter((offer): offer is Button => !!offer);
  return reply(
    paragraph(words.unknownCommand(shorten(rest[0] ?? '', 60))),
    likely && paragraph(words.didYouMean(likely.label)),
    buttons(...offers),
  );
}

/** What else people call the words of paths, in both languages. */
const synonyms: Readonly<Record<string, string>> = {
  delete: 'remove',
  new: 'add',
  create: 'add',
  change: 'edit',
  update: 'edit',
  supprimer: 'remove',
  ajouter: 'add',
  modifier: 'edit',
  annuler: 'undo',
  aide: 'help',
  lettres: 'list',
  letters: 'list',
};

/**
 * A path by another word for one of its own, `/lor delete` or `/lor writer delete`, or the only one that ends in
 * the word that was typed: `/lor import` for `/lor data import`.
 */
function otherWord<P>(root: string, rest: readonly string[], commands: readonly Command<P>[]): Call | undefined {
  const plain = rest.slice(0, 2).map((word) => {
    const small = word.toLowerCase();
    return Object.hasOwn(synonyms, small) ? (synonyms[small] ?? small) : small;
  });
  const paths = listed(commands).map(({ path }) => path);
  const [only, another] = paths.filter((path) => path.startsWith(`${root} `) && path.endsWith(` ${plain[0]}`));
  const exact = [plain, plain.slice(0, 1)].find((words) => paths.includes([root, ...words].join(' ')));
  const tail = exact ?? (only !== undefined && another === undefined ? only.split(' ').slice(1) : undefined);
  if (!tail) return undefined;
  const used = exact ? exact.length : 1;
  const parsed = parseTyped([root, ...tail, ...rest.slice(used)].join(' '), commands);
  return parsed.kind === 'call' ? { path: parsed.command.path, args: parsed.args } : undefined;
}

/** A path that looks like the first one or two words, with the words behind it as its arguments. */
function nearestPath<P>(typedRoot: string, rest: readonly string[], commands: readonly Command<P>[]): Call | undefined {
  const root = typedRoot.toLowerCase();
  const other = otherWord(root, rest, commands);
  if (other) return other;
  const paths = listed(commands).map(({ path }) => path);
  for (const count of [2, 1]) {
    if (rest.length < count) continue;
    const typed = [root, ...rest.slice(0, count)].join(' ');
    const same = paths.filter((path) => path.split(' ').length === count + 1 && path.startsWith(`${root} `));
    const tails = same.map((path) => path.slice(root.length + 1));
    const tail = closest(typed.slice(root.length + 1), tails);
    if (tail === undefined) continue;
    const parsed = parseTyped([root, tail, ...rest.slice(count)].join(' '), commands);
    if (parsed.kind === 'call') return { path: parsed.command.path, args: parsed.args };
  }
  return undefined;
}
