import { createSlackAdapter } from '../../adapters/slack/index.ts';
import type { ChatAdapter } from '../../src/core/ports.ts';
import { createClock } from '../../src/delivery/clock.ts';
import { createRandom } from '../../src/random.ts';
import { shownIn, unescaped } from '../adapters/slack/within-limits.ts';
import type { Handed, OpenStage, Shown, Stage } from '../conformance/adapter.ts';
import { createTestSleep, recordingLogger } from './discord-adapter.ts';
import { emptyStore } from './empty-store.ts';
import { serveRoutes } from './serve-routes.ts';
import {
  allScopes,
  botToken,
  botUser,
  escapedBySlack,
  signed,
  signingSecret,
  team,
  type Workspace,
} from './slack-server.ts';
import { appToken } from './slack-socket.ts';
import { openSocketServer, openWorkspace } from './slack-workspace.ts';

/** Delivers what Slack sends, and gives what came back for it. */
type Deliver = (body: string) => Promise<Readonly<Record<string, unknown>> | undefined>;

/** Slack over signed HTTP. */
export const openSlackStage: OpenStage = async (commands, dispatch) => {
  const workspace = await openWorkspace(allScopes);
  const { adapter, pass } = makeAdapter(commands, { signingSecret, apiUrl: workspace.apiUrl });
  await adapter.start(dispatch);
  const url = await serveRoutes(adapter.routes);
  return playSlack(workspace, adapter, pass, async (body) => {
    const response = await fetch(`${url}/slack/events`, { method: 'POST', ...signed(body) });
    const text = await response.text();
    return text === '' ? undefined : JSON.parse(text);
  });
};

/** Slack over Socket Mode. */
export const openSlackSocketStage: OpenStage = async (commands, dispatch) => {
  const workspace = await openWorkspace(allScopes);
  const socket = await openSocketServer(workspace.apiUrl);
  const { adapter, pass } = makeAdapter(commands, { appToken, apiUrl: socket.apiUrl });
  await adapter.start(dispatch);
  await socket.until(({ open }) => open > 0);
  return playSlack(workspace, adapter, pass, (body) =>
    body.startsWith('{')
      ? socket.deliver('events_api', JSON.parse(body))
      : socket.deliver('slash_commands', Object.fromEntries(new URLSearchParams(body))),
  );
};

function makeAdapter(
  commands: Parameters<OpenStage>[0],
  way: { appToken?: string; signingSecret?: string; apiUrl: string },
) {
  const { sleep, pass } = createTestSleep();
  const clock = createClock(Date.now, () => performance.now());
  const adapter = createSlackAdapter({
    access: { botToken },
    ...{ ...way, commands, clock, sleep, logger: recordingLogger([]), store: emptyStore, random: createRandom() },
  });
  return { adapter, pass };
}

function playSlack(workspace: Workspace, adapter: ChatAdapter, pass: () => void, deliver: Deliver): Stage {
  const acknowledgements: Readonly<Record<string, unknown>>[] = [];
  let acknowledged = 0;
  let events = 0;
  let last = '';

  async function send(body: string): Promise<void> {
    last = body;
    const said = await deliver(body);
    acknowledged += 1;
    if (said && 'text' in said) acknowledgements.push(said);
  }

  /** A message in the channel, or what is asked of the bot in it. */
  function event(inner: Record<string, unknown>): Promise<void> {
    events += 1;
    return send(
      JSON.stringify({
        type: 'event_callback',
        event_id: `Ev${events}`,
        team_id: team,
        authorizations: [{ team_id: team, user_id: botUser, is_bot: true, is_enterprise_install: false }],
        event: { channel: workspace.letters, ts: `${events}.0`, ...inner },
      }),
    );
  }

  const mention = (text: string, author: Record<string, unknown>) =>
    event({ type: 'app_mention', text: `<@${botUser}> ${escapedBySlack(text)}`, ...author });

  return {
    adapter,
    async runs(command, values = {}) {
      events += 1;
      const typed = Object.entries(values).map(([name, value]) => `${name}:${JSON.stringify(value)}`);
      const fields = {
        command: '/lor',
        text: escapedBySlack([command, ...typed].join(' ')),
        trigger_id: `trigger.${events}`,
        response_url: workspace.responseUrl,
        user_id: workspace.maya,
        team_id: team,
        channel_id: workspace.letters,
      };
      await send(new URLSearchParams(fields).toString());
    },
    asks: (question) => mention(question, { user: workspace.maya }),
    // Anew signed, as Slack does it: the body is the same to the byte.
    repeats: () => send(last),
    others: {
      'another bot': (text) => mention(text, { user: workspace.noah, bot_id: 'B0OTHER' }),
      'the bot itself': (text) => mention(text, { user: botUser }),
      'a message that was changed': (text) => mention(text, { user: workspace.maya, subtype: 'message_changed' }),
      Slackbot: (text) => mention(text, { user: 'USLACKBOT' }),
    },
    timeGoesBy: pass,
    acknowledged: () => acknowledged,
    shown: () => [
      ...acknowledgements.map((said) => shownAs(said, said.response_type === 'in_channel' ? 'all' : 'one')),
      ...workspace.told.map((said) => shownAs(said, said.response_type === 'in_channel' ? 'all' : 'one')),
      ...workspace
        .of('chat.postMessage')
        .map(({ sent }) =>
          shownAs(
            { ...sent, blocks: JSON.parse(sent.blocks ?? '[]') },
            sent.channel === workspace.letters ? 'all' : 'one',
          ),
        ),
      ...sharedIn(workspace),
    ],
  };
}

/** What was shared, and with whom: in a DM with the person who asked, or where everybody is. */
function sharedIn(workspace: Workspace): readonly Shown[] {
  const own = workspace.of('conversations.open').filter(({ sent }) => sent.users === workspace.maya);
  const dms = own.map(({ answer }) => (answer.channel as { id: string }).id);
  return workspace.of('files.completeUploadExternal').map(({ sent, answer }) => ({
    to: dms.includes(sent.channel_id ?? '') ? 'one' : 'all',
    text: '',
    pings: [],
    files: (answer.files as { id: string; name: string; alt_txt?: string }[]).map(
      ({ id, name, alt_txt: alt = '' }): Handed => ({ name, alt, bytes: workspace.uploaded(id) }),
    ),
  }));
}

/** Mentions are elements of their own in rich text, and angle brackets in text. */
const pinging = /"type":"(?:user|usergroup|broadcast|team)"|"type":"mrkdwn"/gu;

function shownAs(message: Readonly<Record<string, unknown>>, to: Shown['to']): Shown {
  const text = String(message.text ?? '');
  const pings = [...JSON.stringify(message.blocks ?? []).matchAll(pinging), ...text.matchAll(/<[^>]*>?/gu)];
  const blocks = shownIn(message.blocks);
  // The text is what a notification says and a screen reader reads: both must say all of it.
  const agrees = unescaped(text).replace(/\s/gu, '') === blocks.replace(/\s/gu, '');
  return {
    to,
    text: agrees ? unescaped(text) : `${blocks} (the text says: ${text})`,
    pings: pings.map(([ping]) => ping),
    files: [],
  };
}
