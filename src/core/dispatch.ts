import { type GrantedRole, mayRun, refusal, roleOf } from './access.ts';
import { type Actor, type Command, type Context, opensForm, type Role } from './command.ts';
import { StoreBusy, UserProblem } from './errors.ts';
import type { Form } from './form.ts';
import type { Account, Invocation, RawArgs } from './invocation.ts';
import { type FormContents, makeEditForm, makeForm } from './make-form.ts';
import type { Platform } from './platform.ts';
import type { Clock, Dispatch, Logger, Outcome, Random } from './ports.ts';
import type { RateLimit } from './rate-limit.ts';
import { printArgs, type ReadDate, readArgs } from './read-args.ts';
import { createRecent } from './recent.ts';
import { type Block, button, buttons, type Choice, type Line, paragraph, reply } from './reply.ts';
import { lineText } from './reply-text.ts';
import { resolveRequest } from './resolve.ts';
import type { Day, Instant, Zone } from './time.ts';
import type { CoreWords, ValueProblem } from './words.ts';

/** What dispatch itself needs of the stores. Commands ask for more. */
export interface CorePorts {
  readonly identities: {
    /** Who this account is; a stranger gets an id that is kept only when `keep` says so. */
    identify(account: Account, now: Instant, keep: boolean): Promise<{ readonly id: string; readonly zone: Zone }>;
  };
  readonly grants: {
    /** The role that the community of a platform's workspace gave an account. */
    granted(platform: Platform, workspace: string, user: string): Promise<GrantedRole | undefined>;
  };
  readonly receipts: {
    /** Notes that a delivery came; false when it had come before. */
    claim(key: string, now: Instant): Promise<boolean>;
  };
}

/** Runs work on one state of the store and keeps all of its changes or, when it throws, none. */
export type Transact<P> = <T>(work: (ports: P) => Promise<T>) => Promise<T>;

export interface DispatchDeps<P> {
  readonly commands: readonly Command<P>[];
  readonly transact: Transact<P>;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly words: CoreWords;
  readonly readDate: ReadDate;
  readonly today: (now: Instant, zone: Zone) => Day;
  readonly rateLimit: RateLimit;
  /** Commands a minute that one person has on a platform. */
  readonly perMinute: (platform: Platform) => number;
  /** Whether what was heard in a channel may be answered there at all; always, when it is left out. */
  readonly hears?: (ports: P, invocation: Invocation) => Promise<boolean>;
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
export function createDispatch<P extends CorePorts>(deps: DispatchDeps<P>): Dispatch {
  const recent = createRecent(10_000);

  async function dispatch(invocation: Invocation): Promise<Outcome> {
    const started = deps.clock.monotonic();
    const key = `${invocation.account.platform}:${invocation.delivery}`;
    if (!recent.add(key)) return { kind: 'repeated' };
    let path = 'none';
    let outcome: Outcome;
    try {
      const resolved = resolveRequest(invocation.request, deps.commands, deps.words);
      path = resolved.kind === 'call' ? resolved.command.path : 'none';
      outcome =
        resolved.kind === 'call' ? await runCommand(resolved.command, resolved.args, invocation, key) : resolved;
    } catch (error) {
      recent.remove(key);
      if (error instanceof StoreBusy) return said(busy(path, invocation, error), invocation);
      const reference = deps.random.reference();
      deps.logger.error('a command failed', { command: path, reference, error });
      outcome = { kind: 'failed', reply: reply(paragraph(deps.words.failed(reference))) };
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
    return { kind: 'failed', busy: true, reply: reply(paragraph(deps.words.busy)) };
  }

  async function runCommand(command: Command<P>, raw: RawArgs, invocation: Invocation, key: string): Promise<Outcome> {
    const now = deps.clock.now();
    if (!(await mayAnswer(invocation))) return { kind: 'silent' };
    const perMinute = deps.perMinute(invocation.account.platform);
    const wait = deps.rateLimit(invocation.account, perMinute, deps.clock.monotonic());
    if (wait > 0) return { kind: 'denied', reply: reply(paragraph(deps.words.tooFast(perMinute, wait))) };
    try {
      const outcome = await deps.transact(async (ports): Promise<Outcome> => {
        const role = await roleFor(command, invocation, ports);
        const refused = refusal(command, role, invocation.community);
        if (refused) return { kind: 'denied', reply: reply(paragraph(deps.words.refused[refused](command.path))) };
        if (command.changes && !(await ports.receipts.claim(key, now))) return { kind: 'repeated' };
        const context = await contextOf(invocation, role, ports, now, command.changes);
        const made = await (opensForm(command, raw) ? openForm : runHandler)(command, raw, context);
        if ('form' in made && made.form) throw new NothingChanged(made);
        return made;
      });
      if (command.changes && outcome.kind !== 'denied') deps.afterChange();
      return outcome;
    } catch (error) {
      if (error instanceof NothingChanged) return error.outcome;
      if (!(error instanceof UserProblem)) throw error;
      return explain(command, raw, invocation, now, error);
    }
  }

  async function mayAnswer(invocation: Invocation): Promise<boolean> {
    const { hears } = deps;
    if (!invocation.heard || !hears) return true;
    return deps.transact((ports) => hears(ports, invocation));
  }

  async function runHandler(command: Command<P>, raw: RawArgs, context: Context<P>): Promise<Outcome> {
    const read = readArgs(command.options, raw, context.today, deps.readDate);
    if (!read.ok) return invalid(command, raw, context, sentences(command, raw, read.problems), []);
    const made = await command.run(read.args as never, context);
    if (made.blocks.length === 0) return { kind: 'silent' };
    // What answers a message in a channel stands where the message stands.
    return { kind: 'replied', visibility: context.heard ? 'public' : command.visibility, reply: made };
  }

  /** The form of a command that lacks something, or of an edit with what stands today. */
  async function openForm(command: Command<P>, raw: RawArgs, context: Context<P>): Promise<Outcome> {
    const read = readArgs(command.options, raw, context.today, deps.readDate);
    const problems = read.ok ? {} : read.problems;
    const missing = Object.values(problems).some((problem) => problem.kind === 'missing');
    if (missing || !command.fill || !read.ok) {
      return invalid(command, raw, context, sentences(command, raw, problems), []);
    }
    const values = await command.fill(read.args as never, context);
    const contents = { values: { ...raw, ...values }, problems: {}, suggestions: await suggestions(command, context) };
    return {
      kind: 'replied',
      visibility: 'private',
      reply: reply(
        paragraph(deps.words.formOpens(command.summary)),
        buttons(button(deps.words.openForm, command.path, raw, 'primary')),
      ),
      form: makeEditForm(command, contents),
    };
  }

  async function invalid(
    command: Command<P>,
    raw: RawArgs,
    context: Context<P>,
    problems: Readonly<Record<string, Line>>,
    next: readonly Block[],
  ): Promise<Outcome> {
    const read = readArgs(command.options, raw, context.today, deps.readDate);
    const form = await formFor(command, context, {
      values: { ...raw, ...printArgs(read.ok ? read.args : read.understood) },
      problems: Object.fromEntries(Object.entries(problems).map(([name, sentence]) => [name, lineText(sentence)])),
    });
    return {
      kind: 'invalid',
      reply: reply(...Object.values(problems).map(paragraph), ...next, usage(command)),
      form,
    };
  }

  async function formFor(
    command: Command<P>,
    context: Context<P>,
    contents: Omit<FormContents, 'suggestions'>,
  ): Promise<Form> {
    return makeForm(command, { ...contents, suggestions: await suggestions(command, context) });
  }

  async function suggestions(command: Command<P>, context: Context<P>): Promise<FormContents['suggestions']> {
    const found: Record<string, readonly Choice[]> = {};
    for (const [name, suggest] of Object.entries(command.suggest)) {
      if (suggest) found[name] = await suggest('', context);
    }
    return found;
  }

  /** The answer to an expected problem; what the command had begun is already undone. */
  async function explain(
    command: Command<P>,
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
      return invalid(command, raw, context, { [option]: problem.sentence }, problem.next);
    });
  }

  function sentences(
    command: Command<P>,
    raw: RawArgs,
    problems: Readonly<Record<string, ValueProblem>>,
  ): Record<string, Line> {
    return Object.fromEntries(
      Object.entries(problems).map(([name, problem]) => [
        name,
        deps.words.value(command.options[name]?.summary ?? name, raw[name] ?? '', problem),
      ]),
    );
  }

  function usage(command: Command<P>): Block | undefined {
    return command.examples[0] === undefined ? undefined : paragraph(deps.words.example(command.examples[0]));
  }

  /** Grants are looked up only where they can matter. */
  async function roleFor(command: Pick<Command<P>, 'access'>, invocation: Invocation, ports: P): Promise<Role> {
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
  ): Promise<Context<P>> {
    const { account } = invocation;
    const identity = await ports.identities.identify(account, now, keep);
    const administrator = invocation.administrator && invocation.community !== null;
    const actor: Actor = { id: identity.id, account, role, administrator, zone: identity.zone };
    return {
      actor,
      community: invocation.community,
      place: invocation.place,
      heard: invocation.heard,
      delivery: invocation.delivery,
      now,
      today: deps.today(now, identity.zone),
      ports,
    };
  }

  /** Suggestions pass the same access check as running the command would. */
  async function suggest(invocation: Invocation, option: string, typed: string): Promise<readonly Choice[]> {
    try {
      const resolved = resolveRequest(invocation.request, deps.commands, deps.words);
      if (resolved.kind !== 'call') return [];
      const { suggest: suggesters } = resolved.command;
      const suggester = Object.hasOwn(suggesters, option) ? suggesters[option] : undefined;
      if (!suggester) return [];
      return await deps.transact(async (ports) => {
        const role = await roleFor(resolved.command, invocation, ports);
        if (refusal(resolved.command, role, invocation.community)) return [];
        return suggester(typed, await contextOf(invocation, role, ports, deps.clock.now(), false));
      });
    } catch (error) {
      deps.logger.error('a suggestion failed', { reference: deps.random.reference(), error });
      return [];
    }
  }

  return Object.assign(dispatch, { suggest });
}
