import SqliteDatabase from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startBot } from './support/child.ts';
import { startDiscordFake } from './support/discord-fake.ts';
import type { DiscordFake } from './support/discord-server.ts';
import { openQuestions } from './support/killed.ts';
import { type Said, speaker } from './support/slack-people.ts';
import {
  allScopes,
  botToken,
  botUser,
  type SignedAs,
  signed,
  signingSecret,
  type Workspace,
} from './support/slack-server.ts';
import { openWorkspace } from './support/slack-workspace.ts';

const patience = { timeout: 20_000, interval: 20 };

function slackEnv(apiUrl: string) {
  return { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: apiUrl };
}

function discordEnv(fake: DiscordFake) {
  return { DISCORD_TOKEN: fake.token, DISCORD_APPLICATION_ID: fake.bot, DISCORD_API_URL: fake.apiUrl };
}

/** Sends what Slack sends to the bot at this address. */
function poster(url: string) {
  return async (body: string, as?: SignedAs): Promise<Said> => {
    const response = await fetch(`${url}/slack/events`, { method: 'POST', ...signed(body, as) });
    const text = await response.text();
    return { status: response.status, text, body: text === '' ? undefined : JSON.parse(text) };
  };
}

const maya = { id: '200000000000000001', username: 'maya' };

const place = { guild_id: '400000000000000001', channel_id: '300000000000000001' };

/** What Discord shows for a command. */
function runsOnDiscord(fake: DiscordFake, name: string): Promise<string> {
  return happensOnDiscord(fake, 2, { type: 1, name: 'lor', options: [{ type: 1, name, options: [] }] });
}

/** What Discord shows for an interaction of this kind. */
async function happensOnDiscord(fake: DiscordFake, type: number, data: object, more: object = {}): Promise<string> {
  const id = String(500_000_000_000_000_000n + BigInt(fake.requests.length));
  const answered = fake.request(({ path }) => path.includes(`token-${id}`));
  const member = { user: maya, permissions: '0' };
  fake.interact({ id, token: `token-${id}`, type, data, ...place, member, ...more });
  return JSON.stringify((await answered).body);
}

describe('the bot in a process of its own, on Slack over HTTP', () => {
  test('does what the manifest’s scopes allow: commands, forms, buttons, mentions, DMs, the home page', async () => {
    const workspace = await openWorkspace(allScopes);
    const bot = await startBot(slackEnv(workspace.apiUrl));
    await expect.poll(bot.health, patience).toEqual({ status: 200, links: { slack: { up: true } } });
    const people = speaker(workspace, poster(bot.url));

    const added = await people.types('/lor add Dr. Chen kind:chair due:2027-12-01');
    expect(added.body).toMatchObject({ response_type: 'ephemeral', text: expect.stringContaining('Dr. Chen') });
    expect((await people.types('/lor list', workspace.noah)).body?.text).not.toContain('Chen');

    await people.types('/lor add');
    await expect.poll(() => workspace.of('views.open').length, patience).toBe(1);
    const view = JSON.parse(workspace.of('views.open')[0]?.sent.view ?? '{}');
    expect((await people.sends(view, { name: '', due: 'feb 30' })).body).toMatchObject({ response_action: 'errors' });
    await people.sends(view, { name: 'Dr. Okafor' });
    await expect.poll(async () => (await people.types('/lor list')).body?.text, patience).toContain('Dr. Okafor');

    const blocks = added.body?.blocks as { elements?: { type: string; text: { text: string } }[] }[];
    const button = blocks.flatMap(({ elements = [] }) => elements).find(({ type }) => type === 'button');
    await people.presses(button);
    await expect.poll(() => workspace.told.length, patience).toBeGreaterThan(0);

    await people.mentions('how many letters do I need?');
    await expect.poll(() => workspace.of('chat.postMessage').length, patience).toBe(1);
    expect(workspace.of('chat.postMessage')[0]).toMatchObject({
      sent: { channel: workspace.letters, thread_ts: expect.any(String) },
      answer: { ok: true },
    });
    await people.opensHome();
    await expect.poll(() => workspace.of('views.publish')[0]?.sent.view, patience).toContain('Dr. Chen');
    expect(workspace.calls.filter(({ answer }) => answer.ok !== true)).toEqual([]);

    // A stop finishes, and the next start goes on with the same file.
    expect(await bot.stop()).toBe(0);
    const again = await startBot(slackEnv(workspace.apiUrl), bot.file);
    await expect.poll(again.health, patience).toMatchObject({ status: 200 });
    const later = speaker(workspace, poster(again.url));
    expect((await later.types('/lor list')).body?.text).toContain('Dr. Chen');
    expect(bot.log() + again.log()).not.toMatch(/Chen|Okafor|xoxb|a-secret/u);
  });

  test.each([
    ['a wrong secret', { secret: 'another-secret-than-ours' }],
    ['a time six minutes ago', { shift: -360 }],
    ['a time six minutes to come', { shift: 360 }],
  ])('refuses what is signed with %s', async (_, as) => {
    const workspace = await openWorkspace(allScopes);
    const bot = await startBot(slackEnv(workspace.apiUrl));
    await expect.poll(bot.health, patience).toMatchObject({ status: 200 });
    const body = new URLSearchParams({ command: '/lor', text: 'help', user_id: 'U1', team_id: 'T1' }).toString();
    expect(await poster(bot.url)(body, as)).toMatchObject({ status: 401, text: '' });
  });
});

describe('a stop', () => {
  test('ends cleanly while Slack asks to wait, and the answer still goes out', async () => {
    const workspace = await openWorkspace(allScopes);
    const bot = await startBot(slackEnv(workspace.apiUrl));
    await expect.poll(bot.health, patience).toMatchObject({ status: 200 });
    workspace.breaks('chat.postMessage', { status: 429, headers: { 'retry-after': '4' } });
    expect((await speaker(workspace, poster(bot.url)).mentions('how many letters?')).status).toBe(200);
    await expect.poll(() => workspace.left('chat.postMessage'), patience).toBe(0);
    expect(await bot.stop()).toBe(0);
    expect(workspace.of('chat.postMessage')).toHaveLength(1);
  });

  test('ends cleanly while Discord cannot be reached', async () => {
    const bot = await startBot({
      ...{ DISCORD_TOKEN: 'a-token-of-the-tests', DISCORD_APPLICATION_ID: '1'.repeat(18) },
      DISCORD_API_URL: 'http://127.0.0.1:9/api',
    });
    await expect.poll(bot.health, patience).toMatchObject({ status: 503 });
    expect(await bot.stop()).toBe(0);
  });
});

describe('health on Slack', () => {
  test('is not well before Slack has answered, and recovers by itself', async () => {
    const workspace = await openWorkspace(allScopes);
    workspace.breaks('auth.test', { status: 500 });
    const bot = await startBot(slackEnv(workspace.apiUrl));
    await expect.poll(bot.health, patience).toMatchObject({ status: 503, links: { slack: { up: false } } });
    await expect.poll(bot.health, patience).toEqual({ status: 200, links: { slack: { up: true } } });
  });

  test('a wrong secret is told to the operator', async () => {
    const workspace = await openWorkspace(allScopes);
    const bot = await startBot(slackEnv(workspace.apiUrl));
    await expect.poll(bot.health, patience).toMatchObject({ status: 200 });
    const body = new URLSearchParams({ command: '/lor', text: 'help', user_id: 'U1', team_id: 'T1' }).toString();
    for (let time = 0; time < 3; time += 1) await poster(bot.url)(body, { secret: 'another-secret-than-ours' });
    await expect.poll(() => bot.log().match(/requests were refused/gu) ?? [], patience).toHaveLength(1);
    expect(bot.log()).toContain('SLACK_SIGNING_SECRET');
    expect((await fetch(`${bot.url}/healthz`, { method: 'HEAD' })).status).toBe(200);
  });
});

describe('while another program has locked the file', () => {
  test('S3: a command is told that nothing was saved, and an event is to come again', async () => {
    const workspace = await openWorkspace(allScopes);
    const bot = await startBot(slackEnv(workspace.apiUrl));
    await expect.poll(bot.health, patience).toMatchObject({ status: 200 });
    const people = speaker(workspace, poster(bot.url));
    const other = new SqliteDatabase(bot.file.path);
    onTestFinished(() => void other.close());

    other.exec('begin immediate');
    const asked = { ts: '1.0', event_ts: '1.0' };
    const [told, refused] = await Promise.all([
      people.types('/lor add Dr. Chen'),
      people.mentions('how many letters do I need?', asked),
    ]);
    // It came after Slack was told to wait, and before Slack gives up.
    expect(told).toMatchObject({ status: 200 });
    const said = () => [told.body?.text, ...workspace.told.map(({ text }) => text)].join();
    await expect.poll(said, patience).toContain('nothing was changed');
    expect(refused.status).toBe(503);
    // Not before: the two wait one after the other, and whoever still waits would be served.
    other.exec('commit');
    expect(workspace.of('chat.postMessage')).toEqual([]);

    expect((await people.types('/lor list')).body?.text).not.toContain('Chen');
    expect((await people.mentions('how many letters do I need?', asked)).status).toBe(200);
    await expect.poll(() => workspace.of('chat.postMessage').length, patience).toBe(1);
  });
});

describe('S2: the bot killed while somebody waits for its answer', () => {
  const answers = (workspace: Workspace) => workspace.of('chat.postMessage').filter(({ answer }) => answer.ok);

  test.each([
    // Slack asks it to wait, and it is killed while it does.
    ['before the answer', { status: 429, headers: { 'retry-after': '4' } }, 0],
    // The answer arrived, and the bot waits for word of it.
    ['after the answer', 'hang', 1],
  ] as const)('S2: a question in a DM is answered once after a kill %s', async (_, fault, before) => {
    const workspace = await openWorkspace(allScopes);
    const bot = await startBot(slackEnv(workspace.apiUrl));
    await expect.poll(bot.health, patience).toMatchObject({ status: 200 });
    const { channel } = await workspace.ask('xoxp-maya', 'conversations.open', { users: botUser });
    workspace.breaks('chat.postMessage', fault);
    const people = speaker(workspace, poster(bot.url));
    const said = await people.writes('how many letters do I need?', (channel as { id: string }).id);
    expect(said.status).toBe(200);
    await expect.poll(() => workspace.left('chat.postMessage'), patience).toBe(0);
    await expect.poll(() => answers(workspace).length, patience).toBe(before);
    bot.kill();
    await bot.ended;
    expect(openQuestions(bot.file.path)).toHaveLength(1);

    const again = await startBot(slackEnv(workspace.apiUrl), bot.file);
    await expect.poll(again.health, patience).toMatchObject({ status: 200 });
    await expect.poll(() => openQuestions(bot.file.path), patience).toEqual([]);
    expect(answers(workspace)).toHaveLength(1);
    expect(await again.stop()).toBe(0);
    expect(bot.log() + again.log()).not.toContain('how many letters');
  });
});

describe('the bot in a process of its own, on Discord with interactions over HTTP', () => {
  test('stands Discord’s trial; does commands, forms and buttons there, and hears mentions beside', async () => {
    const fake = await startDiscordFake({ token: 'a-token-of-the-tests' });
    fake.state.channels.set(place.channel_id, place.guild_id);
    const bot = await startBot({ ...discordEnv(fake), DISCORD_PUBLIC_KEY: fake.publicKey });
    await expect.poll(bot.health, patience).toEqual({ status: 200, links: { discord: { up: true } } });
    await fake.setEndPoint(`${bot.url}/discord/interactions`, { now: Date.now });

    const form = await runsOnDiscord(fake, 'add');
    expect(form).toContain('"custom_id":"f|lor add"');
    const name = { type: 18, component: { type: 4, custom_id: 'name', value: 'Dr. Chen' } };
    const added = await happensOnDiscord(fake, 5, { custom_id: 'f|lor add', components: [name] });
    expect(added).toMatch(/Chen.* is on your list/u);
    const undo = { component_type: 2, custom_id: 'b|lor undo' };
    const undone = await happensOnDiscord(fake, 3, undo, { message: { id: '1' } });
    expect(undone).toContain('Chen');
    expect(await runsOnDiscord(fake, 'list')).not.toContain('Chen');
    expect(fake.failed).toEqual([]);

    const content = `<@${fake.bot}> should i waive my right to see the letter`;
    const { channel_id, guild_id } = place;
    fake.dispatch('MESSAGE_CREATE', { id: '600000000000000001', type: 0, channel_id, guild_id, author: maya, content });
    await expect.poll(() => fake.state.messages.length, patience).toBe(1);
  });
});

describe('both platforms in one process', () => {
  test('are up together, and keep what they know apart', async () => {
    const workspace = await openWorkspace(allScopes);
    const fake = await startDiscordFake({ token: 'a-token-of-the-tests' });
    const bot = await startBot({ ...slackEnv(workspace.apiUrl), ...discordEnv(fake) });
    const up = { status: 200, links: { slack: { up: true }, discord: { up: true } } };
    await expect.poll(bot.health, patience).toEqual(up);
    await speaker(workspace, poster(bot.url)).types('/lor add Dr. Chen');
    expect(await runsOnDiscord(fake, 'list')).not.toContain('Chen');
  });

  test('Discord goes on while Slack is out of reach, and health says which is down and why', async () => {
    const fake = await startDiscordFake({ token: 'a-token-of-the-tests' });
    const bot = await startBot({ ...slackEnv('http://127.0.0.1:9/api/'), ...discordEnv(fake) });
    await expect
      .poll(bot.health, patience)
      .toEqual({ status: 200, links: { slack: { up: false, reason: expect.any(String) }, discord: { up: true } } });
    expect(await runsOnDiscord(fake, 'list')).toContain('do not track any letters');
  });

  test('Slack goes on when Discord goes away, and health says which is down and why', async () => {
    const workspace = await openWorkspace(allScopes);
    const fake = await startDiscordFake({ token: 'a-token-of-the-tests' });
    const bot = await startBot({ ...slackEnv(workspace.apiUrl), ...discordEnv(fake) });
    await expect.poll(bot.health, patience).toMatchObject({ links: { discord: { up: true } } });
    await fake.close();
    await expect
      .poll(bot.health, patience)
      .toEqual({ status: 200, links: { slack: { up: true }, discord: { up: false, reason: expect.any(String) } } });
    expect((await speaker(workspace, poster(bot.url)).types('/lor list')).status).toBe(200);
  });

  test('with neither in reach, health is not well', async () => {
    const nowhere = 'http://127.0.0.1:9/api';
    const bot = await startBot({
      ...slackEnv(`${nowhere}/`),
      ...{ DISCORD_TOKEN: 'a-token-of-the-tests', DISCORD_APPLICATION_ID: '1'.repeat(18), DISCORD_API_URL: nowhere },
    });
    await expect
      .poll(bot.health, patience)
      .toMatchObject({ status: 503, links: { slack: { up: false }, discord: { up: false } } });
  });
});
