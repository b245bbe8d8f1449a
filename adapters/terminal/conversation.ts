import { attach, printAttachment } from '../../src/core/attachment.ts';
import type { Command } from '../../src/core/command.ts';
import type { Form } from '../../src/core/form.ts';
import type { Heard, Request } from '../../src/core/invocation.ts';
import { usualLanguage } from '../../src/core/language.ts';
import {
  type AdapterStore,
  type Clock,
  type Dispatch,
  hasReply,
  type Outcome,
  type Random,
} from '../../src/core/ports.ts';
import type { Choice, FileContent, Reply } from '../../src/core/reply.ts';
import { formatMoment, type Instant, type Zone } from '../../src/core/time.ts';
import { fileField, type LocalFile, largestFile, withFile } from './attached.ts';
import { type Said, unquoted } from './directive.ts';
import { type Paint, renderForm, renderReply, safe } from './render.ts';
import {
  askedField,
  fillForm,
  hearing,
  invocationOf,
  newSession,
  promptOf,
  question,
  submitted,
  withValues,
} from './session.ts';
import { type FileProblem, terminalWords } from './words.ts';

/** A moment that somebody named, or why it is none. */
type ReadMoment = (
  typed: string,
  usual: Zone,
) => { readonly at: Instant; readonly zone: Zone } | { readonly problem: string };

/** What a conversation needs from outside. */
export interface ConversationDeps {
  /** A person at a keyboard, whom an open form asks for one value after the other. */
  readonly interactive: boolean;
  readonly paint: Paint;
  readonly write: (text: string) => void;
  readonly clock: Clock;
  readonly random: Random;
  readonly zone: Zone;
  /** Whether messages in channels are read that do not mention the bot. */
  readonly readChannels?: boolean;
  readonly readMoment: ReadMoment;
  /** Plays time forward to a moment: what is due on the way is sent; `passed` hears of each stop. */
  readonly playTo: (at: Instant, passed: (at: Instant) => Promise<void>) => Promise<void>;
  /** Puts the clock to a moment, at which it stands. */
  readonly restore: (at: Instant) => void;
  /** Lets the clock go with the real time again; false when that would turn it back. */
  readonly release: () => boolean;
  /** Waits until what a command has caused is sent, so that a script's output has one order. */
  readonly settled: () => Promise<void>;
  readonly commands: readonly Pick<Command<never>, 'path' | 'options' | 'hidden'>[];
  /** Keeps a file and says where; throws when it cannot. */
  readonly saveFile: (file: FileContent) => string;
  /** A file of this machine, at most so many bytes. */
  readonly readFile: (path: string, max: number) => LocalFile | { readonly problem: FileProblem };
  readonly store: AdapterStore;
}

/** Where the terminal keeps the moment to which its clock was set. */
const momentName = 'moment';

/** What is said line by line, and what is shown for it. */
export function createConversation(deps: ConversationDeps, dispatch: Dispatch) {
  const { write, paint } = deps;
  let session = newSession;

  const words = () => terminalWords(session.language);
  const at = (moment: Instant, zone: Zone) => formatMoment(moment, zone, session.language);

  /** Shows a message; its buttons are those that `!press` means from now on. */
  function show(reply: Reply, lead?: string): void {
    const { text, calls } = renderReply(reply, paint, deps.saveFile);
    session = { ...session, calls };
    write(lead === undefined ? text : `${paint.dim(lead)}\n${text}`);
  }

  async function run(request: Request): Promise<void> {
    showOutcome(await dispatch(invocationOf(session, request, deps.random.id(deps.clock.now()))));
    await deps.settled();
  }

  function showOutcome(outcome: Outcome): void {
    if (!hasReply(outcome)) return;
    const form = 'form' in outcome ? outcome.form : undefined;
    const forOne = outcome.kind !== 'replied' || outcome.visibility === 'private';
    session = { ...session, language: outcome.reply.language ?? usualLanguage };
    const lead = session.channel !== undefined && forOne ? words().onlyYou : undefined;
    if (!form || outcome.kind !== 'replied') show(outcome.reply, lead);
    openForm(form);
  }

  function openForm(form: Form | undefined): void {
    session = { ...session, form };
    if (form) write(renderForm(form, deps.interactive));
  }

  /** A command or a button, with the file that was attached before it. */
  async function runWithFile(request: Request): Promise<void> {
    const { attached } = session;
    if (!attached) return run(request);
    session = { ...session, attached: undefined };
    const complete = withFile(request, attached, deps.commands);
    if (!complete) write(paint.dim(words().takesNone(safe(attached.name))));
    return run(complete ?? request);
  }

  async function attachFile(path: string): Promise<void> {
    const { form } = session;
    const field = fileField(form);
    const max = field?.max ?? largestFile(deps.commands);
    if (max === undefined) return write(words().noneTakes);
    const file = deps.readFile(path, max);
    if ('problem' in file) return write(words().notAttached[file.problem](safe(path), max));
    if (form && field) {
      const filled = withValues(form, { [field.name]: printAttachment(attach(file.name, file.bytes, max)) });
      return deps.interactive ? goOn(filled) : openForm(filled);
    }
    session = { ...session, attached: file };
    write(paint.dim(words().attached(safe(file.name))));
  }

  /** At a keyboard, a plain line answers what the open form asks for; of a file it is the path. */
  async function answerForm(form: Form, text: string): Promise<void> {
    const field = askedField(form);
    if (field?.kind === 'file') return attachFile(unquoted(text));
    return goOn(field ? withValues(form, { [field.name]: text }) : form);
  }

  /** Asks for what is still needed; a form that has it all is sent. */
  async function goOn(filled: Form): Promise<void> {
    session = { ...session, form: filled };
    if (!askedField(filled)) await submit();
  }

  function cancel(): void {
    write(session.form ? words().closed : words().noForm);
    session = { ...session, form: undefined };
  }

  async function submit(): Promise<void> {
    const { form } = session;
    if (!form) return write(words().noForm);
    session = { ...session, form: undefined };
    await run({ kind: 'call', call: submitted(form) });
  }

  function fill(text: string): void {
    const open = session.form;
    if (!open) {
      write(words().noForm);
      return;
    }
    const { form, unknown } = fillForm(open, text);
    if (unknown.length > 0) write(words().noField(unknown.map((name) => safe(name)).join(', ')));
    openForm(form);
  }

  async function press(number: number): Promise<void> {
    const call = session.calls[number - 1];
    if (!call) return write(words().noButton(number, session.calls.length));
    await runWithFile({ kind: 'call', call });
  }

  async function say(text: string): Promise<void> {
    if (session.channel === undefined) return run(question(text));
    if (/@lorbot\b/iu.test(text)) return hear('mention', text.replace(/@lorbot\b/giu, '').trim());
    if (deps.readChannels) return hear('overheard', text);
    write(paint.dim(words().saysToOthers(session.user, session.channel)));
  }

  async function hear(as: Heard['as'], text: string): Promise<void> {
    const outcome = await dispatch(hearing(session, as, text, deps.random.id(deps.clock.now())));
    if (outcome.kind === 'silent') {
      write(paint.dim(words().silent(session.user, session.channel ?? '')));
    } else showOutcome(outcome);
    await deps.settled();
  }

  async function moveTo(typed: string): Promise<void> {
    if (typed.toLowerCase() === 'now') return backToNow();
    const read = deps.readMoment(typed, deps.zone);
    if ('problem' in read) return write(read.problem);
    const now = deps.clock.now();
    if (read.at < now) return write(words().onlyForward(at(now, read.zone)));
    await deps.playTo(read.at, (moment) => deps.store.set('', momentName, moment));
    write(paint.dim(words().itIs(at(read.at, read.zone))));
  }

  async function backToNow(): Promise<void> {
    if (!deps.release()) return write(words().past);
    await deps.store.set('', momentName, '');
    await deps.settled();
    write(paint.dim(words().itReallyIs(at(deps.clock.now(), deps.zone))));
  }

  /** Does what a line says; resolves when all of it was shown. */
  async function obey(said: Said): Promise<void> {
    switch (said.kind) {
      case 'nothing':
        if (deps.interactive && session.form && askedField(session.form)) cancel();
        return;
      case 'command':
        return runWithFile({ kind: 'typed', text: said.text });
      case 'question':
        if (deps.interactive && session.form && askedField(session.form)) return answerForm(session.form, said.text);
        return run(question(said.text));
      case 'as':
        session = {
          ...session,
          user: said.user,
          administrator: said.administrator,
          form: undefined,
          attached: undefined,
          calls: [],
          language: usualLanguage,
        };
        return;
      case 'in':
        session = { ...session, channel: said.channel };
        return;
      case 'at':
        return moveTo(said.text);
      case 'press':
        return press(said.number);
      case 'fill':
        return fill(said.text);
      case 'attach':
        return attachFile(said.path);
      case 'submit':
        return submit();
      case 'cancel':
        return cancel();
      case 'say':
        return say(said.text);
      case 'wrong':
        return write(said.why);
    }
  }

  return {
    obey,
    show,
    /** Goes on at the moment at which the clock was left, if it was set. */
    async resume(): Promise<void> {
      const kept = (await deps.store.get('', momentName)) as Instant | undefined;
      if (!kept) return;
      deps.restore(kept);
      write(paint.dim(words().clockStands(at(kept, deps.zone))));
    },
    /** How the next line begins. */
    prompt: () => promptOf(session),
    /** What the open form asks for next, at a keyboard. */
    asked: () => (session.form ? askedField(session.form)?.label : undefined),
    suggestions(path: string, option: string, typed: string): Promise<readonly Choice[]> {
      const request: Request = { kind: 'call', call: { path, args: {} } };
      return dispatch.suggest(invocationOf(session, request, ''), option, typed);
    },
  };
}

export type Conversation = ReturnType<typeof createConversation>;
