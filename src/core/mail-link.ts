/**
 * Whom a link's mail goes to: the address of a `mailto:` link, `''` where it names nobody, and
 * `undefined` for any other link and for one that cannot be read or could end early where it is drawn.
 */
export function mailRecipient(url: string): string | undefined {
  const [, to] = /^mailto:([^\s?<>"\\]*)(?:\?[^\s<>"\\]*)?$/iu.exec(url) ?? [];
  if (to === undefined) return undefined;
  try {
    return decodeURIComponent(to);
  } catch {
    return undefined;
  }
}
