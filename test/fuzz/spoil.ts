import { hostileTexts } from '../support/hostile-texts.ts';
import { type SignedAs, signed } from '../support/slack-server.ts';
import type { Chance } from './chance.ts';
import type { Payload } from './payloads.ts';

/** The ways in which a request is no request of Slack's, beside what is in it. */
export const ways = [
  'as Slack sends it',
  'with a field spoilt',
  'with another secret',
  'from the past',
  'from the future',
  'changed after it was signed',
  'huge',
  'very deep',
  'with very many fields',
  'in broken UTF-8',
  'with fields twice',
  'of another type',
  'empty',
] as const;
export type Way = (typeof ways)[number];

/** What goes over the wire. */
export interface Spoilt {
  readonly way: Way;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** Half of all requests come as Slack sends them: most harm is in what people write. */
export function drawSpoilt(chance: Chance, payload: Payload): Spoilt {
  const way = chance.once(2) ? 'as Slack sends it' : chance.pick(ways);
  const fields = way === 'with a field spoilt' ? spoil(payload.fields, chance) : payload.fields;
  const body = bodyOf(payload, fields);
  switch (way) {
    case 'with another secret':
      return { way, ...signed(body, { secret: 'guessed' }) };
    case 'from the past':
      return { way, ...signed(body, { shift: -301 - chance.below(100_000) }) };
    case 'from the future':
      return { way, ...signed(body, { shift: 302 + chance.below(100_000) }) };
    case 'changed after it was signed':
      return { way, ...signed(body), body: `${body} ` };
    case 'huge':
      return { way, ...signed(body + ' '.repeat(1_000_001)) };
    case 'very deep':
      return { way, ...signed(deep(body)) };
    case 'with very many fields':
      return { way, ...signed(crowded(body)) };
    case 'in broken UTF-8':
      return { way, ...brokenUtf8(body) };
    case 'with fields twice':
      return {
        way,
        ...signed(body.startsWith('{') ? body.replace('{', '{"type":"event_callback",') : `${body}&${body}`),
      };
    case 'of another type': {
      const type = chance.pick(['text/plain', 'application/json', 'multipart/form-data; boundary=x', 'image/png', '']);
      return { way, ...signed(body, { type }) };
    }
    case 'empty':
      return { way, ...signed('') };
    default:
      return { way, ...signed(body, { shift: -chance.below(200) } satisfies SignedAs) };
  }
}

/** Commands are form fields, interactions JSON in a form field, events JSON. */
function bodyOf({ kind }: Payload, fields: Readonly<Record<string, unknown>>): string {
  if (kind === 'command') {
    return new URLSearchParams(
      Object.entries(fields).map(([name, value]): [string, string] => [name, String(value)]),
    ).toString();
  }
  const isEvent = ['mention', 'message', 'home', 'other'].includes(kind);
  return isEvent ? JSON.stringify(fields) : new URLSearchParams({ payload: JSON.stringify(fields) }).toString();
}

/** The fields with one of them, at any depth, gone or of another kind. */
function spoil(fields: Readonly<Record<string, unknown>>, chance: Chance): Record<string, unknown> {
  const names = Object.keys(fields);
  if (names.length === 0) return {};
  const name = chance.pick(names);
  const { [name]: value, ...others } = fields;
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && !chance.once(3)) {
    return { ...others, [name]: spoil(value as Record<string, unknown>, chance) };
  }
  if (chance.once(3)) return others;
  const instead = [null, true, -1, '', [], {}, [[]], chance.pick(hostileTexts), { type: 'button' }, ['x', 'y']];
  return { ...others, [name]: chance.pick(instead) };
}

const depth = 100_000;

function deep(body: string): string {
  const nested = '['.repeat(depth) + ']'.repeat(depth);
  if (body.startsWith('{')) return `{"deep":${nested},${body.slice(1)}`;
  const payload = new URLSearchParams(body).get('payload');
  return payload === null ? `${body}&${'a['.repeat(depth)}` : `payload=${encodeURIComponent(deep(payload))}`;
}

function crowded(body: string): string {
  const fields = Array.from({ length: 20_000 }, (_, index) => `a${index}`);
  return body.startsWith('{')
    ? `{${fields.map((name) => `"${name}":1,`).join('')}${body.slice(1)}`
    : `${fields.map((name) => `${name}=1&`).join('')}${body}`;
}

/** Bytes that are no text, in the middle of it, signed as they are. */
function brokenUtf8(body: string): Pick<Spoilt, 'headers' | 'body'> {
  const at = body.indexOf('text');
  const bytes = Buffer.concat([
    Buffer.from(body.slice(0, at + 7)),
    Buffer.from([0xff, 0xc0, 0x80, 0xed, 0xa0, 0x80]),
    Buffer.from(body.slice(at + 7)),
  ]);
  return signed(bytes);
}
