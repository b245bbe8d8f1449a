/** One address, with nothing in it that could begin another, a header or markup. Linear in its length. */
const shape = /^[\p{L}\p{N}._+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u;

/** Whether a mail can be addressed to it: a plain address, at most 254 characters (RFC 5321). */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && shape.test(text);
}
