import { encode } from '../../../src/core/call-codec.ts';
import type { Option } from '../../../src/core/options.ts';
import type { Chance } from '../../support/chance.ts';
import { botUser, escapedBySlack } from '../../support/slack-server.ts';
import { drawCall, drawCarried, hostileText, type Loot, optionsOf, valueFor } from '../calls.ts';

/** Who sends, from where. */
export interface Sender {
  readonly user: string;
  readonly team: string;
  readonly channel: string;
  readonly responseUrl: string;
}

export const kinds = ['command', 'button', 'menu', 'form', 'shortcut', 'mention', 'message', 'home', 'other'] as const;
export type Kind = (typeof kinds)[number];

/** What is sent before it is signed: fields of a form, or JSON. */
export interface Payload {
  readonly kind: Kind;
  readonly fields: Readonly<Record<string, unknown>>;
}

function interaction({ user, team, channel, responseUrl }: Sender, trigger: string) {
  const place = { channel: { id: channel }, response_url: responseUrl };
  return { user: { id: user, team_id: team }, team: { id: team }, trigger_id: trigger, ...place };
}

function drawForm(chance: Chance, loot: Loot, { channel, responseUrl }: Sender) {
  const call = drawCall(chance, loot);
  const fields = Object.entries<Option>(optionsOf(call)).filter(() => !chance.once(4));
  const values = fields.map(([name, option]) => {
    const value = valueFor(option, chance, loot);
    const state = chance.pick([{ value }, { selected_option: { value } }, { selected_date: value }, { files: [] }]);
    return [name, { [`${option.kind}`]: { type: 'plain_text_input', ...state } }];
  });
  const carried = chance.once(4) ? drawCarried('form', 2_000, chance, loot) : encode({ kind: 'form', call }, 3_000);
  return {
    type: 'modal',
    callback_id: chance.once(20) ? hostileText(chance, loot) : 'form',
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
      const action = { type: 'button', action_id: '0.0', value: drawCarried('button', 2_000, chance, loot) };
      const home = chance.once(10) ? { view: { type: 'home' }, channel: undefined, response_url: undefined } : {};
      return { kind, fields: { ...base, type: 'block_actions', actions: [action], ...home } };
    }
    case 'menu': {
      const { path, args } = drawCall(chance, loot);
      const [option = 'letter', value = ''] = chance.pick([
        ...Object.entries(args),
        ['letter', hostileText(chance, loot)],
      ]);
      const action_id = `0.0:${encode({ kind: 'menu', call: { path, args }, option }, 4_000)}`;
      const action = { type: 'static_select', action_id, selected_option: { value } };
      return { kind, fields: { ...base, type: 'block_actions', actions: [action] } };
    }
    case 'form':
      return { kind, fields: { ...base, type: 'view_submission', view: drawForm(chance, loot, sender) } };
    case 'shortcut': {
      const message = { type: 'message', user: chance.pick(loot.people), ts: '1.1', text: hostileText(chance, loot) };
      return { kind, fields: { ...base, type: 'message_action', callback_id: 'answer_this', message } };
    }
    default:
      return { kind, fields: drawEvent(kind, chance, sender, loot, trigger) };
  }
}

function drawCommand(chance: Chance, { user, team, channel, responseUrl }: Sender, loot: Loot, trigger: string) {
  const { path, args } = drawCall(chance, loot);
  const [root = 'lor', ...words] = path.split(' ');
  const quoted = Object.entries(args).map(([name, value]) => `${name}:"${value.replaceAll('"', '\\"')}"`);
  const text = [...words, ...quoted, ...(chance.once(4) ? [hostileText(chance, loot)] : [])].join(' ');
  return {
    command: `/${root}`,
    // Slack escapes what is typed; what is not escaped it wrote itself, or somebody forged.
    text: chance.once(3) ? text : escapedBySlack(text),
    ...{ trigger_id: trigger, response_url: responseUrl, user_id: user, team_id: team, channel_id: channel },
  };
}

function drawEvent(kind: Kind, chance: Chance, { user, team, channel }: Sender, loot: Loot, trigger: string) {
  const asked = chance.pick(['how many letters do I need?', 'who else asked?', 'what does Noah have?', '']);
  const text = `<@${botUser}> ${asked} ${hostileText(chance, loot)}`;
  const said = { user, text, ts: '1.1', channel };
  const inner = {
    mention: { type: 'app_mention', ...said },
    message: { type: 'message', ...said, channel_type: chance.pick(['im', 'channel', 'mpim']) },
    home: { type: 'app_home_opened', user, tab: 'home', channel: 'D1' },
    other: chance.pick<Record<string, unknown>>([
      { type: 'team_join', user: { id: user, name: hostileText(chance, loot) } },
      { type: 'message', ...said, subtype: 'message_changed', channel_type: 'im' },
      { type: 'app_mention', ...said, bot_id: 'B0OTHER' },
      { type: hostileText(chance, loot) },
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
