import { botUser, team, type Workspace } from './slack-server.ts';
import type { SocketServer } from './slack-socket.ts';

/** What the bot said back to one request. */
export interface Said {
  readonly status: number;
  readonly text: string;
  /** `undefined` for an empty acknowledgement. */
  readonly body: Record<string, unknown> | undefined;
}

/** What people of a workspace do in Slack, as the requests that Slack makes of it. */
export function speaker(workspace: Workspace, post: (body: string) => Promise<Said>, home = team) {
  let events = 0;
  const stamp = () => {
    events += 1;
    return `${events}.${Math.random()}`;
  };

  async function interaction(user: string, payload: Record<string, unknown>, trigger?: string): Promise<Said> {
    const whole = {
      user: { id: user, team_id: home },
      team: { id: home },
      trigger_id: trigger ?? (await workspace.trigger(user)),
      ...payload,
    };
    return post(new URLSearchParams({ payload: JSON.stringify(whole) }).toString());
  }

  function event(inner: Record<string, unknown>, more: Record<string, unknown> = {}): Promise<Said> {
    return post(
      JSON.stringify({
        type: 'event_callback',
        event_id: `Ev${stamp()}`,
        team_id: home,
        authorizations: [{ team_id: home, user_id: botUser, is_bot: true, is_enterprise_install: false }],
        event: inner,
        ...more,
      }),
    );
  }

  function mention(text: string, more: Record<string, unknown> = {}, user = workspace.maya) {
    const said = { type: 'app_mention', user, text: `<@${botUser}> ${text}`, ts: stamp() };
    return { ...said, channel: workspace.letters, ...more };
  }

  return {
    async types(line: string, user = workspace.maya, channel = workspace.letters): Promise<Said> {
      const [command = '', ...rest] = line.split(' ');
      const fields = {
        command,
        text: rest.join(' '),
        trigger_id: await workspace.trigger(user),
        response_url: workspace.responseUrl,
        user_id: user,
        team_id: home,
        channel_id: channel,
      };
      return post(new URLSearchParams(fields).toString());
    },
    presses: (button: unknown, user = workspace.maya, place: Record<string, unknown> = {}) =>
      interaction(user, {
        type: 'block_actions',
        response_url: workspace.responseUrl,
        channel: { id: workspace.letters },
        actions: [button],
        ...place,
      }),
    sends: (
      view: Record<string, unknown>,
      values: Readonly<Record<string, string | readonly object[]>>,
      user = workspace.maya,
      more: Record<string, unknown> = {},
    ) => {
      const state = { values: stateOf(view, values) };
      return interaction(user, { type: 'view_submission', view: { ...view, state }, ...more });
    },
    mentions: (text: string, more: Record<string, unknown> = {}, user = workspace.maya) =>
      event(mention(text, more, user)),
    /** The same as an event of which the envelope says this. */
    mentionsAs: (envelope: Record<string, unknown>, text: string) => event(mention(text), envelope),
    writes: (
      text: string,
      channel: string,
      more: Record<string, unknown> = {},
      user = workspace.maya,
      envelope: Record<string, unknown> = {},
    ) => event({ type: 'message', channel_type: 'im', user, text, ts: stamp(), channel, ...more }, envelope),
    /** To everybody in the channel; Slack delivers it where the app reads channels. */
    talks: (text: string, more: Record<string, unknown> = {}, user = workspace.maya) =>
      event({
        ...{ type: 'message', channel_type: 'channel', user, text, ts: stamp(), channel: workspace.letters },
        ...more,
      }),
    /** Picks “Answer this” in the menu of somebody's message. */
    asksFor: (text: string, user = workspace.maya) =>
      interaction(user, {
        type: 'message_action',
        callback_id: 'answer_this',
        response_url: workspace.responseUrl,
        channel: { id: workspace.letters },
        message: { type: 'message', user: workspace.noah, ts: stamp(), text },
      }),
    /** Slack tells the app of itself, of something that happened at a time in seconds. */
    tellsApp: (inner: Record<string, unknown>, time: number) =>
      event(inner, { event_time: time, authorizations: undefined }),
    opensHome: (user = workspace.maya) => event({ type: 'app_home_opened', user, tab: 'home', channel: 'D1' }),
  };
}

/** The same people, whose requests Slack sends over a socket. Status 0: nobody was there. */
export function overSocket(workspace: Workspace, server: SocketServer) {
  return speaker(workspace, async (body) => {
    const fields = Object.fromEntries(new URLSearchParams(body));
    const said = body.startsWith('{')
      ? await server.deliver('events_api', JSON.parse(body))
      : fields.payload === undefined
        ? await server.deliver('slash_commands', fields)
        : await server.deliver('interactive', JSON.parse(fields.payload));
    const empty = said === undefined || Object.keys(said).length === 0;
    return { status: said === undefined ? 0 : 200, text: '', body: empty ? undefined : { ...said } };
  });
}

/** The fields of a view, filled: each input has one value of its own kind. */
function stateOf(view: Record<string, unknown>, values: Readonly<Record<string, string | readonly object[]>>) {
  const blocks = view.blocks as { block_id?: string; type: string; element?: Record<string, unknown> }[];
  return Object.fromEntries(
    blocks.flatMap(({ type, block_id = '', element = {} }) => {
      if (type !== 'input') return [];
      const kind = String(element.type);
      const value = values[block_id] ?? initialOf(element);
      return [[block_id, { [String(element.action_id)]: { type: kind, ...inputState(kind, value) } }]];
    }),
  );
}

function initialOf(element: Record<string, unknown>): string | undefined {
  const option = element.initial_option as { value: string } | undefined;
  return (element.initial_value ?? element.initial_date ?? element.initial_time ?? option?.value) as string | undefined;
}

function inputState(kind: string, value: string | readonly object[] | undefined): Record<string, unknown> {
  switch (kind) {
    case 'file_input':
      return { files: value ?? [] };
    case 'datepicker':
      return { selected_date: value ?? null };
    case 'timepicker':
      return { selected_time: value ?? null };
    case 'static_select':
    case 'radio_buttons':
      return { selected_option: value === undefined ? null : { value } };
    default:
      return { value: value ?? null };
  }
}
