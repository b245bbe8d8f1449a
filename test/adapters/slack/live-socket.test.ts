import { expect, test } from 'vitest';
import type { AdapterStore } from '../../../src/core/ports.ts';
import { openSlackBot, type SlackBotOptions } from '../../support/slack-bot.ts';
import { overSocket } from '../../support/slack-people.ts';
import { allScopes } from '../../support/slack-server.ts';
import { appToken, type SocketServer } from '../../support/slack-socket.ts';
import { openSocketServer, openWorkspace } from '../../support/slack-workspace.ts';

/** Waits are this much shorter than they are meant. */
const hurry = 200;

/** Milliseconds of the answering rule, which nothing here is slow enough for. */
const answering = [1_000, 2_300];

const inAHurry = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    if (!answering.includes(milliseconds)) setTimeout(resolve, milliseconds / hurry);
  });

interface Options extends Pick<SlackBotOptions, 'lend' | 'pongWithin' | 'sleep'> {
  readonly before?: (server: SocketServer) => void;
}

async function openOverSocket({ before = () => undefined, sleep = inAHurry, ...options }: Options = {}) {
  const workspace = await openWorkspace(allScopes);
  const server = await openSocketServer(workspace.apiUrl);
  before(server);
  const bot = await openSlackBot({ ...options, workspace, appToken, apiUrl: server.apiUrl, sleep });
  return { ...bot, ...overSocket(workspace, server), server };
}

/** The bot once it has both of its connections. */
async function openConnected(options: Options = {}) {
  const bot = await openOverSocket(options);
  await bot.server.until(({ open }) => open === 2);
  return bot;
}

/** A store that takes questions in only once it is let. */
function slowInbox() {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let asked: () => void = () => undefined;
  const arrived = new Promise<void>((resolve) => {
    asked = resolve;
  });
  const lend = (store: AdapterStore): AdapterStore => ({
    ...store,
    inbox: {
      ...store.inbox,
      async keep(...question) {
        asked();
        await released;
        return store.inbox.keep(...question);
      },
    },
  });
  return { lend, arrived, release };
}

test('a command over the socket is answered by its acknowledgement, and no port is needed', async () => {
  const bot = await openConnected();
  expect(bot.adapter.routes).toEqual([]);
  const said = await bot.types('/lor add Dr. Chen');
  expect(said.body).toMatchObject({ response_type: 'ephemeral', text: expect.stringContaining('Dr. Chen') });
  expect(bot.adapter.health()).toEqual({ up: true });
});

test('a form over the socket keeps its mistakes', async () => {
  const bot = await openConnected();
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
  const bot = await openConnected();
  await bot.mentions('how many letters?', { ts: '5.5' });
  await bot.adapter.stop();
  expect(bot.workspace.of('chat.postMessage')[0]?.sent.thread_ts).toBe('5.5');
});

test.each(['refresh_requested', 'warning', 'too_many_websockets', 'link_disabled'] as const)(
  'S6: while a connection is made anew after %s, the other one is there',
  async (reason) => {
    const bot = await openConnected();
    await bot.types('/lor add Dr. Chen');
    await bot.server.disconnects(reason);
    expect((await bot.types('/lor list')).body?.text).toContain('Dr. Chen');
    expect(bot.adapter.health()).toEqual({ up: true });
    await bot.server.until(({ open }) => open === 2);
    expect(bot.server.counts()).toMatchObject({ open: 2, opened: 3 });
  },
);

test.each([
  ['breaks without a word', (server: SocketServer) => server.breaks()],
  ['is closed with a code', (server: SocketServer) => server.breaks(1011)],
  ['answers no ping any more', (server: SocketServer) => server.falls()],
] as const)('S6: a connection that %s is made anew', async (_, ends) => {
  const bot = await openConnected({ pongWithin: 200 });
  await ends(bot.server);
  await bot.server.until(({ opened, open }) => opened >= 3 && open === 2);
  expect((await bot.types('/lor list')).status).toBe(200);
});

test.each([
  ['no address', 'UND_ERR_SOCKET'],
  ['no upgrade', 'the connection was closed before it was open'],
  ['no hello', 'Slack does not say hello'],
  ['closed before the hello', 'the connection was closed before it was open'],
  ['ended before the hello', 'too_many_websockets'],
] as const)('S6: a connection with %s is a red health with a reason, and tried again', async (refusal, reason) => {
  const seen: unknown[] = [];
  const bot = await openOverSocket({ before: (server) => server.refuses(refusal, refusal) });
  while (bot.server.counts().opened === 0) {
    seen.push(bot.adapter.health());
    await new Promise(setImmediate);
  }
  expect(seen).toContainEqual({ up: false, reason });
  expect((await bot.types('/lor list')).status).toBe(200);
  expect(bot.adapter.health()).toEqual({ up: true });
});

test('S6: a bot that is stopped while it asks for an address does not connect afterwards', async () => {
  let release: () => void = () => undefined;
  const bot = await openOverSocket({
    before(server) {
      release = server.holdsAddresses();
    },
  });
  await bot.server.until(({ asked }) => asked === 1);
  await bot.adapter.stop();
  release();
  await bot.server.until(({ opened }) => opened === 1);
  await bot.server.until(({ open }) => open === 0);
  expect(bot.adapter.health().up).toBe(false);
});

test('S6: a mention whose connection breaks before it is acknowledged comes again and is answered once', async () => {
  const { lend, arrived, release } = slowInbox();
  const bot = await openConnected({ lend });
  const mentioned = bot.mentions('how many letters?');
  await arrived;
  // Whichever of the two it came through.
  await bot.server.breaks();
  await bot.server.until(({ opened, open }) => opened >= 3 && open === 2);
  await bot.server.breaks();
  await bot.server.until(({ opened, open }) => opened >= 4 && open === 2);
  release();
  await mentioned;
  await bot.adapter.stop();
  expect(bot.workspace.of('chat.postMessage')).toHaveLength(1);
});

test('S6: a mention that could not be stored is not acknowledged, comes again and is answered', async () => {
  let full = true;
  const bot = await openConnected({
    lend: (store) => ({
      ...store,
      inbox: {
        ...store.inbox,
        async keep(...question) {
          if (full) throw new Error('the store is busy');
          return store.inbox.keep(...question);
        },
      },
    }),
  });
  const mentioned = bot.mentions('how many letters?');
  await bot.logsAbout('a question could not be stored');
  full = false;
  bot.server.losesPatience();
  await mentioned;
  await bot.adapter.stop();
  expect(bot.workspace.of('chat.postMessage')).toHaveLength(1);
});

test.each(['null', '{"type":"events_api","envelope_id":"1"}', '{"type":"events_api","envelope_id":"1","payload":{}}'])(
  'S6: a message of a shape that nobody expects, %s, is logged and ends nothing',
  async (text) => {
    const bot = await openConnected();
    bot.server.sends(text);
    await bot.logsAbout('what Slack sent cannot be read');
    expect((await bot.types('/lor add Dr. Chen')).body?.text).toContain('Dr. Chen');
    expect(bot.server.counts()).toMatchObject({ open: 2, opened: 2 });
  },
);

test.each(['[]', '7', '{', '{"type":"hello"}', '{"type":"news","envelope_id":"1"}', '{"type":"slash_commands"}'])(
  'S6: a message that means nothing, %s, changes nothing',
  async (text) => {
    const bot = await openConnected();
    bot.server.sends(text);
    expect((await bot.types('/lor add Dr. Chen')).body?.text).toContain('Dr. Chen');
    expect(bot.server.counts()).toMatchObject({ open: 2, opened: 2 });
  },
);

test('S6: the answer to a command whose connection broke meanwhile goes to its own address', async () => {
  let answering: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    answering = resolve;
  });
  let go: () => void = () => undefined;
  const goes = new Promise<void>((resolve) => {
    go = resolve;
  });
  const bot = await openConnected();
  await bot.adapter.stop();
  await bot.adapter.start(
    Object.assign(
      async (...invocation: Parameters<typeof bot.bot.dispatch>) => {
        answering();
        await goes;
        return bot.bot.dispatch(...invocation);
      },
      { suggest: bot.bot.dispatch.suggest, presence: bot.bot.dispatch.presence },
    ),
  );
  await bot.server.until(({ opened, open }) => opened >= 4 && open === 2);
  const typed = bot.types('/lor add Dr. Chen');
  await asked;
  // Whichever of the two it came through.
  await bot.server.breaks();
  await bot.server.breaks();
  go();
  expect((await typed).status).toBe(0);
  await bot.adapter.stop();
  expect(bot.workspace.told).toMatchObject([{ text: expect.stringContaining('Dr. Chen') }]);
});

test('S7: a token that is taken back makes the health red and ends nothing', async () => {
  const refusals = 6;
  const bot = await openOverSocket({
    before: (server) => server.refuses(...Array.from({ length: refusals }, () => ({ error: 'invalid_auth' }))),
  });
  await bot.server.until(({ asked }) => asked > refusals - 1);
  expect(bot.adapter.health()).toEqual({ up: false, reason: 'invalid_auth' });
  await bot.server.until(({ open }) => open === 2);
  expect((await bot.types('/lor list')).status).toBe(200);
  expect(bot.adapter.health()).toEqual({ up: true });
  expect(bot.server.counts()).toMatchObject({ asked: refusals + 2, opened: 2 });
});

test('S7: a token that stays refused is asked about about once a minute for each connection', async () => {
  const tries = 100;
  let waited = 0;
  const bot = await openOverSocket({
    before: (server) => server.refuses(...Array.from({ length: tries }, () => ({ error: 'invalid_auth' }))),
    async sleep(milliseconds) {
      if (answering.includes(milliseconds)) return new Promise(() => undefined);
      waited += milliseconds;
      await new Promise(setImmediate);
    },
  });
  await bot.server.until(({ asked }) => asked >= tries);
  expect(waited / tries).toBeGreaterThan(50_000);
  expect(waited / tries).toBeLessThan(70_000);
});

test('S7: a token that is taken back while connected does not end the process', async () => {
  const bot = await openConnected();
  bot.server.refuses({ error: 'invalid_auth' }, { error: 'invalid_auth' });
  await bot.server.breaks();
  await bot.server.breaks();
  await bot.server.until(({ asked }) => asked >= 4);
  expect(bot.adapter.health().up).toBe(false);
  await bot.server.until(({ open }) => open === 2);
  expect(bot.adapter.health()).toEqual({ up: true });
});

test('while it waits for another try, it can be stopped and started again', async () => {
  const bot = await openConnected();
  bot.server.refuses({ error: 'internal_error' }, { error: 'internal_error' });
  await bot.server.breaks();
  await bot.server.breaks();
  await bot.adapter.stop();
  await bot.adapter.start(bot.bot.dispatch);
  await bot.server.until(({ open }) => open === 2);
  await bot.types('/lor list');
  await bot.adapter.stop();
  await bot.server.until(({ open }) => open === 0);
});

test('after stopping there is no connection and no other try', async () => {
  const bot = await openConnected();
  await bot.types('/lor list');
  await bot.adapter.stop();
  await bot.server.until(({ open }) => open === 0);
  expect(bot.adapter.health().up).toBe(false);
  expect(bot.server.counts().asked).toBe(2);
});
