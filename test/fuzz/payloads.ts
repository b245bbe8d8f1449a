import { commands } from '../../commands/index.ts';
import { encode } from '../../src/core/call-codec.ts';
import type { Option } from '../../src/core/options.ts';
import { hostileTexts } from '../support/hostile-texts.ts';
import { botUser, escapedBySlack } from '../support/slack-server.ts';
import type { Chance } from './chance.ts';

/** Who sends, from where. */
export interface Sender {
  readonly user: string;
  readonly team: string;
  readonly channel: string;
  readonly responseUrl: string;
}

/** What a sender may have picked up somewhere, and hands back. */
export interface Loot {
  /** Values of buttons and menus that the bot drew, for whomever. */
  readonly values: readonly string[];
  /** Ids of records, of whomever. */
  readonly ids: readonly string[];
  /** Accounts of other people. */
  readonly people: readonly string[];
}

export const kinds = ['command', 'button', 'menu', 'form', 'shortcut', 'mention', 'message', 'home', 'other'] as const;
export type Kind = (typeof kinds)[number];

/** What is sent before it is signed: fields of a form, or JSON. */
export interface Payload {
  readonly kind: Kind;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** The words of a member who means harm, with what Slack would read as markup in every gap. */
export function hostileText(chance: Chance): string {
  const some = Array.from({ length: 1 + chance.below(3) }, () => chance.pick(hostileTexts));
  if (chance.once(60)) some.push('x'.repeat(4_000));
  return [...(chance.once(2) ? ['Dr. Chen'] : []), ...some].join(chance.pick([' ', '', '\n']));
}

function valueFor(option: Option, chance: Chance, { ids, people }: Loot): string {
  if (chance.once(5)) return hostileText(chance);
  switch (option.kind) {
    case 'choice':
      return chance.pick(option.choices).value;
    case 'date':
      return chance.pick(['in 20 days', '2027-09-15', 'tomorrow', '0000-00-00', '9999-12-31']);
    case 'time':
      return chance.pick(['9:00', '25:61']);
    case 'flag':
      return chance.pick(['yes', 'no']);
    case 'integer':
      return chance.pick(['1', '4', '-1', '9'.repeat(30)]);
    case 'person':
      return chance.pick(people);
    case 'group':
      return chance.pick(['S0123456', '@here']);
    case 'channel':
      return chance.pick(['C000000001', 'C0FOREIGN']);
    case 'file':
      return '';
    case 'text':
      return chance.once(2) && ids.length > 0 ? chance.pick(ids) : hostileText(chance);
  }
}

/** A call of some command with values for some of its options. */
function drawCall(chance: Chance, loot: Loot) {
  const { path, options } = chance.pick(commands);
  const given = Object.entries<Option>(options).filter(([, { required }]) =>
    required ? !chance.once(8) : chance.once(3),
  );
  const args = Object.fromEntries(given.map(([name, option]) => [name, valueFor(option, chance, loot)]));
  return { path, args };
}

/** What a button holds: as it was drawn for somebody, forged, or spoilt. */
function drawValue(kind: 'button' | 'form', chance: Chance, loot: Loot): string {
  if (chance.once(3) && loot.values.length > 0) return chance.pick(loot.values);
  const value = encode({ kind, call: drawCall(chance, loot) }, 2_000) ?? '';
  if (!chance.once(6)) return value;
  const at = chance.below(value.length + 1);
  return value.slice(0, at) + chance.pick(['|', '\\', '%3C', '\u0000', '']) + value.slice(at + chance.below(3));
}

function interaction({ user, team, channel, responseUrl }: Sender, trigger: string) {
  const place = { channel: { id: channel }, response_url: responseUrl };
  return { user: { id: user, team_id: team }, team: { id: team }, trigger_id: trigger, ...place };
}

function drawForm(chance: Chance, loot: Loot, { channel, responseUrl }: Sender) {
  const call = drawCall(chance, loot);
  const { options } = commands.find(({ path }) => path === call.path) ?? { options: {} };
  const fields = Object.entries<Option>(options).filter(() => !chance.once(4));
  const values = fields.map(([name, option]) => {
    const value = valueFor(option, chance, loot);
    const state = chance.pick([{ value }, { selected_option: { value } }, { selected_date: value }, { files: [] }]);
    return [name, { [`${option.kind}`]: { type: 'plain_text_input', ...state } }];
  });
  const carried = chance.once(4) ? drawValue('form', chance, loot) : encode({ kind: 'form', call }, 3_000);
  return {
    type: 'modal',
    callback_id: chance.once(20) ? hostileText(chance) : 'form',
    private_metadata: `${channel}\n${responseUrl}\n${carried ?? ''}`,
    state: { values: Object.fromEntries(values) },
  };
}

/** A request of each kind that Slack makes, in which a person's part is hostile. */
export function drawPayload(chance: Chance, sender: Sender, loot: Loot, trigger: string): Payload {
  const kind = chance.pick(kinds);
  const base = interaction(sender, trigger);
  switch (kind) {
    case 'command':
      return { kind, fields: drawCommand(chance, sender, loot, trigger) };
    case 'button': {
      const action = { type: 'button', action_id: '0.0', value: drawValue('button', chance, loot) };
      const home = chance.once(10) ? { view: { type: 'home' }, channel: undefined, response_url: undefined } : {};
      return { kind, fields: { ...base, type: 'block_actions', actions: [action], ...home } };
    }
    case 'menu': {
      const { path, args } = drawCall(chance, loot);
      const [option = 'letter', value = ''] = chance.pick([...Object.entries(args), ['letter', hostileText(chance)]]);
      const action_id = `0.0:${encode({ kind: 'menu', call: { path, args }, option }, 4_000)}`;
      const action = { type: 'static_select', action_id, selected_option: { value } };
      return { kind, fields: { ...base, type: 'block_actions', actions: [action] } };
    }
    case 'form':
      return { kind, fields: { ...base, type: 'view_submission', view: drawForm(chance, loot, sender) } };
    case 'shortcut': {
      const message = { type: 'message', user: chance.pick(loot.people), ts: '1.1', text: hostileText(chance) };
      return { kind, fields: { ...base, type: 'message_action', callback_id: 'answer_this', message } };
    }
    default:
      return { kind, fields: drawEvent(kind, chance, sender, trigger) };
  }
}

function drawCommand(chance: Chance, { user, team, channel, responseUrl }: Sender, loot: Loot, trigger: string) {
  const { path, args } = drawCall(chance, loot);
  const [root = 'lor', ...words] = path.split(' ');
  const quoted = Object.entries(args).map(([name, value]) => `${name}:"${value.replaceAll('"', '\\"')}"`);
  const text = [...words, ...quoted, ...(chance.once(4) ? [hostileText(chance)] : [])].join(' ');
  return {
    command: `/${root}`,
    // Slack escapes what is typed; what is not escaped it wrote itself, or somebody forged.
    text: chance.once(3) ? text : escapedBySlack(text),
    ...{ trigger_id: trigger, response_url: responseUrl, user_id: user, team_id: team, channel_id: channel },
  };
}

function drawEvent(kind: Kind, chance: Chance, { user, team, channel }: Sender, trigger: string) {
  const asked = chance.pick(['how many letters do I need?', 'who else asked?', 'what does Noah have?', '']);
  const text = `<@${botUser}> ${asked} ${hostileText(chance)}`;
  const said = { user, text, ts: '1.1', channel };
  const inner = {
    mention: { type: 'app_mention', ...said },
    message: { type: 'message', ...said, channel_type: chance.pick(['im', 'channel', 'mpim']) },
    home: { type: 'app_home_opened', user, tab: 'home', channel: 'D1' },
    other: chance.pick<Record<string, unknown>>([
      { type: 'team_join', user: { id: user, name: hostileText(chance) } },
      { type: 'message', ...said, subtype: 'message_changed', channel_type: 'im' },
      { type: 'app_mention', ...said, bot_id: 'B0OTHER' },
      { type: hostileText(chance) },
    ]),
  };
  return {
    type: 'event_callback',
    event_id: `Ev${trigger}`,
    team_id: team,
    authorizations: [{ team_id: team, user_id: botUser, is_bot: true, is_enterprise_install: false }],
    event: inner[kind as keyof typeof inner],
  };
}
