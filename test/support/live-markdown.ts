import { piecesOf, walk } from '../adapters/discord/shown.ts';
import { isOwnAddress } from './live-markup.ts';

/** What a message to Discord may hold that acts on its readers, because somebody meant it. */
export interface MeantOnDiscord {
  /** How addresses begin that are meant, beside those in the bot's own texts. */
  readonly addresses?: readonly string[];
  /** Ids of people, groups and channels that are named on purpose. */
  readonly ids?: readonly string[];
  /** Roles that this message may call. */
  readonly calls?: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * What in the body of a message to Discord, created or edited, pings, links or embeds, or is read as
 * markup, a sentence each: nothing where every text is only text. Everything is to stand in
 * components, where Discord reads markdown in text displays alone
 * (https://docs.discord.com/developers/components/reference).
 */
export function liveMarkdown(message: Fields, meant: MeantOnDiscord = {}): readonly string[] {
  const outside = ['content', 'embeds', 'sticker_ids', 'poll', 'tts'].filter((name) => name in message);
  return [
    ...outside.map((name) => `${name} stands outside of the components`),
    ...pingsOf(message, meant),
    ...walk(message.components).flatMap((component) => liveIn(component, meant)),
  ];
}

/** An edit that says nothing of mentions pings everybody that it names, just as a message does. */
function pingsOf({ allowed_mentions: allowed }: Fields, { calls = [] }: MeantOnDiscord): readonly string[] {
  if (typeof allowed !== 'object' || allowed === null) return ['it does not say that nobody is pinged'];
  const { parse, roles = [], users = [], replied_user: replied = false } = allowed as Fields;
  const called = [roles].flat().filter((role) => !calls.includes(String(role)));
  return [
    ...(JSON.stringify(parse) === '[]' ? [] : [`it pings ${JSON.stringify(parse)}`]),
    ...called.map((role) => `it pings the role ${role}`),
    ...[users].flat().map((user) => `it pings ${user}`),
    ...(replied === false ? [] : ['it pings whom it replies to']),
  ];
}

function liveIn({ type, content, url, media, file, items }: Fields, meant: MeantOnDiscord): readonly string[] {
  const found: string[] = [];
  if (url !== undefined) found.push(`a button leads to ${url}`);
  const shownFiles = [media, file, ...(Array.isArray(items) ? items : [])].filter((one) => one !== undefined);
  const urls = [...JSON.stringify(shownFiles).matchAll(/"url":"([^"]*)"/gu)].map(([, address = '']) => address);
  found.push(...urls.filter((one) => !one.startsWith('attachment://')).map((one) => `a file is shown from ${one}`));
  return type === 10 ? [...found, ...liveInText(String(content), meant)] : found;
}

function liveInText(markdown: string, meant: MeantOnDiscord): readonly string[] {
  try {
    return piecesOf(markdown).flatMap(({ kind, target = '' }) => {
      if (kind === 'link') return isOwnAddress(asWritten(target), meant) ? [] : [`a link leads to ${target}`];
      return kind === undefined || meant.ids?.includes(target) ? [] : [`${kind} ${target} is named`];
    });
  } catch (error) {
    return [`markup is read in “${markdown.slice(0, 200)}”: ${error instanceof Error ? error.message : ''}`];
  }
}

/** The address as a text has it, which the renderer wrote so that it cannot end early. */
function asWritten(url: string): string {
  return url
    .replaceAll('%28', '(')
    .replaceAll('%29', ')')
    .replace(/(?<=^https:\/\/[^/]+)\/$/u, '');
}
