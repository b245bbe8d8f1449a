import type { KeyObject } from 'node:crypto';
import type { Chance } from '../../support/chance.ts';
import { createApplicationKey, signedByDiscord } from '../../support/discord-signed.ts';
import { hostileToDiscord } from '../../support/hostile-texts.ts';
import { brokenUtf8, crowdedJson, deepJson, spoilFields } from '../spoil-fields.ts';
import type { Wire } from '../surroundings.ts';
import { nobody } from './places.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The ways in which a request over HTTP is no request of Discord's, beside what is in it. */
export const requestWays = [
  'as Discord sends it',
  'with a field spoilt',
  'without a signature',
  'with another key',
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
export type RequestWay = (typeof requestWays)[number];

/** The ways in which an event over the gateway is none that Discord sends. */
export const eventWays = [
  'an event',
  'an event spoilt',
  'an event, huge',
  'an event, very deep',
  'an event, crowded',
] as const;
export type EventWay = (typeof eventWays)[number];

const others = createApplicationKey().privateKey;

export interface SpoiltRequest extends Wire {
  readonly way: RequestWay;
}

/**
 * Half of all requests come as Discord sends them: most harm is in what people write. One that lies of
 * its sender is not spoilt besides, or the lie could be all that is left.
 */
export function drawRequest(
  chance: Chance,
  fields: Fields,
  { key, lies }: { readonly key: KeyObject; readonly lies: boolean },
): SpoiltRequest {
  const drawn = chance.once(2) ? 'as Discord sends it' : chance.pick(requestWays);
  const way = lies && drawn === 'with a field spoilt' ? 'as Discord sends it' : drawn;
  const json = JSON.stringify(way === 'with a field spoilt' ? spoilFields(fields, chance, hostileToDiscord) : fields);
  const sign = (body: string | Buffer, seconds = -chance.below(200), by = key): SpoiltRequest => ({
    ...{ way, body },
    headers: signedByDiscord(body, by, Date.now() + 1_000 * seconds),
  });
  switch (way) {
    case 'without a signature':
      return { way, body: json, headers: chance.pick(unsigned(sign(json).headers)) };
    case 'with another key':
      return sign(json, 0, others);
    case 'from the past':
      return sign(json, -301 - chance.below(100_000));
    case 'from the future':
      return sign(json, 302 + chance.below(100_000));
    case 'changed after it was signed':
      return { ...sign(json), body: `${json} ` };
    case 'huge':
      return sign(json + ' '.repeat(500_001));
    case 'very deep':
      return sign(deepJson(json));
    case 'with very many fields':
      return sign(crowdedJson(json));
    case 'in broken UTF-8':
      return sign(brokenUtf8(json, chance.pick(['"name"', '"value"', '"custom_id"', '"data"'])));
    case 'with fields twice':
      return sign(json.replace('{', `{"type":1,"user":{"id":"${nobody}"},`));
    case 'of another type': {
      const made = sign(json);
      return { ...made, headers: { ...made.headers, 'content-type': chance.pick(['text/plain', 'image/png', 'x']) } };
    }
    case 'empty':
      return sign('');
    default:
      return sign(json);
  }
}

/** Headers of which none is a signature of the body. */
function unsigned({ 'content-type': type = '', ...right }: Wire['headers']): readonly Wire['headers'][] {
  const own = right['x-signature-ed25519'] ?? '';
  return [
    { 'content-type': type },
    { ...right, 'x-signature-ed25519': '' },
    { ...right, 'x-signature-ed25519': own.slice(0, 64) },
    { ...right, 'x-signature-ed25519': `${own}00` },
    { ...right, 'x-signature-ed25519': '0'.repeat(128) },
    { ...right, 'x-signature-timestamp': '' },
    { ...right, 'x-signature-timestamp': 'NaN' },
    { ...right, 'x-signature-timestamp': `${right['x-signature-timestamp']}.0` },
  ];
}

/** Many times what Discord lets anybody write. */
const long = '*x <@1> '.repeat(3_000);

export interface SpoiltEvent {
  readonly way: EventWay;
  /** The data of the event as JSON. */
  readonly json: string;
}

/** The same of events. */
export function drawEvent(chance: Chance, fields: Fields, lies = false): SpoiltEvent {
  const drawn = chance.once(2) ? 'an event' : chance.pick(eventWays);
  const way = lies && drawn === 'an event spoilt' ? 'an event' : drawn;
  switch (way) {
    case 'an event spoilt':
      return { way, json: JSON.stringify(spoilFields(fields, chance, hostileToDiscord)) };
    case 'an event, huge':
      return {
        way,
        json: JSON.stringify({
          huge: long.repeat(40),
          ...fields,
          ...('content' in fields && { content: `${fields.content}${long}` }),
        }),
      };
    case 'an event, very deep':
      return { way, json: deepJson(JSON.stringify(fields)) };
    case 'an event, crowded':
      return { way, json: crowdedJson(JSON.stringify(fields)) };
    default:
      return { way, json: JSON.stringify(fields) };
  }
}
