/**
 * Everything of Discord's markdown that begins with a mark. Each is escaped wherever it stands:
 * whether a `-` or `#` begins a line is known only when the leaves around it are put together.
 * `:` and `/` take the address out of `https://…`, the emoji out of `:smile:` and the
 * invitation out of `discord.gg/…`, which have no other mark to escape.
 */
const marks = /[\\*_~|`#>+\-[\]()<:@/]/gu;

/** The dot of `1.`, which makes a numbered list at the start of a line. */
const listDot = /^([^\S\r\n\u2028\u2029]*\d*)\./gmu;

/** A text as markdown that shows exactly that text: no emphasis, link, ping, emoji, heading or list. */
export function escapeText(text: string): string {
  return text.replace(marks, '\\$&').replace(listDot, '$1\\.');
}
