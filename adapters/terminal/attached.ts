import { attach, printAttachment } from '../../src/core/attachment.ts';
import type { Command } from '../../src/core/command.ts';
import type { Field, Form } from '../../src/core/form.ts';
import type { Call, Request } from '../../src/core/invocation.ts';
import { parseTyped } from '../../src/core/parse.ts';

/** A file of this machine. */
export interface LocalFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

type Declared = Pick<Command<never>, 'path' | 'options' | 'hidden'>;

/** The request with a file for the option that takes one; `undefined` where its command takes none. */
export function withFile(
  request: Request,
  { name, bytes }: LocalFile,
  commands: readonly Declared[],
): Request | undefined {
  const call = callOf(request, commands);
  const options = commands.find(({ path }) => path === call?.path)?.options ?? {};
  for (const [taking, option] of Object.entries(options)) {
    if (!call || option.kind !== 'file') continue;
    const args = { ...call.args, [taking]: printAttachment(attach(name, bytes, option.max)) };
    return { kind: 'call', call: { path: call.path, args } };
  }
  return undefined;
}

function callOf(request: Request, commands: readonly Declared[]): Call | undefined {
  if (request.kind === 'call') return request.call;
  const parsed = parseTyped(request.text, commands);
  return parsed.kind === 'call' ? { path: parsed.command.path, args: parsed.args } : undefined;
}

/** The field of a form that takes a file. */
export function fileField(form: Form | undefined): Field | undefined {
  return form?.fields.find(({ kind }) => kind === 'file');
}

/** Bytes of the largest file that any command takes; nothing where none takes any. */
export function largestFile(commands: readonly Declared[]): number | undefined {
  const options = commands.flatMap((command) => Object.values(command.options));
  const sizes = options.flatMap((option) => (option.kind === 'file' ? [option.max] : []));
  return sizes.length > 0 ? Math.max(...sizes) : undefined;
}
