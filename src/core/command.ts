import type { Account, Heard, Place, RawArgs } from './invocation.ts';
import type { Language } from './language.ts';
import type { ArgsOf, Options } from './options.ts';
import type { Choice, Reply } from './reply.ts';
import type { Day, Instant, Zone } from './time.ts';

/** Our own id of a person; platform ids stay in `Account`. */
export type MemberId = string;

export type Role = 'guest' | 'member' | 'curator' | 'admin';

/** Who is asking, as far as every command needs to know. */
export interface Actor {
  readonly id: MemberId;
  readonly account: Account;
  /** Looked up where the command is not for everybody; elsewhere what the platform says. */
  readonly role: Role;
  /** Whether the platform itself says that this person administers the community. */
  readonly administrator: boolean;
  readonly zone: Zone;
  /** The language in which they are answered here. */
  readonly language: Language;
  /** What that would be if they had chosen none: as their platform says, else the usual one. */
  readonly platformLanguage: Language;
}

/** What a handler knows besides its arguments. `P` are the ports that it asks for. */
export interface Context<P> {
  readonly actor: Actor;
  readonly community: string | null;
  readonly place: Place;
  readonly heard?: Heard | undefined;
  /** The platform's id of the event, for effects that must have a key of their own. */
  readonly delivery: string;
  readonly now: Instant;
  /** The date on the wall of the member's zone. */
  readonly today: Day;
  readonly ports: P;
}

/** Values that fit what was typed so far, for an option whose values are the member's own. */
export type Suggest<P> = (typed: string, context: Context<P>) => Promise<readonly Choice[]> | readonly Choice[];

/** Choices whose value may stand beside the first option's text without their name: `chen agreed`. */
export interface Beside<P> {
  /** Names of options. */
  readonly options: readonly string[];
  /** Whether something goes by the text of the first option. */
  readonly fits: (typed: string, context: Context<P>) => Promise<boolean>;
}

/** A command as it is written: declared once, drawn by every platform. `S`, `F` and `R` are the ports it asks for. */
export interface CommandDeclaration<O extends Options, S, F, R> {
  /** As people type it, without the slash: `lor add`, `lor-admin digest add`. */
  readonly path: string;
  readonly summary: string;
  /** Lines that work when typed; a test runs them. */
  readonly examples: readonly string[];
  readonly access: Role;
  /** `community`: only where a workspace or server is known. */
  readonly where: 'anywhere' | 'community';
  /** Who sees the answer. Fixed here, because platforms ask before the handler has run. */
  readonly visibility: 'private' | 'public';
  /** Whether it writes: then its delivery is remembered in the same transaction. */
  readonly changes: boolean;
  /** Reached by buttons alone, because it makes no sense without what they hold: in no list of commands. */
  readonly hidden?: true;
  /** In order; text before the first `name:` is the first option's value. */
  readonly options: O;
  /** By the name of the option. */
  readonly suggest?: Readonly<Record<string, Suggest<S>>>;
  readonly beside?: Beside<S>;
  /**
   * For a command that edits: called with nothing but its first option, it opens a form that
   * holds these values.
   */
  readonly fill?: (args: ArgsOf<O>, context: Context<F>) => Promise<RawArgs>;
  readonly run: (args: ArgsOf<O>, context: Context<R>) => Promise<Reply>;
}

/** A command as the core handles it: the same declaration with its option types forgotten. */
export interface Command<in P> {
  readonly path: string;
  readonly summary: string;
  readonly examples: readonly string[];
  readonly access: Role;
  readonly where: 'anywhere' | 'community';
  readonly visibility: 'private' | 'public';
  readonly changes: boolean;
  readonly hidden?: true;
  readonly options: Options;
  readonly suggest: Readonly<Record<string, Suggest<P> | undefined>>;
  readonly beside?: Beside<P>;
  readonly fill?: (args: never, context: Context<P>) => Promise<RawArgs>;
  readonly run: (args: never, context: Context<P>) => Promise<Reply>;
}

/**
 * Declares a command. The arguments' types follow from `options`, the ports that it needs from
 * the contexts of `suggest`, `fill` and `run`: all of them together.
 */
export function defineCommand<O extends Options, S, F, R>(
  declaration: CommandDeclaration<O, S, F, R>,
): Command<S & F & R> {
  return { ...declaration, suggest: declaration.suggest ?? {} };
}

/** The commands that people type and pick, without those that only buttons reach. */
export function listed<C extends Pick<Command<never>, 'hidden'>>(commands: readonly C[]): readonly C[] {
  return commands.filter(({ hidden }) => !hidden);
}

/**
 * The option of an edit that says what is edited: the first one, where it has to be given. An edit of
 * something that there is only one of has none.
 */
export function subjectOf(options: Command<never>['options']): string | undefined {
  const [first] = Object.entries(options);
  return first?.[1].required ? first[0] : undefined;
}

/**
 * Whether calling it with these arguments opens a form rather than running: something required
 * is missing, or it edits and was told only what to edit. Decided from the declaration alone, so
 * that a platform can open the form as its first response.
 */
export function opensForm(command: Pick<Command<never>, 'options' | 'fill'>, args: RawArgs): boolean {
  const names = Object.keys(command.options);
  const missing = names.some((name) => command.options[name]?.required && !args[name]?.trim());
  if (missing) return true;
  const subject = subjectOf(command.options);
  const edited = names.filter((name) => name !== subject && !command.options[name]?.whenAsked);
  return command.fill !== undefined && edited.every((name) => args[name] === undefined);
}
