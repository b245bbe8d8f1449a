/**
 * What somebody typed, from the text that Slack made of it: `<#C024|general>` is the channel's id,
 * `<@U024|maya>` is `@maya`, a linked address is the address, and `&amp;` is `&`
 * (https://docs.slack.dev/messaging/formatting-message-text). Typed brackets arrive escaped, so
 * what is in brackets is Slack's.
 */
export function readMarkup(text: string): string {
  return unescapeText(text.replace(/<([^<>]+)>/gu, (_, inner: string) => readReference(inner))).trim();
}

/** The id of everybody whom a text mentions, by how the mention reads; what two share names neither. */
export function mentionedIn(text: string): Readonly<Record<string, string>> {
  const found = new Map<string, string | undefined>();
  for (const [, inner = ''] of text.matchAll(/<([^<>]+)>/gu)) {
    const id = /^(?:@|!subteam\^)(\w+)/u.exec(inner)?.[1];
    if (id === undefined) continue;
    const name = unescapeText(readReference(inner)).trim();
    found.set(name, found.has(name) && found.get(name) !== id ? undefined : id);
  }
  return Object.fromEntries([...found].filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** The text without the mentions of the bot; one that is not known by its id only at the start. */
export function withoutMention(text: string, bot: string | undefined): string {
  const mentions =
    bot !== undefined && /^\w+$/u.test(bot) ? new RegExp(`<@${bot}(?:\\|[^<>]*)?>`, 'gu') : /^\s*<@[^<>]+>/u;
  return text.replace(mentions, '').replace(/^[\s,:]+/u, '');
}

/** A label may have a `|` of its own; an id or an address has none. */
function readReference(inner: string): string {
  const at = inner.indexOf('|');
  const [target, label] = at === -1 ? [inner, ''] : [inner.slice(0, at), inner.slice(at + 1)];
  switch (target.charAt(0)) {
    case '#':
      return target.slice(1);
    case '@':
      return `@${(label || target.slice(1)).replace(/^@/u, '')}`;
    case '!':
      return label || `@${target.slice(1)}`;
    default:
      return target.replace(/^(?:mailto|tel):/u, '');
  }
}

/** In one pass, so that a typed `&lt;`, which arrives as `&amp;lt;`, stays what it is. */
function unescapeText(text: string): string {
  return text.replace(/&(amp|lt|gt);/gu, (_, name: string) => ({ amp: '&', lt: '<', gt: '>' })[name] ?? '');
}
