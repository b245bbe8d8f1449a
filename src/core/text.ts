/**
 * What may be kept of a text that somebody typed. Letters of every language, emoji and
 * right-to-left writing pass; characters that only fool a screen or a database do not.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: naming the control characters is the point
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/u;

/** Directional overrides and embeddings: they reverse the text around them. */
const overrides = /[\u202a-\u202e\u2066-\u2069]/u;

/** A half of a surrogate pair cannot be stored, and the replacement character stands for what is lost already. */
const lost = /[\ud800-\udfff\ufffd]/u;

/** Anything that can be seen: a name of joiners and blanks would be a hole in a list. */
const visible = /[^\p{C}\p{Z}\p{M}\u115f\u1160\u3164\uffa0\u2800]/u;

/** The name of the first kind of character in the text that cannot be kept. */
export function unkeepable(text: string): 'control' | 'override' | 'broken' | undefined {
  if (controls.test(text)) return 'control';
  if (overrides.test(text)) return 'override';
  return lost.test(text) ? 'broken' : undefined;
}

/** Whether a reader sees nothing of it. */
export function isBlank(text: string): boolean {
  return !visible.test(text);
}

/** One spelling for texts that look the same: composed letters, plain line ends, no outer space. */
export function tidy(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/gu, '\n').trim();
}

/** The same on one line. */
export function tidyLine(text: string): string {
  return tidy(text).replace(/\s+/gu, ' ');
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * The text within `max` UTF-16 units, visibly shortened with an ellipsis and never inside an
 * emoji or an accented letter.
 */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  let kept = '';
  for (const { segment } of segmenter.segment(text)) {
    if (kept.length + segment.length > max - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}

/**
 * Cuts a text into pieces of at most `max` UTF-16 units, at a line or word end where there is
 * one, never inside a grapheme. Joined, the pieces are the text.
 */
export function split(text: string, max: number): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const end = cutAt(rest, max);
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return rest === '' && pieces.length > 0 ? pieces : [...pieces, rest];
}

/**
 * Where to cut: after the last line end or space of the window, else after its last grapheme. A
 * space with an accent on it is a grapheme like any other. What is one grapheme and longer than the
 * window is cut between characters.
 */
function cutAt(text: string, max: number): number {
  let end = 0;
  let wordEnd = 0;
  for (const { segment, index } of segmenter.segment(text.slice(0, max + 64))) {
    if (index + segment.length > max) break;
    end = index + segment.length;
    if (/[ \n]$/u.test(segment)) wordEnd = end;
  }
  if (wordEnd > max / 2) return wordEnd;
  if (end > 0) return end;
  const splitsPair = max > 1 && (text.codePointAt(max - 1) ?? 0) > 0xffff;
  return splitsPair ? max - 1 : max;
}
