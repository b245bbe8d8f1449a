/** The text of a file, or why it is none. */
export type Decoded = { readonly text: string } | { readonly trouble: 'packed' | 'not-text' };

/** How packed files begin: ZIP, which `.xlsx` and `.docx` are, and the older container of `.xls`. */
const packed: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
];

/** Marks at the start that say how the bytes behind them are text. */
const marks = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
} as const;

/**
 * The characters of Windows-1252 from 0x80 to 0x9f; all others are those of Latin-1
 * (https://encoding.spec.whatwg.org/#windows-1252). Some versions of Node decode these wrongly
 * (https://github.com/nodejs/node/issues/56542), so they stand here.
 */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Bytes as text, as people's programs write it: UTF-8 with or without its mark, UTF-16 with one,
 * and otherwise what Excel saves on Windows. It never throws: every sequence of bytes is text in
 * one way or another, unless it holds a NUL, which no text does.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (packed.some((start) => beginsWith(bytes, start))) return { trouble: 'packed' };
  const text = toText(bytes);
  return text.includes('\u0000') ? { trouble: 'not-text' } : { text };
}

function toText(bytes: Uint8Array): string {
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    if (beginsWith(bytes, marks[encoding])) return new TextDecoder(encoding).decode(bytes);
  }
  const body = beginsWith(bytes, marks['utf-8']) ? bytes.subarray(marks['utf-8'].length) : bytes;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return fromWindows1252(body);
  }
}

function fromWindows1252(bytes: Uint8Array): string {
  const units = new Uint16Array(bytes);
  for (const [at, byte] of bytes.entries()) {
    if (byte >= 0x80 && byte <= 0x9f) units[at] = windows1252.charCodeAt(byte - 0x80);
  }
  let text = '';
  // A function takes only so many arguments.
  for (let at = 0; at < units.length; at += 8_192) text += String.fromCharCode(...units.subarray(at, at + 8_192));
  return text;
}

function beginsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
