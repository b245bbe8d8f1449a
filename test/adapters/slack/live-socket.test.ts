import { expect, test } from 'vitest';
import { openSlackBot } from '../../support/slack-bot.ts';
import { type Said, speaker } from '../../support/slack-people.ts';
import { allScopes } from '../../support/slack-server.ts';
import { appToken, openSocketServer, type SocketServer } from '../../support/slack-socket.ts';
import { openWorkspace } from '../../support/slack-workspace.ts';

/** Sleeps that end when the test says so. */
function patience() {
  const waiting: { readonly milliseconds: number; readonly end: () => void }[] = [];
  let tell: () => void = () => undefined;
  return {
    sleep: (milliseconds: number) =>
      new Promise<void>((end) => {
        // The answering rule's own waits are not of interest.
        if ([1_000, 2_300].includes(milliseconds)) return;
        waiting.push({ milliseconds, end });
        tell();
      }),
    waits,
    /** The next wait, ended. */
    async passes(): Promise<number> {
      await waits();
      const next = waiting.shift();
      next?.end();
      return next?.milliseconds ?? 0;
    },
  };

  /** Resolves when the bot waits. */
  async function waits(): Promise<void> {
    if (waiting.length > 0) return;
    await new Promise<void>((resolve) => {
      tell = resolve;
    });
  }
}

async function openOverSocket(before: (server: SocketServer) => void = () => undefined, token = appToken) {
  const workspace = await openWorkspace(allScopes);
  const server = await openSocketServer(workspace.apiUrl);
  before(server);
  const { sleep, passes, waits } = patience();
  const bot = await openSlackBot({ workspace, appToken: token, apiUrl: server.apiUrl, sleep });
  async function deliver(body: string): Promise<Said> {
    const fields = Object.fromEntries(new URLSearchParams(body));
    const [type, payload] = body.startsWith('{')
      ? (['events_api', JSON.parse(body)] as const)
      : fields.payload === undefined
        ? (['slash_commands', fields] as const)
        : (['interactive', JSON.parse(fields.payload)] as const);
    const said = await server.deliver(type, payload);
    return { status: 200, text: '', body: Object.keys(said).length === 0 ? undefined : { ...said } };
  }
  return { ...bot, ...speaker(workspace, deliver), server, passes, waits };
}

test('a command over the socket is answered by its acknowledgement, and no port is needed', async () => {
  const bot = await openOverSocket();
  await bot.server.connected();
  expect(bot.adapter.routes).toEqual([]);
  const said = await bot.types('/lor add Dr. Chen');
  expect(said.body).toMatchObject({ response_type: 'ephemeral', text: expect.stringContaining('Dr. Chen') });
  expect(bot.adapter.health()).toEqual({ up: true });
});

test('a form over the socket keeps its mistakes', async () => {
  const bot = await openOverSocket();
  await bot.server.connected();
  await bot.types('/lor add');
  const view = {
    callback_id: 'form',
    private_metadata: `${bot.workspace.letters}\n${bot.workspace.responseUrl}\nf|lor add`,
    blocks: ['name', 'due'].map((block_id) => ({
      type: 'input',
      block_id,
      element: { type: 'plain_text_input', action_id: 'plain_text_input' },
    })),
  };
  const said = await bot.sends(view, { name: 'Dr. Chen', due: 'blursday' });
  expect(said.body).toMatchObject({ response_action: 'errors', errors: { due: expect.any(String) } });
});

test('a mention over the socket is answered in its thread', async () => {
  const bot = await openOverSocket();
  await bot.server.connected();
  await bot.mentions('how many letters?', { ts: '5.5' });
  await bot.adapter.stop();
  expect(bot.workspace.of('chat.postMessage')[0]?.sent.thread_ts).toBe('5.5');
});

test.each(['refresh_requested', 'warning'] as const)('the bot comes again after %s', async (reason) => {
  const bot = await openOverSocket();
  await bot.server.connected();
  await bot.types('/lor add Dr. Chen');
  await bot.server.disconnects(reason);
  await bot.passes();
  await bot.server.connected();
  expect((await bot.types('/lor list')).body?.text).toContain('Dr. Chen');
  expect(bot.server.counts()).toMatchObject({ open: 1, opened: 2 });
});

test('the bot comes again after the connection broke', async () => {
  const bot = await openOverSocket();
  await bot.server.connected();
  await bot.types('/lor add Dr. Chen');
  await bot.server.breaks();
  await bot.passes();
  await bot.server.connected();
  expect((await bot.types('/lor list')).body?.text).toContain('Dr. Chen');
});

test('a token that is taken back makes the health red and ends nothing', async () => {
  const bot = await openOverSocket((server) => server.refuses('invalid_auth', 'invalid_auth', 'invalid_auth'));
  // Two seconds, then four, then eight, in steps of two.
  for (const tries of [1, 2, 2, 3, 3, 3, 3]) {
    expect(await bot.passes()).toBe(2_000);
    expect(bot.server.counts().asked).toBe(tries);
    expect(bot.adapter.health()).toEqual({ up: false, reason: 'invalid_auth' });
  }
  await bot.server.connected();
  expect((await bot.types('/lor list')).status).toBe(200);
  expect(bot.adapter.health()).toEqual({ up: true });
  expect(bot.server.counts()).toMatchObject({ asked: 4, opened: 1 });
});

test('a token that is taken back while connected does not end the process', async () => {
  const bot = await openOverSocket();
  await bot.server.connected();
  await bot.types('/lor list');
  bot.server.refuses('invalid_auth');
  await bot.server.breaks();
  await bot.passes();
  await bot.passes();
  expect(bot.adapter.health()).toEqual({ up: false, reason: 'invalid_auth' });
  await bot.passes();
  await bot.server.connected();
});

test('while it waits for another try, it can be stopped and started again', async () => {
  const bot = await openOverSocket();
  await bot.server.connected();
  await bot.types('/lor list');
  await bot.server.breaks();
  await bot.waits();
  await bot.adapter.stop();
  await bot.adapter.start(bot.bot.dispatch);
  await bot.server.connected();
  // The old run wakes and sees that it is not needed any more.
  await bot.passes();
  await bot.types('/lor list');
  expect(bot.server.counts()).toEqual({ open: 1, opened: 2, asked: 2 });
});

test('after stopping there is no connection and no other try', async () => {
  const bot = await openOverSocket();
  await bot.server.connected();
  await bot.types('/lor list');
  await bot.adapter.stop();
  expect(bot.adapter.health().up).toBe(false);
  expect(bot.server.counts().asked).toBe(1);
});
