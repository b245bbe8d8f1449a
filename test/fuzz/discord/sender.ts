import type { KeyObject } from 'node:crypto';
import type { Chance } from '../../support/chance.ts';
import { hostileText } from '../calls.ts';
import { misanswered } from '../report.ts';
import { send } from '../surroundings.ts';
import { responses } from './attack.ts';
import {
  type DiscordLoot,
  drawInteraction,
  type InteractionKind,
  interactionKinds,
  interactionTypes,
} from './interactions.ts';
import { drawMessage, messageKinds } from './messages.ts';
import { heardBack, type People } from './people.ts';
import { drawPlace, type Place } from './places.ts';
import { drawEvent, drawRequest, type RequestWay, type SpoiltRequest } from './spoil.ts';
import type { Watch } from './watch.ts';

export interface SenderDeps extends People {
  readonly chance: Chance;
  readonly loot: DiscordLoot;
  readonly key: KeyObject;
  readonly senders: readonly string[];
  readonly watch: Watch;
}

type Fields = Readonly<Record<string, unknown>>;

/** How many requests are remembered, to come again. */
const remembered = 50;

/** Sends hostile inputs, one after the other, of every kind and by both ways in. */
export function createSender({ chance, loot, key, senders, watch, bot, fake, newId }: SenderDeps) {
  const replayable: SpoiltRequest[] = [];

  async function one(number: number): Promise<void> {
    if (replayable.length > 0 && chance.once(25)) return replay(chance.pick(replayable));
    if (chance.once(4)) return message();
    const kind = chance.pick(interactionKinds);
    const place = drawPlace(chance, chance.pick(senders), hostileText(chance, loot));
    const id = newId();
    fake.state.begin(id, `token-${id}`);
    const base = { id, token: `token-${id}`, application_id: fake.bot, version: 1, locale: 'en-US' };
    const fields = { ...base, type: interactionTypes[kind], ...place.fields, ...drawInteraction(kind, chance, loot) };
    return chance.once(2) ? event(kind, place, { ...fields, id }) : request(number, kind, place, { ...fields, id });
  }

  async function request(number: number, kind: InteractionKind, place: Place, fields: Interaction): Promise<void> {
    const spoilt = drawRequest(chance, fields, { key, lies: place.lies });
    const came = await send(bot.address, spoilt);
    watch.note(spoilt.way, came);
    const story = `input ${number}, ${kind} ${spoilt.way}`;
    const right = spoilt.way === 'as Discord sends it';
    const expected = right && !place.sound ? readOrNot : expectedOf[spoilt.way];
    const wrong = misanswered(expected, came).map((line) => `${line} for ${spoilt.body.slice(0, 600)}`);
    watch.wrong.push(...wrong.map((line) => `${story}: ${line}`));
    if (came === 'hangs' || came.status !== 200) return;
    const response = heardBack(fake, fields.id, JSON.parse(came.text));
    watch.look([response], story);
    if (!right) return;
    watch.wrong.push(...oddResponse(kind, response.body).map((line) => `${story}: ${line}`));
    replayable.push(spoilt);
    replayable.splice(0, Math.max(replayable.length - remembered, 0));
  }

  function event(kind: InteractionKind, { sound, lies }: Place, fields: Interaction): void {
    const { way, json } = drawEvent(chance, fields, lies);
    if (way === 'an event' && sound) watch.expectAnswer(fields.id, `${kind}: ${json.slice(0, 600)}`);
    else watch.note(way, 'sent');
    fake.dispatchJson('INTERACTION_CREATE', json);
  }

  function message(): void {
    const [id, kind, user] = [newId(), chance.pick(messageKinds), chance.pick(senders)];
    const { way, json } = drawEvent(chance, drawMessage(kind, { id, user, bot: fake.bot }, chance, loot));
    if (kind === 'no person' && way === 'an event') watch.expectSilence(id);
    watch.note(`${kind}, ${way}`, 'sent');
    fake.dispatchJson('MESSAGE_CREATE', json);
  }

  async function replay(sent: SpoiltRequest): Promise<void> {
    const came = await send(bot.address, sent);
    watch.note('once more', came);
    const dropped = came !== 'hangs' && came.status === 202 && came.text === '';
    if (!dropped) watch.wrong.push('a request that came again was not dropped');
  }

  return one;
}

type Interaction = Fields & { readonly id: string };

/** Typing is answered with suggestions, and nothing else is. */
function oddResponse(kind: InteractionKind, { type }: Readonly<Record<string, unknown>>): readonly string[] {
  const { suggestions, ...others } = responses;
  const expected: readonly unknown[] = kind === 'suggest' ? [suggestions] : Object.values(others);
  return expected.includes(type) ? [] : [`the response is of the type ${type}`];
}

const refused = [401];
const taken = [200];
const readOrNot = [200, 400];

/** What a request of its way must come back with. */
const expectedOf: Readonly<Record<RequestWay, readonly number[]>> = {
  'as Discord sends it': taken,
  'with a field spoilt': readOrNot,
  'without a signature': refused,
  'with another key': refused,
  'from the past': refused,
  'from the future': refused,
  'changed after it was signed': refused,
  huge: [413],
  'very deep': readOrNot,
  'with very many fields': readOrNot,
  'in broken UTF-8': readOrNot,
  'with fields twice': readOrNot,
  'of another type': readOrNot,
  empty: [400],
};
