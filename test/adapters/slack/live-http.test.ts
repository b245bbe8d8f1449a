import { expect, test } from 'vitest';
import { createSlackAdapter } from '../../../adapters/slack/index.ts';
import { commands } from '../../../commands/index.ts';
import type { Outcome } from '../../../src/core/ports.ts';
import { createRandom } from '../../../src/random.ts';
import { emptyStore } from '../../support/empty-store.ts';
import { openSlackBot } from '../../support/slack-bot.ts';
import { allScopes, signed } from '../../support/slack-server.ts';
import { openWorkspace } from '../../support/slack-workspace.ts';

const list = new URLSearchParams({
  command: '/lor',
  text: 'list',
  trigger_id: '1.2.3',
  user_id: 'U1',
  team_id: 'T000000001',
  channel_id: 'C1',
}).toString();

test('a signed request is answered', async () => {
  const { post } = await openSlackBot();
  expect((await post(list)).body?.response_type).toBe('ephemeral');
});

test.each([
  ['another secret', signed(list, { secret: 'guessed' })],
  ['a time six minutes ago', signed(list, { shift: -360 })],
  ['a time six minutes to come', signed(list, { shift: 360 })],
  ['another body', { ...signed(list), body: `${list}&more=1` }],
  ['a body of the same meaning', { ...signed(list), body: list.replace('%2F', '/') }],
  ['no signature', { ...signed(list), headers: { ...signed(list).headers, 'x-slack-signature': '' } }],
  ['half a signature', { ...signed(list), headers: { ...signed(list).headers, 'x-slack-signature': 'v0=abcd' } }],
  [
    'a time that is none',
    { ...signed(list), headers: { ...signed(list).headers, 'x-slack-request-timestamp': 'now' } },
  ],
])('a request with %s is refused', async (_, request) => {
  const { sendSigned, logged } = await openSlackBot();
  expect(await sendSigned(request)).toEqual({ status: 401, text: '', body: undefined });
  expect(logged).not.toContain('invocation');
});

test.each([-280, 280])('a time %i seconds off is near enough', async (shift) => {
  const { post } = await openSlackBot();
  expect((await post(list, { shift })).status).toBe(200);
});

test('S1: the same request a second time does nothing', async () => {
  let count = 0;
  const repeated = async (): Promise<Outcome> => {
    count += 1;
    return { kind: 'repeated' };
  };
  const { sendSigned } = await openSlackBot({
    dispatch: Object.assign(repeated, { suggest: async () => [], presence: async () => true }),
  });
  const request = signed(list);
  for (let time = 0; time < 2; time += 1) {
    expect(await sendSigned(request)).toEqual({ status: 200, text: '', body: undefined });
  }
  expect(count).toBe(1);
});

test('Slack can make sure that the address is ours', async () => {
  const { post } = await openSlackBot();
  const said = await post(JSON.stringify({ type: 'url_verification', challenge: 'abc' }));
  expect(said.body).toEqual({ challenge: 'abc' });
});

test.each(['{', '[]', '"text"', '7', ''])('a signed body of %j is told to be none', async (body) => {
  const { post } = await openSlackBot();
  expect((await post(body, { type: 'application/json' })).status).toBe(400);
});

test('a form-encoded payload that cannot be read is told so', async () => {
  const { post } = await openSlackBot();
  expect((await post('payload=%7B')).status).toBe(400);
});

test.each([
  ['an unknown event', JSON.stringify({ type: 'event_callback', event_id: 'E', event: { type: 'team_join' } })],
  [
    'a shortcut',
    new URLSearchParams({ payload: '{"type":"shortcut","team":{"id":"T1"},"user":{"id":"U"}}' }).toString(),
  ],
  ['nothing that Slack sends', '{"a":1}'],
  ['a command of another app', list.replace('%2Flor', '%2Fother')],
])('%s is acknowledged and left alone', async (_, body) => {
  const { post, logged } = await openSlackBot();
  expect(await post(body)).toEqual({ status: 200, text: '', body: undefined });
  expect(logged).not.toContain('invocation');
});

test('S5: a huge body is refused before it is looked at', async () => {
  const { post } = await openSlackBot();
  expect((await post(`text=${'x'.repeat(1_000_001)}`)).status).toBe(413);
});

test('what comes while Slack does not know the bot may come again', async () => {
  const { post, workspace, adapter, bot } = await openSlackBot();
  await adapter.stop();
  expect((await post(list)).status).toBe(503);
  await adapter.start(bot.dispatch);
  expect((await post(list)).status).toBe(200);
  expect(workspace.of('auth.test')).toHaveLength(1);
});

test('what came in before a stop is done before its end, also where Slack still has to say who the bot is', async () => {
  const workspace = await openWorkspace(allScopes);
  workspace.breaks('auth.test', { status: 500 });
  const { adapter, logsAbout } = await openSlackBot({ workspace });
  await logsAbout('Slack does not know the bot');
  const { headers, body } = signed(list);
  const [route] = adapter.routes;
  const request = { path: '/slack/events', query: new URLSearchParams(), headers, body: Buffer.from(body) };
  const answered = route?.handle(request);
  await adapter.stop();
  expect((await answered)?.body).toContain('ephemeral');
});

test.each([undefined, ''])('S4: a signing secret of %j stops the start', (signingSecret) => {
  const nothing = () => undefined;
  const make = () =>
    createSlackAdapter({
      access: { botToken: 'xoxb-test' },
      signingSecret,
      commands,
      clock: { now: () => '2027-01-01T00:00:00Z' as never, monotonic: () => 0 },
      sleep: async () => undefined,
      logger: { info: nothing, warn: nothing, error: nothing },
      store: emptyStore,
      random: createRandom(),
    });
  expect(make).toThrow('signing secret');
});
