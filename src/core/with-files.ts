import { attach, type FileTrouble, printAttachment, refused } from './attachment.ts';
import type { Call } from './invocation.ts';
import type { Options } from './options.ts';

/** A file that a platform has for us. */
export interface OfferedFile {
  readonly name: string;
  /** In bytes, where the platform says it. */
  readonly size?: number | undefined;
}

/**
 * The call with the files that came for its options, by the names of these. Each is fetched only
 * for an option that takes one, and only when it is not larger than that allows.
 */
export async function withFiles<F extends OfferedFile>(
  call: Call,
  options: Options,
  files: Readonly<Record<string, F>>,
  fetchBytes: (file: F, max: number) => Promise<Uint8Array | FileTrouble>,
): Promise<Call> {
  const fetched = Object.entries(files).map(async ([name, file]): Promise<[string, string][]> => {
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    if (option?.kind !== 'file') return [];
    const bytes = (file.size ?? 0) > option.max ? 'too-large' : await fetchBytes(file, option.max);
    const attachment = typeof bytes === 'string' ? refused(file.name, bytes) : attach(file.name, bytes, option.max);
    return [[name, printAttachment(attachment)]];
  });
  const args = (await Promise.all(fetched)).flat();
  return { path: call.path, args: { ...call.args, ...Object.fromEntries(args) } };
}
