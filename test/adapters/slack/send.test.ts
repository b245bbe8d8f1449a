import { createServer } from 'node:http';
import { describe, expect, test } from 'vitest';
import { createSender } from '../../../adapters/slack/send.ts';
import type { Target } from '../../../src/core/ports.ts';
import { file, paragraph, reply } from '../../../src/core/reply.ts';
import type { Instant } from '../../../src/core/time.ts';
import { listen } from '../../support/listen.ts';
import { openDesks } from '../../support/slack-desks.ts';
import { allScopes, team } from '../../support/slack-server.ts';
import { openWorkspace } from '../../support/slack-workspace.ts';

const hello = reply(paragraph(['The letter of Dr. Chen is due.']));
const about = { key: 'nudge:maya:chen:1', inDoubt: false, zone: 'UTC' } as const;
const longAgo = '2020-01-01T00:00:00Z' as Instant;
/** Three messages. */
const long = reply(...['a', 'b', 'c'].map((letter) => paragraph([letter.repeat(2_900)])));

async function openSender(scopes: readonly string[] = [...allScopes, 'channels:history']) {
  const workspace = await openWorkspace(scopes);
  const logged: string[] = [];
  const logger = {
    info: () => undefined,
    warn: (message: string) => void logged.push(message),
    error: () => undefined,
  };
  const { apiUrl } = workspace;
  const { apis, desks } = openDesks(apiUrl, logger);
  const another = () => createSender(desks);
  const channel: Target = { kind: 'channel', platform: 'slack', workspace: team, channel: workspace.letters };
  const dm: Target = { kind: 'dm', account: { platform: 'slack', workspace: team, user: workspace.maya } };
  return { workspace, apis, channel, dm, logged, sender: another(), another };
}

describe('a message', () => {
  test('goes into a channel, plain and without previews', async () => {
    const { sender, channel, workspace } = await openSender();
    const sent = await sender.send(channel, hello, about);
    const [post] = workspace.of('chat.postMessage');
    expect(sent).toEqual({ kind: 'sent', ref: `${workspace.letters}/${post?.answer.ts}` });
    expect(post?.sent).toMatchObject({ mrkdwn: 'false', unfurl_links: 'false', unfurl_media: 'false' });
    expect(post?.sent.blocks).not.toContain('maya');
  });

  test('goes to a person by direct message', async () => {
    const { sender, dm, workspace } = await openSender();
    expect(await sender.send(dm, hello, about)).toMatchObject({ kind: 'sent', ref: expect.stringMatching(/^D/u) });
    expect(workspace.of('conversations.open')[0]?.sent.users).toBe(workspace.maya);
  });

  test('opens a DM once, however many there are', async () => {
    const { sender, dm, workspace } = await openSender();
    for (const key of ['a', 'b']) await sender.send(dm, hello, { ...about, key });
    expect(workspace.of('chat.postMessage')).toHaveLength(2);
    expect(workspace.of('conversations.open')).toHaveLength(1);
  });

  test('can be edited', async () => {
    const { sender, channel, workspace } = await openSender();
    const sent = await sender.send(channel, hello, about);
    const ref = sent.kind === 'sent' ? sent.ref : '';
    expect(await sender.edit(channel, ref, reply(paragraph(['It came.'])))).toEqual({ kind: 'sent', ref });
    expect(workspace.of('chat.update')[0]?.answer).toMatchObject({ ok: true, text: 'It came.' });
    expect(await sender.edit(channel, ref, long)).toMatchObject({ kind: 'refused' });
    expect(await sender.edit(channel, `${workspace.letters}/1.1`, hello)).toMatchObject({
      kind: 'refused',
      reason: 'message_not_found',
    });
  });

  test('that says nothing is not sent', async () => {
    const { sender, channel, workspace } = await openSender();
    expect(await sender.send(channel, reply(), about)).toMatchObject({ kind: 'refused' });
    expect(workspace.calls).toEqual([]);
  });
});

describe('a message that fails', () => {
  test.each([
    [
      { error: 'not_in_channel' },
      { kind: 'refused', reason: 'the bot is not in the channel; invite it there (not_in_channel)' },
    ],
    [
      { status: 429, headers: { 'retry-after': '7' } },
      { kind: 'retry', milliseconds: 7_000, holds: 'workspace' },
    ],
    [
      { status: 429, headers: { 'retry-after': '1.5' } },
      { kind: 'retry', milliseconds: 2_000, holds: 'workspace' },
    ],
    [
      { status: 429, headers: { 'retry-after': 'soon' } },
      { kind: 'retry', milliseconds: 60_000, holds: 'workspace' },
    ],
    [{ status: 429 }, { kind: 'retry', milliseconds: 60_000, holds: 'workspace' }],
    [{ status: 500 }, { kind: 'unsure' }],
    [{ status: 200, body: '<html>' }, { kind: 'unsure' }],
    [{ error: 'internal_error' }, { kind: 'unsure' }],
    ['drop', { kind: 'unsure' }],
  ] as const)('D5 D7 D9 D10: by %o', async (fault, result) => {
    const { sender, channel, workspace } = await openSender();
    workspace.breaks('chat.postMessage', fault);
    expect(await sender.send(channel, hello, about)).toEqual(result);
    // The library tried once and no more.
    expect(workspace.of('chat.postMessage')).toHaveLength(0);
  });

  test('D6: because nobody is there cannot have arrived', async () => {
    const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const server = createServer();
    const apiUrl = await listen(server);
    await new Promise((resolve) => server.close(resolve));
    const target: Target = { kind: 'channel', platform: 'slack', workspace: team, channel: 'C1' };
    expect(await createSender(openDesks(apiUrl, logger).desks).send(target, hello, about)).toMatchObject({
      kind: 'retry',
    });
  });

  test('D14: to somebody who is gone is for good', async () => {
    const { sender } = await openSender();
    const nobody: Target = { kind: 'dm', account: { platform: 'slack', workspace: team, user: 'U404' } };
    expect(await sender.send(nobody, hello, about)).toEqual({
      kind: 'refused',
      reason: 'user_not_found',
      closed: true,
    });
  });
});

test.each(['invalid_auth', 'token_revoked', 'account_inactive'])(
  '%s is told as the bot being down, and holds up its workspace',
  async (error) => {
    const { apis, sender, channel, workspace } = await openSender();
    workspace.breaks('chat.postMessage', { error });
    const held = await sender.send(channel, hello, about);
    expect(held).toMatchObject({ kind: 'retry', holds: 'workspace', reason: expect.stringContaining('token') });
    expect(apis.problem()).toBe(error);
    await sender.send(channel, hello, about);
    expect(apis.problem()).toBeUndefined();
  },
);

describe('a message with a picture', () => {
  const picture = file({ name: 'season.png', mime: 'image/png', alt: 'The season', bytes: new Uint8Array([1, 2]) });
  const digest = reply(paragraph(['Deadlines ahead']), picture);

  test('is followed by it in the same place', async () => {
    const { sender, channel, dm, workspace } = await openSender();
    for (const target of [channel, dm])
      expect(await sender.send(target, digest, about)).toMatchObject({ kind: 'sent' });
    const posted = workspace.of('chat.postMessage').map(({ sent }) => sent.channel);
    const shared = workspace.of('files.completeUploadExternal').map(({ sent, answer }) => [sent.channel_id, answer.ok]);
    expect(shared).toEqual(posted.map((place) => [place, true]));
    const order = workspace.calls.map(({ method }) => method).filter((method) => /postMessage|complete/u.test(method));
    expect(order.slice(0, 2)).toEqual(['chat.postMessage', 'files.completeUploadExternal']);
  });

  test.each([
    ['files.getUploadURLExternal', { error: 'missing_scope' }],
    ['upload', { status: 503 }],
    ['files.completeUploadExternal', 'drop'],
    ['files.completeUploadExternal', 'lose'],
  ] as const)(
    'counts as sent when the picture fails at %s, which is logged and not tried again',
    async (method, fault) => {
      const { sender, channel, workspace, logged } = await openSender();
      workspace.breaks(method, fault);
      const sent = await sender.send(channel, digest, about);
      expect(sent).toEqual({
        kind: 'sent',
        ref: `${workspace.letters}/${workspace.of('chat.postMessage')[0]?.answer.ts}`,
      });
      expect(logged).toEqual(['files could not be sent']);
      expect(await sender.find(channel, about.key, longAgo)).toEqual({ ...sent, kind: 'found' });
    },
  );

  test('that may not have arrived sends no picture, and is looked for by its words', async () => {
    const { sender, another, channel, workspace } = await openSender();
    workspace.breaks('chat.postMessage', 'lose');
    expect(await sender.send(channel, digest, about)).toEqual({ kind: 'unsure' });
    expect(workspace.of('files.getUploadURLExternal')).toEqual([]);
    expect(await another().find(channel, about.key, longAgo)).toMatchObject({ kind: 'found' });
  });

  test('is refused without it', async () => {
    const { sender, channel, workspace } = await openSender();
    workspace.breaks('chat.postMessage', { error: 'not_in_channel' });
    expect(await sender.send(channel, digest, about)).toMatchObject({ kind: 'refused' });
    expect(workspace.of('files.getUploadURLExternal')).toEqual([]);
  });
});

describe('looking for a message', () => {
  test('finds the one whose answer was lost', async () => {
    const { sender, another, dm, workspace } = await openSender();
    workspace.breaks('chat.postMessage', 'lose');
    expect(await sender.send(dm, hello, about)).toEqual({ kind: 'unsure' });
    const ts = workspace.of('chat.postMessage')[0]?.answer.ts;
    const ref = expect.stringMatching(new RegExp(`^D.*/${ts}$`, 'u'));
    expect(await another().find(dm, about.key, longAgo)).toEqual({ kind: 'found', ref });
  });

  test('does not take another for it', async () => {
    const { sender, dm } = await openSender();
    await sender.send(dm, hello, about);
    expect(await sender.find(dm, 'another key', longAgo)).toEqual({ kind: 'absent' });
  });

  test('cannot tell where it may not read', async () => {
    const { sender, channel } = await openSender(allScopes);
    await sender.send(channel, hello, about);
    expect(await sender.find(channel, about.key, longAgo)).toEqual({ kind: 'unknown' });
  });
});

describe('looking for a message while Slack is away', () => {
  test.each([
    ['conversations.open', { status: 503 }, 10_000],
    ['conversations.history', { status: 503 }, 0],
    ['conversations.history', { error: 'internal_error' }, 0],
    ['conversations.history', { status: 429, headers: { 'retry-after': '30' } }, 30_000],
    ['conversations.history', 'drop', 0],
  ] as const)('is to be done later: %s, %o', async (method, fault, milliseconds) => {
    const { sender, another, dm, workspace } = await openSender();
    await another().send(dm, hello, about);
    workspace.breaks(method, fault);
    expect(await sender.find(dm, about.key, longAgo)).toEqual({ kind: 'unreachable', milliseconds });
    expect(await sender.find(dm, about.key, longAgo)).toMatchObject({ kind: 'found' });
  });
});

describe('a DM that may have been opened', () => {
  test.each([{ status: 503 }, { error: 'fatal_error' }, 'drop'] as const)('holds no message yet: %o', async (fault) => {
    const { sender, dm, workspace } = await openSender();
    workspace.breaks('conversations.open', fault);
    expect(await sender.send(dm, hello, about)).toEqual({ kind: 'retry', milliseconds: 10_000 });
    expect(workspace.of('chat.postMessage')).toHaveLength(0);
  });
});

describe('D18 D19: a reply of several messages', () => {
  test('of which an earlier try brought the first goes on after the last that arrived', async () => {
    const { sender, another, channel, workspace } = await openSender();
    workspace.breaks('chat.postMessage', 'lose');
    await sender.send(channel, long, about);
    await sender.find(channel, about.key, longAgo);
    workspace.breaks('chat.postMessage', 'lose');
    expect(await sender.send(channel, long, about)).toEqual({ kind: 'unsure' });
    // Looked for since the last try only, and by a bot that was restarted meanwhile.
    const { ts } = workspace.of('chat.postMessage')[1]?.answer ?? {};
    const lastTry = new Date(Number(ts) * 1_000 + 60_000).toISOString() as Instant;
    const last = another();
    expect(await last.find(channel, about.key, lastTry)).toEqual({ kind: 'absent' });
    await last.send(channel, long, about);
    expect(workspace.of('chat.postMessage').map((call) => call.sent.text?.charAt(0))).toEqual(['a', 'b', 'c']);
  });

  test('goes on where it was stopped', async () => {
    const { sender, channel, workspace } = await openSender();
    await sender.send(channel, hello, { ...about, key: 'another' });
    workspace.breaks('chat.postMessage', { status: 429, headers: { 'retry-after': '1' } });
    expect(await sender.send(channel, long, about)).toMatchObject({ kind: 'retry' });
    expect(await sender.send(channel, long, about)).toMatchObject({ kind: 'sent' });
    expect(workspace.of('chat.postMessage').map(({ sent }) => sent.text?.charAt(0))).toEqual(['T', 'a', 'b', 'c']);
  });

  test('is absent while a part is, and only that part is sent', async () => {
    const { sender, another, channel, workspace } = await openSender();
    // The first passes, the second is dropped before Slack has it.
    workspace.breaks('chat.postMessage', 'lose', 'drop');
    expect(await sender.send(channel, long, about)).toEqual({ kind: 'unsure' });
    const later = another();
    expect(await later.find(channel, about.key, longAgo)).toEqual({ kind: 'absent' });
    expect(await later.send(channel, long, about)).toEqual({ kind: 'unsure' });
    const last = another();
    expect(await last.find(channel, about.key, longAgo)).toEqual({ kind: 'absent' });
    const sent = await last.send(channel, long, about);
    expect(workspace.of('chat.postMessage').map((call) => call.sent.text?.charAt(0))).toEqual(['a', 'b', 'c']);
    expect(await another().find(channel, about.key, longAgo)).toEqual({ ...sent, kind: 'found' });
  });
});
