import { type GrantedRole, mayRun, refusal, roleOf } from './access.ts';
import { hearBeside, hearDate } from './beside.ts';
import { type Actor, type Command, type Context, opensForm, type Role } from './command.ts';
import { StoreBusy, UserProblem } from './errors.ts';
import { inLanguage, lineIn } from './in-language.ts';
import type { Account, Invocation, RawArgs } from './invocation.ts';
import { type Language, usualLanguage } from './language.ts';
import { localise } from './localise.ts';
import { type FormContents, makeEditForm, makeForm } from './make-form.ts';
import type { DateOption, Option } from './options.ts';
import type { Platform } from './platform.ts';
import type { Clock, Dispatch, Logger, Outcome, Random } from './ports.ts';
import { createPresence, noteUse, type PresencePort } from './presence.ts';
import type { RateLimit } from './rate-limit.ts';
import { printArgs, type ReadDate, readArgs, readDay } from './read-args.ts';
import { createRecent } from './recent.ts';
import { type Block, button, buttons, type Choice, type Line, paragraph, type Reply, reply } from './reply.ts';
import { lineText } from './reply-text.ts';
import { resolveRequest } from './resolve.ts';
import { type Day, formatDay, type Instant, type Zone } from './time.ts';
import type { CoreWords, ValueProblem } from './words.ts';

/** What is known of an account before anything is done for it. */
export interface Identity {
  readonly id: string;
  readonly zone: Zone;
  /** As they chose; `null` when they did not. */
  readonly language: Language | null;
}

/** What dispatch itself needs of the stores. Commands ask for more. */
export interface CorePorts {
  readonly identities: {
    /** Who this account is; a stranger gets an id that is kept only when `keep` says so. */
    identify(account: Account, now: Instant, keep: boolean): Promise<Identity>;
  };
  readonly grants: {
    /** The role that the community of a platform's workspace gave an account. */
    granted(platform: Platform, workspace: string, user: string): Promise<GrantedRole | undefined>;
  };
  readonly receipts: {
    /** Notes that a delivery came; false when it had come before. */
    claim(key: string, now: Instant): Promise<boolean>;
  };
  readonly presence: PresencePort;
}

/** Runs work on one state of the store and keeps all of its changes or, when it throws, none. */
export type Transact<P> = <T>(work: (ports: P) => Promise<T>) => Promise<T>;

/** The ports of a handler: those of the stores, and the words of whoever asked. */
type Speaking<P, W> = P & { readonly words: W };

export interface DispatchDeps<P, W extends { readonly core: CoreWords } = { readonly core: CoreWords }> {
  readonly commands: readonly Command<Speaking<P, W>>[];
  readonly transact: Transact<P>;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  /** Everything that is said, in a language. */
  readonly words: (language: Language) => W;
  readonly readDate: ReadDate;
  readonly today: (now: Instant, zone: Zone) => Day;
  readonly rateLimit: RateLimit;
  /** Commands a minute that one person has on a platform. */
  readonly perMinute: (platform: Platform) => number;
  /** Whether what was heard in a channel may be answered there at all; always, when it is left out. */
  readonly hears?: (ports: P, invocation: Invocation) => Promise<boolean>;
  /** What stands beside a private answer to somebody, because it could not be told otherwise. */
  readonly beside?: (context: Context<Speaking<P, W>>) => Promise<readonly Block[]>;
  /** Called after a change was committed: there may be something to deliver. */
  readonly afterChange: () => void;
}

/** Ends a transaction that only led to a form: nothing is kept, not even who asked. */
class NothingChanged extends Error {
  readonly outcome: Outcome;

  constructor(outcome: Outcome) {
    super('nothing changed');
    this.outcome = outcome;
  }
}

/** The way every invocation goes, from whatever platform: resolve, check, read, run, answer. */
export function createDispatch<P extends CorePorts, W extends { readonly core: CoreWords }>(
  deps: DispatchDeps<P, W>,
): Dispatch {
  const recent = createRecent(10_000);
  const presence = createPresence(deps);
  type Ports = Speaking<P, W>;

  async function dispatch(invocation: Invocation): Promise<Outcome> {
    const started = deps.clock.monotonic();
    const key = `${invocation.account.platform}:${invocation.delivery}`;
    if (!recent.add(key)) return { kind: 'repeated' };
    let path = 'none';
    let outcome: Outcome;
    try {
      const resolved = resolveRequest(invocation.request, deps.commands);
      path = resolved.kind === 'call' ? resolved.command.path : 'none';
      outcome =
        resolved.kind === 'call'
          ? await runCommand(resolved.command, resolved.args, invocation, key)
          : { kind: 'unknown', reply: await sayTo(invocation, resolved.say) };
    } catch (error) {
      recent.remove(key);
      if (error instanceof StoreBusy) return said(busy(path, invocation, error), invocation);
      const reference = deps.random.reference();
      deps.logger.error('a command failed', { command: path, reference, error });
      outcome = { kind: 'failed', reply: sayUnread(invocation, ({ failed }) => failed(reference)) };
    }
    const shown = said(outcome, invocation);
    // Of what people say to each other not even a line of log is left.
    if (shown.kind === 'silent') return shown;
    deps.logger.info('invocation', {
      command: path,
      outcome: shown.kind,
      platform: invocation.account.platform,
      milliseconds: Math.round(deps.clock.monotonic() - started),
    });
    return shown;
  }

  /** Nobody asked for what went wrong with a message that was only overheard. */
  function said(outcome: Outcome, { heard }: Invocation): Outcome {
    return heard?.as === 'overheard' && outcome.kind !== 'replied' ? { kind: 'silent' } : outcome;
  }

  /** An honest refusal: nothing was saved, and the same may be tried again. */
  function busy(path: string, invocation: Invocation, error: StoreBusy): Outcome {
    deps.logger.warn('the store was busy', {
      command: path,
      platform: invocation.account.platform,
      reason: error.message,
    });
    return { kind: 'failed', busy: true, reply: sayUnread(invocation, (words) => words.busy) };
  }

  /** Something said before any command ran, in the language of whoever asked. */
  async function sayTo(invocation: Invocation, say: (words: CoreWords) => Reply): Promise<Reply> {
    const now = deps.clock.now();
    const { language } = await deps.transact(({ identities }) => identities.identify(invocation.account, now, false));
    const { core } = deps.words(languageFor(invocation, language));
    return spoken(say(core), core.language);
  }

  /** Something said when the store cannot be asked for the language that somebody chose. */
  function sayUnread(invocation: Invocation, say: (words: CoreWords) => Line): Reply {
    const { core } = deps.words(languageFor(invocation, null));
    return spoken(reply(paragraph(say(core))), core.language);
  }

  async function runCommand(
    command: Command<Ports>,
    raw: RawArgs,
    invocation: Invocation,
    key: string,
  ): Promise<Outcome> {
    const now = deps.clock.now();
    if (!(await mayAnswer(invocation))) return { kind: 'silent' };
    const perMinute = deps.perMinute(invocation.account.platform);
    const wait = deps.rateLimit(invocation.account, perMinute, deps.clock.monotonic());
    if (wait > 0) return deny(invocation, (words) => words.tooFast(perMinute, wait));
    await presence.signOfLife(invocation, now);
    let language = usualLanguage;
    try {
      const outcome = await deps.transact(async (ports): Promise<Outcome> => {
        const role = await roleFor(command, invocation, ports);
        const refused = refusal(command, role, invocation.community);
        if (refused) {
          const identity = await ports.identities.identify(invocation.account, now, false);
          language = languageFor(invocation, identity.language);
          const sentence = deps.words(language).core.refused[refused](command.path);
          return { kind: 'denied', reply: reply(paragraph(sentence)) };
        }
        if (command.changes && !(await ports.receipts.claim(key, now))) return { kind: 'repeated' };
        const context = await contextOf(invocation, role, ports, now, command.changes);
        ({ language } = context.actor);
        const heard = hearDate(command, raw, context.today, deps.readDate);
        const go = opensForm(command, heard) ? openForm : runHandler;
        const made = await go(inWordsOf(command, context), heard, context);
        if ('form' in made && made.form) throw new NothingChanged(made);
        return made;
      });
      if (command.changes && outcome.kind !== 'denied') deps.afterChange();
      return spokenOutcome(outcome, language);
    } catch (error) {
      if (error instanceof NothingChanged) return spokenOutcome(error.outcome, language);
      if (!(error instanceof UserProblem)) throw error;
      return spokenOutcome(await explain(command, raw, invocation, now, error), language);
    }
  }

  async function deny(invocation: Invocation, say: (words: CoreWords) => Line): Promise<Outcome> {
    return { kind: 'denied', reply: await sayTo(invocation, (words) => reply(paragraph(say(words)))) };
  }

  /** The declaration as whoever asked reads it. */
  function inWordsOf(command: Command<Ports>, { ports }: Context<Ports>): Command<Ports> {
    return localise(command, ports.words.core.declarations);
  }

  async function mayAnswer(invocation: Invocation): Promise<boolean> {
    const { hears } = deps;
    if (!invocation.heard || !hears) return true;
    return deps.transact((ports) => hears(ports, invocation));
  }

  async function runHandler(command: Command<Ports>, given: RawArgs, context: Context<Ports>): Promise<Outcome> {
    const raw = await hearBeside(command, given, context);
    const read = readArgs(command.options, raw, context.today, deps.readDate);
    if (!read.ok) return invalid(command, raw, context, sentences(command, raw, read.problems, context), []);
    const made = await command.run(read.args as never, context);
    if (made.blocks.length === 0) return { kind: 'silent' };
    // What answers a message in a channel stands where the message stands.
    const visibility = context.heard ? 'public' : command.visibility;
    const beside = visibility === 'private' && deps.beside ? await deps.beside(context) : [];
    return { kind: 'replied', visibility, reply: { ...made, blocks: [...made.blocks, ...beside] } };
  }

  /** The form of a command that lacks something, or of an edit with what stands today. */
  async function openForm(command: Command<Ports>, raw: RawArgs, context: Context<Ports>): Promise<Outcome> {
    const read = readArgs(command.options, raw, context.today, deps.readDate);
    const problems = read.ok ? {} : read.problems;
    const missing = Object.values(problems).some((problem) => problem.kind === 'missing');
    if (missing || !command.fill || !read.ok) {
      return invalid(command, raw, context, sentences(command, raw, problems, context), []);
    }
    const { core } = context.ports.words;
    const values = await command.fill(read.args as never, context);
    const contents = {
      values: { ...raw, ...values },
      problems: {},
      suggestions: await suggestions(command, context),
      language: core.language,
    };
    return {
      kind: 'replied',
      visibility: 'private',
      reply: reply(
        paragraph(core.formOpens(command.summary)),
        buttons(button(core.openForm, command.path, raw, 'primary')),
      ),
      form: makeEditForm(command, contents),
    };
  }

  async function invalid(
    command: Command<Ports>,
    raw: RawArgs,
    context: Context<Ports>,
    problems: Readonly<Record<string, Line>>,
    next: readonly Block[],
    instead: RawArgs = {},
  ): Promise<Outcome> {
    const { language } = context.actor;
    const read = readArgs(command.options, raw, context.today, deps.readDate);
    const asText = (sentence: Line) => lineText(lineIn(sentence, language));
    const form = makeForm(command, {
      values: { ...raw, ...printArgs(read.ok ? read.args : read.understood) },
      instead,
      problems: Object.fromEntries(Object.entries(problems).map(([name, sentence]) => [name, asText(sentence)])),
      suggestions: await suggestions(command, context),
      language,
    });
    return {
      kind: 'invalid',
      reply: reply(...Object.values(problems).map(paragraph), ...next, usage(command, context)),
      form,
    };
  }

  async function suggestions(command: Command<Ports>, context: Context<Ports>): Promise<FormContents['suggestions']> {
    const found: Record<string, readonly Choice[]> = {};
    for (const [name, suggest] of Object.entries(command.suggest)) {
      if (suggest) found[name] = await suggest('', context);
    }
    return found;
  }

  /** The answer to an expected problem; what the command had begun is already undone. */
  async function explain(
    command: Command<Ports>,
    raw: RawArgs,
    invocation: Invocation,
    now: Instant,
    problem: UserProblem,
  ): Promise<Outcome> {
    if (problem.code === 'not-allowed')
      return { kind: 'denied', reply: reply(paragraph(problem.sentence), ...problem.next) };
    const { option } = problem;
    if (option === undefined || !(option in command.options))
      return { kind: 'invalid', reply: reply(paragraph(problem.sentence), ...problem.next) };
    return deps.transact(async (ports) => {
      const role = await roleFor(command, invocation, ports);
      const context = await contextOf(invocation, role, ports, now, false);
      const problems = { [option]: problem.sentence };
      return invalid(inWordsOf(command, context), raw, context, problems, problem.next, problem.values);
    });
  }

  function sentences(
    command: Command<Ports>,
    raw: RawArgs,
    problems: Readonly<Record<string, ValueProblem>>,
    { ports }: Context<Ports>,
  ): Record<string, Line> {
    const { value } = ports.words.core;
    return Object.fromEntries(
      Object.entries(problems).map(([name, problem]) => [
        name,
        value(command.options[name]?.summary ?? name, raw[name] ?? '', problem),
      ]),
    );
  }

  function usage({ examples: [example] }: Command<Ports>, { ports }: Context<Ports>): Block | undefined {
    return example === undefined ? undefined : paragraph(ports.words.core.example(example));
  }

  /** Grants are looked up only where they can matter. */
  async function roleFor(
    command: Pick<Command<Ports>, 'access'>,
    invocation: Invocation,
    ports: CorePorts,
  ): Promise<Role> {
    const { account, community } = invocation;
    const role = roleOf(invocation);
    if (community === null || mayRun(role, command.access)) return role;
    return roleOf(invocation, await ports.grants.granted(account.platform, community, account.user));
  }

  async function contextOf(
    invocation: Invocation,
    role: Role,
    ports: P,
    now: Instant,
    keep: boolean,
  ): Promise<Context<Ports>> {
    const { account } = invocation;
    const identity = await ports.identities.identify(account, now, keep);
    if (keep) await noteUse(ports.presence, identity.id, invocation, now);
    const language = languageFor(invocation, identity.language);
    const actor: Actor = {
      id: identity.id,
      account,
      role,
      administrator: invocation.administrator && invocation.community !== null,
      zone: identity.zone,
      language,
      platformLanguage: languageFor(invocation, null),
    };
    return {
      actor,
      community: invocation.community,
      place: invocation.place,
      heard: invocation.heard,
      delivery: invocation.delivery,
      now,
      today: deps.today(now, identity.zone),
      ports: { ...ports, words: deps.words(language) },
    };
  }

  /** Suggestions pass the same access check as running the command would. */
  async function suggest(invocation: Invocation, option: string, typed: string): Promise<readonly Choice[]> {
    try {
      const resolved = resolveRequest(invocation.request, deps.commands);
      if (resolved.kind !== 'call') return [];
      const { command } = resolved;
      const suggester = Object.hasOwn(command.suggest, option) ? command.suggest[option] : undefined;
      const declared = Object.hasOwn(command.options, option) ? command.options[option] : undefined;
      if (!suggester && declared?.kind !== 'choice' && declared?.kind !== 'date') return [];
      return await deps.transact(async (ports) => {
        const role = await roleFor(command, invocation, ports);
        if (refusal(command, role, invocation.community)) return [];
        const context = await contextOf(invocation, role, ports, deps.clock.now(), false);
        if (suggester) return suggester(typed, context);
        return declared?.kind === 'date'
          ? readBack(declared, typed, context)
          : matching(inWordsOf(command, context).options[option], typed);
      });
    } catch (error) {
      deps.logger.error('a suggestion failed', { reference: deps.random.reference(), error });
      return [];
    }
  }

  /** The day that is being typed, as it is understood: `next thursday` is `Thu 23 Sep 2027`. */
  function readBack(option: DateOption, typed: string, { actor, today }: Context<Ports>): readonly Choice[] {
    const read = readDay(option, typed, today, deps.readDate);
    return 'day' in read ? [{ value: read.day, label: formatDay(read.day, actor.language) }] : [];
  }

  return Object.assign(dispatch, { suggest, presence: presence.tell });
}

/** The values of a fixed choice that fit what is being typed, by value or label. */
function matching(option: Option | undefined, typed: string): readonly Choice[] {
  const wanted = typed.trim().toLowerCase();
  const choices = option?.kind === 'choice' ? option.choices : [];
  return choices.filter(({ label, value }) => `${label}\n${value}`.toLowerCase().includes(wanted));
}

/**
 * The language of an answer: as somebody chose, else as their platform says. What everybody can
 * read is in the usual one, for a setting is the member's own business.
 */
function languageFor({ heard, language }: Invocation, chosen: Language | null): Language {
  return heard ? usualLanguage : (chosen ?? language ?? usualLanguage);
}

/** A reply that says nothing of its language is in the usual one. */
function spoken(said: Reply, language: Language): Reply {
  return language === usualLanguage ? said : inLanguage(said, language);
}

function spokenOutcome(outcome: Outcome, language: Language): Outcome {
  return 'reply' in outcome ? { ...outcome, reply: spoken(outcome.reply, language) } : outcome;
}
