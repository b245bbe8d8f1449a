import type { Chance } from '../../support/chance.ts';
import { hostileTexts } from '../../support/hostile-texts.ts';
import { type SignedAs, signed } from '../../support/slack-server.ts';
import { brokenUtf8, crowd, crowdedJson, deepJson, nested, spoilFields } from '../spoil-fields.ts';
import type { Wire } from '../surroundings.ts';
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
export interface Spoilt extends Wire {
  readonly way: Way;
}

/** Half of all requests come as Slack sends them: most harm is in what people write. */
export function drawSpoilt(chance: Chance, payload: Payload): Spoilt {
  const way = chance.once(2) ? 'as Slack sends it' : chance.pick(ways);
  const fields = way === 'with a field spoilt' ? spoilFields(payload.fields, chance, hostileTexts) : payload.fields;
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
      return { way, ...signed(brokenUtf8(body, 'text')) };
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

function deep(body: string): string {
  if (body.startsWith('{')) return deepJson(body);
  const payload = new URLSearchParams(body).get('payload');
  return payload === null
    ? `${body}&${'a['.repeat(nested.length / 2)}`
    : `payload=${encodeURIComponent(deep(payload))}`;
}

function crowded(body: string): string {
  return body.startsWith('{') ? crowdedJson(body) : `${crowd.map((name) => `${name}=1&`).join('')}${body}`;
}
