import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Command } from '../../src/core/command.ts';
import type { Form } from '../../src/core/form.ts';
import type { Request } from '../../src/core/invocation.ts';
import type {
  AboutMessage,
  AdapterStore,
  ChatAdapter,
  Clock,
  Dispatch,
  Outcome,
  Random,
  SendResult,
  Target,
} from '../../src/core/ports.ts';
import type { FileContent, Reply } from '../../src/core/reply.ts';
import { formatMoment, type Instant, type Zone } from '../../src/core/time.ts';
import { complete } from './complete.ts';
import { readLine, type Said } from './directive.ts';
import { colourPaint, plainPaint, renderForm, renderReply, safe } from './render.ts';
import {
  askedField,
  fillForm,
  invocationOf,
  newSession,
  promptOf,
  question,
  type Session,
  submitted,
  withValues,
} from './session.ts';

/** A moment that somebody named, or why it is none. */
export type ReadMoment = (
  typed: string,
  usual: Zone,
) => { readonly at: Instant; readonly zone: Zone } | { readonly problem: string };

export interface TerminalDeps {
  readonly input: Readable;
  readonly output: Writable;
  /** A person at a keyboard: prompts, colours, completion. Otherwise a script: lines are echoed. */
  readonly interactive: boolean;
  readonly commands: readonly Pick<Command<never>, 'path' | 'options'>[];
  readonly clock: Clock;
  readonly random: Random;
  readonly zone: Zone;
  readonly readMoment: ReadMoment;
  /** Plays time forward to a moment: what is due on the way is sent; `passed` hears of each stop. */
  readonly playTo: (at: Instant, passed: (at: Instant) => Promise<void>) => Promise<void>;
  /** Lets the clock go with the real time again; false when that would turn it back. */
  readonly release: () => boolean;
  /** Waits until what a command has caused is sent, so that a script's output has one order. */
  readonly settled: () => Promise<void>;
  readonly saveFile: (file: FileContent) => string;
  readonly store: AdapterStore;
  /** Puts the clock to the moment at which it was left, if it was set. */
  readonly restore: (moment: Instant) => void;
}

export interface TerminalAdapter extends ChatAdapter {
  /** Resolves when the input is at its end and everything said was answered. */
  readonly ended: Promise<void>;
}

/** Where the terminal keeps the moment to which its clock was set. */
const momentName = 'moment';

/**
 * A chat in the terminal: the whole bot without any account. Everything goes the way that it
 * goes on the other platforms; directives stand for what those do by themselves.
 */
export function createTerminalAdapter(deps: TerminalDeps): TerminalAdapter {
  const paint = deps.interactive ? colourPaint : plainPaint;
  let session: Session = newSession;
  let lines: Interface | undefined;
  let dispatch: Dispatch | undefined;
  let work: Promise<void> = Promise.resolve();
  let finish: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    finish = resolve;
  });

  function write(text: string): void {
    deps.output.write(`${text}\n\n`);
  }

  /** Shows a message; its buttons are those that `!press` means from now on. */
  function show(reply: Reply, lead?: string): void {
    const { text, calls } = renderReply(reply, paint, deps.saveFile);
    session = { ...session, calls };
    write(lead === undefined ? text : `${paint.dim(lead)}\n${text}`);
  }

  async function run(request: Request): Promise<void> {
    if (!dispatch) return;
    showOutcome(await dispatch(invocationOf(session, request, deps.random.id(deps.clock.now()))));
    await deps.settled();
  }

  function showOutcome(outcome: Outcome): void {
    if (outcome.kind === 'repeated') return;
    const form = 'form' in outcome ? outcome.form : undefined;
    const private_ = outcome.kind !== 'replied' || outcome.visibility === 'private';
    const lead = session.channel !== undefined && private_ ? '(only you see this)' : undefined;
    session = { ...session, form };
    if (!form || outcome.kind !== 'replied') show(outcome.reply, lead);
    if (form) openForm(form);
  }

  function openForm(form: Form): void {
    session = { ...session, form };
    write(renderForm(form, deps.interactive));
  }

  /** At a keyboard, a plain line answers what the open form asks for. */
  async function answerForm(form: Form, text: string): Promise<void> {
    const field = askedField(form);
    const filled = field ? withValues(form, { [field.name]: text }) : form;
    session = { ...session, form: filled };
    const open = filled.fields.some(({ problem, required, value }) => problem !== undefined || (required && !value));
    if (!open) await submit();
  }

  async function submit(): Promise<void> {
    const { form } = session;
    if (!form) return write('No form is open.');
    session = { ...session, form: undefined };
    await run({ kind: 'call', call: submitted(form) });
  }

  function fill(text: string): void {
    if (!session.form) {
      write('No form is open.');
      return;
    }
    const { form, unknown } = fillForm(session.form, text);
    session = { ...session, form };
    if (unknown.length > 0) write(`The form has no field ${unknown.map((name) => safe(name)).join(', ')}.`);
    write(renderForm(form, deps.interactive));
  }

  async function press(number: number): Promise<void> {
    const call = session.calls[number - 1];
    if (!call) return write(`There is no button ${number}; the last message has ${session.calls.length}.`);
    await run({ kind: 'call', call });
  }

  async function say(text: string): Promise<void> {
    if (session.channel === undefined) return run(question(text));
    if (/@lorbot\b/iu.test(text)) return run(question(text.replace(/@lorbot\b/giu, '').trim()));
    write(paint.dim(`(${session.user} says it in ${session.channel}. There I answer only when I am mentioned.)`));
  }

  async function at(typed: string): Promise<void> {
    if (typed.toLowerCase() === 'now') return backToNow();
    const read = deps.readMoment(typed, deps.zone);
    if ('problem' in read) return write(read.problem);
    const now = deps.clock.now();
    if (read.at < now) return write(`The clock only moves forward; it is ${formatMoment(now, read.zone)} already.`);
    const remember = (moment: Instant) => deps.store.set('', momentName, moment);
    await deps.playTo(read.at, remember);
    write(paint.dim(`(It is ${formatMoment(read.at, read.zone)}.)`));
  }

  async function backToNow(): Promise<void> {
    if (!deps.release()) return write('The clock only moves forward, and it was set past the real time.');
    await deps.store.set('', momentName, '');
    await deps.settled();
    write(paint.dim(`(It is ${formatMoment(deps.clock.now(), deps.zone)}, the real time.)`));
  }

  async function obey(said: Said): Promise<void> {
    switch (said.kind) {
      case 'nothing':
        return;
      case 'command':
        return run({ kind: 'typed', text: said.text });
      case 'question':
        if (deps.interactive && session.form) return answerForm(session.form, said.text);
        return run(question(said.text));
      case 'as':
        session = { ...session, user: said.user, administrator: said.administrator, form: undefined, calls: [] };
        return;
      case 'in':
        session = { ...session, channel: said.channel };
        return;
      case 'at':
        return at(said.text);
      case 'press':
        return press(said.number);
      case 'fill':
        return fill(said.text);
      case 'submit':
        return submit();
      case 'say':
        return say(said.text);
      case 'wrong':
        return write(said.why);
    }
  }

  function take(line: string): void {
    work = work.then(async () => {
      if (!deps.interactive && line.trim() !== '') deps.output.write(`${promptOf(session)}${safe(line.trim())}\n`);
      await obey(readLine(line));
      prompt();
    });
  }

  function prompt(): void {
    if (!deps.interactive) return;
    const field = session.form && askedField(session.form);
    lines?.setPrompt(field ? `${field.label}: ` : promptOf(session));
    lines?.prompt();
  }

  const completer = (line: string, done: (error: null, result: [string[], string]) => void): void => {
    complete(line, deps.commands, suggestions).then(
      (found) => done(null, [[...found], line]),
      () => done(null, [[], line]),
    );
  };

  async function suggestions(path: string, option: string, typed: string) {
    const request: Request = { kind: 'call', call: { path, args: {} } };
    return (await dispatch?.suggest(invocationOf(session, request, ''), option, typed)) ?? [];
  }

  async function start(dispatchTo: Dispatch): Promise<void> {
    dispatch = dispatchTo;
    write(`${paint.bold('lorbot')}, for letters of recommendation. Ask in your own words, or type /lor help.`);
    const kept = (await deps.store.get('', momentName)) as Instant | undefined;
    if (kept) deps.restore(kept);
    if (kept) write(paint.dim(`(The clock stands at ${formatMoment(kept, deps.zone)}. !at moves it on.)`));
    lines = createInterface({
      input: deps.input,
      ...(deps.interactive && { output: deps.output, completer }),
      terminal: deps.interactive,
    });
    lines.on('line', take);
    lines.on('close', () => {
      work = work.then(() => deps.settled()).finally(finish);
    });
    prompt();
  }

  async function send(target: Target, reply: Reply, about: AboutMessage): Promise<SendResult> {
    const where = target.kind === 'dm' ? `DM to ${target.account.user}` : target.channel;
    const doubt = about.inDoubt ? ' (perhaps a second time: I was stopped while showing it)' : '';
    show(reply, `[${formatMoment(deps.clock.now(), about.zone)}] ${where}${doubt}`);
    prompt();
    return { kind: 'sent', ref: about.key };
  }

  return {
    name: 'terminal',
    // Whoever sits here owns the machine, and scripts are quick.
    commandsPerMinute: 5_000,
    ended,
    start,
    async stop() {
      lines?.close();
      await work;
    },
    send,
    async edit(target, ref, reply) {
      return send(target, reply, { key: ref, inDoubt: false, zone: deps.zone });
    },
    // What stood on a screen cannot be read back.
    async find() {
      return 'unknown';
    },
    health: () => ({ up: true }),
  };
}
