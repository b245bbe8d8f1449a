import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { AboutMessage, ChatAdapter, Dispatch, SendResult, Target } from '../../src/core/ports.ts';
import type { Reply } from '../../src/core/reply.ts';
import { formatMoment } from '../../src/core/time.ts';
import { complete } from './complete.ts';
import { type Conversation, type ConversationDeps, createConversation } from './conversation.ts';
import { readLine } from './directive.ts';
import { colourPaint, plainPaint, safe } from './render.ts';
import { terminalWords } from './words.ts';

export interface TerminalDeps extends Omit<ConversationDeps, 'paint' | 'write'> {
  readonly input: Readable;
  readonly output: Writable;
}

export interface TerminalAdapter extends ChatAdapter {
  /** Resolves when the input is at its end and everything said was answered. */
  readonly ended: Promise<void>;
}

/**
 * A chat in the terminal: the whole bot without any account. Everything goes the way that it
 * goes on the other platforms; directives stand for what those do by themselves. At a keyboard
 * there are prompts, colours and completion; of a script, each line is echoed.
 */
export function createTerminalAdapter(deps: TerminalDeps): TerminalAdapter {
  const { interactive, output } = deps;
  const paint = interactive ? colourPaint : plainPaint;
  let conversation: Conversation | undefined;
  let lines: Interface | undefined;
  let work: Promise<void> = Promise.resolve();
  let finish: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    finish = resolve;
  });

  function write(text: string): void {
    output.write(`${text}\n\n`);
  }

  function prompt(): void {
    if (!interactive || !conversation) return;
    const asked = conversation.asked();
    lines?.setPrompt(asked === undefined ? conversation.prompt() : `${asked}: `);
    lines?.prompt();
  }

  /** What went wrong ends the line, not the chat: the disk may have room again. */
  function failed(error: unknown): void {
    write(
      `That could not be done: ${error instanceof Error ? error.message : 'an unknown error'}. Nothing of it was saved.`,
    );
  }

  /** Lines are answered one after the other, in the order in which they came. */
  function take(line: string): void {
    work = work.then(async () => {
      if (!interactive && line.trim() !== '') output.write(`${conversation?.prompt()}${safe(line.trim())}\n`);
      await conversation?.obey(readLine(line)).catch(failed);
      prompt();
    });
  }

  function completer(line: string, done: (error: null, result: [string[], string]) => void): void {
    const suggestions: Conversation['suggestions'] = async (...asked) => conversation?.suggestions(...asked) ?? [];
    complete(line, deps.commands, suggestions).then(
      (found) => done(null, [[...found], line]),
      () => done(null, [[], line]),
    );
  }

  async function start(dispatch: Dispatch): Promise<void> {
    conversation = createConversation({ ...deps, paint, write }, dispatch);
    write(`${paint.bold('lorbot')}, for letters of recommendation. Ask in your own words, or type /lor help.`);
    await conversation.resume();
    lines = createInterface({
      input: deps.input,
      terminal: interactive,
      ...(interactive && { output, completer }),
    });
    lines.on('line', take);
    lines.on('close', () => {
      work = work.then(deps.settled).finally(finish);
    });
    prompt();
  }

  async function send(target: Target, reply: Reply, { key, inDoubt, zone }: AboutMessage): Promise<SendResult> {
    const words = terminalWords(reply.language);
    const where = target.kind === 'dm' ? words.dm(target.account.user) : target.channel;
    const doubt = inDoubt ? words.inDoubt : '';
    conversation?.show(reply, `[${formatMoment(deps.clock.now(), zone, reply.language)}] ${where}${doubt}`);
    prompt();
    return { kind: 'sent', ref: key };
  }

  return {
    name: 'terminal',
    // Whoever sits here owns the machine, and scripts are quick.
    commandsPerMinute: 1_000_000,
    pace: {},
    ended,
    start,
    async stop() {
      lines?.close();
      await work;
    },
    send,
    edit: (target, ref, reply) => send(target, reply, { key: ref, inDoubt: false, zone: deps.zone }),
    // What stood on a screen cannot be read back.
    find: async () => ({ kind: 'unknown' }),
    isIn: async () => 'in',
    health: () => ({ up: true }),
    routes: [],
  };
}
