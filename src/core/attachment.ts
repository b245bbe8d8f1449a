import { decodeText } from './decode-text.ts';
import { isBlank, shorten, tidyLine, unkeepable } from './text.ts';

/**
 * A text file that somebody handed over, as a handler gets it. Its text is as it came, line ends
 * and odd characters among it: what is kept of it has to be read like anything that is typed.
 */
export interface TextFile {
  /** Its own name, without folders. */
  readonly name: string;
  readonly text: string;
}

const troubles = ['too-large', 'packed', 'not-text', 'empty', 'unreachable'] as const;

/**
 * Why a file cannot be read. `packed`: an Excel workbook or another archive; `unreachable`: the
 * platform that has it did not hand it out.
 */
export type FileTrouble = (typeof troubles)[number];

/** A file that was handed over: its text, or why there is none. */
export type Attachment = TextFile | { readonly name: string; readonly trouble: FileTrouble };

/** Characters of a name that are kept; longer ones say no more. */
const longestName = 100;

/** A file of at most `max` bytes as text. */
export function attach(name: string, bytes: Uint8Array, max: number): Attachment {
  if (bytes.length > max) return refused(name, 'too-large');
  const decoded = decodeText(bytes);
  if ('trouble' in decoded) return refused(name, decoded.trouble);
  return isBlank(decoded.text) ? refused(name, 'empty') : { name: plainName(name), text: decoded.text };
}

/** A file that could not be had. */
export function refused(name: string, trouble: FileTrouble): Attachment {
  return { name: plainName(name), trouble };
}

/** The name without the folders before it, and fit for a sentence. */
function plainName(name: string): string {
  const last = tidyLine(name.replace(/^.*[/\\]/su, ''));
  return shorten(last === '' || unkeepable(last) ? 'file' : last, longestName);
}

/**
 * A file as the value of an argument. Arguments are text, and a file is two texts, so it travels
 * as JSON; what somebody types is never taken for one unless they type just that.
 */
export function printAttachment(attachment: Attachment): string {
  return JSON.stringify(attachment);
}

/** The inverse; `undefined` for words that are no file. */
export function parseAttachment(value: string): Attachment | undefined {
  if (!value.startsWith('{')) return undefined;
  try {
    const { name, text, trouble }: Readonly<Record<string, unknown>> = JSON.parse(value);
    if (typeof name !== 'string') return undefined;
    if (typeof text === 'string') return { name, text };
    const known = troubles.find((one) => one === trouble);
    return known && { name, trouble: known };
  } catch {
    return undefined;
  }
}
