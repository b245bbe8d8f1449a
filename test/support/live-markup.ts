import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a payload may hold that acts on its readers, because somebody meant it. */
export interface Meant {
  /** How addresses begin that are meant, beside those in the bot's own texts. */
  readonly addresses?: readonly string[];
  /** Ids of people, groups and channels that are named on purpose. */
  readonly ids?: readonly string[];
}

/** Elements of rich text that name, and mostly call, somebody or a place; and the id in them. */
const naming: Readonly<Record<string, string>> = {
  user: 'user_id',
  usergroup: 'usergroup_id',
  channel: 'channel_id',
  team: 'team_id',
  broadcast: 'range',
};

/** Properties by which Slack fetches or opens something for its readers. */
const opening = ['image_url', 'title_url', 'video_url', 'thumbnail_url', 'external_id', 'link_names', 'parse'];

/**
 * What in a payload to Slack pings, links or unfurls, or is read as markup, a sentence each: nothing
 * where every text is only text. Slack reads markup in objects of the type `mrkdwn` and in the `text`
 * of a message (https://docs.slack.dev/messaging/formatting-message-text).
 */
export function liveMarkup(payload: unknown, meant: Meant = {}): readonly string[] {
  if (typeof payload !== 'object' || payload === null) return [];
  const inner = Object.entries(payload).flatMap(([key, value]) => liveMarkup(printed(key, value), meant));
  return Array.isArray(payload) ? inner : [...liveIn(payload as Record<string, unknown>, meant), ...inner];
}

/** What stands in a field of a call: blocks and views are JSON there. */
export function printed(key: string, value: unknown): unknown {
  const isPrinted = ['blocks', 'view', 'files', 'attachments'].includes(key) && typeof value === 'string';
  return isPrinted ? JSON.parse(value) : value;
}

function liveIn(node: Readonly<Record<string, unknown>>, meant: Meant): readonly string[] {
  const { type, text, url } = node;
  const found: string[] = [];
  if (type === 'mrkdwn') found.push(`markup is read in “${text}”`);
  if (typeof url === 'string' && !isOurs(url, meant)) found.push(`a link leads to ${url}`);
  const id = typeof type === 'string' ? naming[type] : undefined;
  if (id !== undefined && id in node && !meant.ids?.includes(String(node[id])))
    found.push(`${type} ${node[id]} is named`);
  for (const name of opening) if (name in node) found.push(`${name} is ${node[name]}`);
  return [...found, ...(isMessage(node) ? liveInMessage(node) : [])];
}

function isMessage({ text, blocks, channel, response_type: answer }: Readonly<Record<string, unknown>>): boolean {
  return typeof text === 'string' && [blocks, channel, answer].some((one) => one !== undefined);
}

function liveInMessage(node: Readonly<Record<string, unknown>>): readonly string[] {
  const switches = ['mrkdwn', 'unfurl_links', 'unfurl_media'].filter((name) => String(node[name]) !== 'false');
  const bracket = /[<>]|&(?!(?:amp|lt|gt);)/u.exec(String(node.text));
  return [
    ...switches.map((name) => `${name} is not off`),
    ...(bracket ? [`the text has markup: “${String(node.text).slice(bracket.index, bracket.index + 60)}”`] : []),
  ];
}

let texts: string | undefined;

/** Everything that the bot says of itself: an address in it is ours. */
function ownTexts(): string {
  texts ??= ['src/faq', 'src/packs', 'src/words', 'commands']
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
    .filter((name) => /\.(?:md|ts|ya?ml)$/u.test(name))
    .map((name) => readFileSync(name, 'utf8'))
    .join('\n');
  return texts;
}

/** A mail is opened by whoever asked for its draft. */
function isOurs(url: string, meant: Meant): boolean {
  return url.startsWith('mailto:') || isOwnAddress(url, meant);
}

/** Whether an address is meant: it stands in the bot's own texts, or begins as those do that are. */
export function isOwnAddress(url: string, { addresses = [] }: Meant): boolean {
  return addresses.some((one) => url.startsWith(one)) || (/^https:/u.test(url) && ownTexts().includes(url));
}
