/** Whether a text is an address that a mail program takes. It is not tried. */
export function isEmail(text: string): boolean {
  return /^[^\s@<>,;:"()[\]\\?&#%]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}$/u.test(text);
}
