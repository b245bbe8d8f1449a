import { describe, expect, test } from 'vitest';
import { fileScopes, readingScopes, scopes, slackManifest } from '../../../adapters/slack/manifest.ts';
import { createSender } from '../../../adapters/slack/send.ts';
import { commands } from '../../../commands/index.ts';
import type { Target } from '../../../src/core/ports.ts';
import { file, paragraph, reply } from '../../../src/core/reply.ts';
import { toPlainText } from '../../../src/core/reply-text.ts';
import type { Instant } from '../../../src/core/time.ts';
import { en } from '../../../src/words/en/index.ts';
import { fileCommands } from '../../support/file-commands.ts';
import { createSceneDispatch } from '../../support/scene-dispatch.ts';
import { openSlackBot, type SlackBot } from '../../support/slack-bot.ts';
import { openDesks } from '../../support/slack-desks.ts';
import { allScopes, scopesForFiles, team } from '../../support/slack-server.ts';

const refusedText = toPlainText(reply(paragraph(en.core.refused['not-admin']('lor-admin digest list'))));
const hello = reply(paragraph(['hello']));
const withPicture = reply(file({ name: 'a.png', mime: 'image/png', alt: 'A board', bytes: new Uint8Array([1]) }));
const about = { key: 'key', inDoubt: false, zone: 'UTC' } as const;

/** A use of each scope that Slack checks at the call, and whether it works. */
const uses: Readonly<Record<string, (bot: SlackBot) => Promise<boolean>>> = {
  async 'chat:write'(bot) {
    await bot.mentions('how many letters?');
    return bot.workspace.of('chat.postMessage')[0]?.answer.ok === true;
  },
  async 'im:write'({ adapter, workspace }) {
    return (await adapter.send(dmTo(workspace.maya), hello, about)).kind === 'sent';
  },
  async 'im:history'({ workspace }) {
    // Another token opened the DM: only the reading is in question.
    const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const found = await createSender(openDesks(workspace.apiUrl, logger).desks).find(
      dmTo(workspace.maya),
      'key',
      '2020-01-01T00:00:00Z' as Instant,
    );
    return found.kind === 'absent';
  },
  async 'files:write'({ adapter, workspace }) {
    await adapter.send(dmTo(workspace.maya), withPicture, about);
    return workspace.of('files.completeUploadExternal')[0]?.answer.ok === true;
  },
  async 'users:read'({ types, workspace }) {
    const said = await types('/lor-admin digest list', workspace.admin);
    return said.body?.text !== refusedText && workspace.of('users.info')[0]?.answer.ok === true;
  },
};

/** What of the manifest Slack does not deliver without the scope: no call of ours shows it. */
const delivered: Readonly<Record<string, string>> = {
  commands: 'slash_commands',
  'app_mentions:read': 'app_mention',
};

/** The same for what only a bot asks for that reads channels. */
const overheard: Readonly<Record<string, string>> = {
  'channels:history': 'message.channels',
  'groups:history': 'message.groups',
};

function dmTo(user: string): Target {
  return { kind: 'dm', account: { platform: 'slack', workspace: team, user } };
}

describe.each(allScopes)('the scope %s', (scope) => {
  const use = uses[scope];
  if (!use) {
    test('is asked for by what Slack delivers only with it', () => {
      expect(JSON.stringify(slackManifest(commands))).toContain(`"${delivered[scope]}"`);
    });
    return;
  }

  test('is enough, with the others', async () => {
    expect(await use(await openSlackBot())).toBe(true);
  });

  test('is needed: without it the feature is refused', async () => {
    const bot = await openSlackBot({ scopes: allScopes.filter((other) => other !== scope) });
    expect(await use(bot)).toBe(false);
  });
});

/** Taken from what the bot uses, not from the manifest: a scope taken out of that fails here. */
test.each([...Object.keys(uses), ...Object.keys(delivered)])('the manifest has %s', (scope) => {
  expect(scopes.map((one) => one.scope)).toContain(scope);
});

describe('the scope files:read', () => {
  /** Sends a form with a file; whether the command had it. */
  async function takesFile(granted: readonly string[]): Promise<boolean> {
    const dispatch = createSceneDispatch(fileCommands);
    const bot = await openSlackBot({ scopes: granted, commands: fileCommands, dispatch });
    const { workspace } = bot;
    await bot.types('/lor import');
    const view = workspace.of('views.open')[0]?.answer.view as Record<string, unknown>;
    const sent = await bot.sends(view, { table: [await workspace.upload('xoxp-maya', 'a.csv', 'a,b')] });
    return sent.text === '' && workspace.told[0]?.text === 'a.csv (add): a,b';
  }

  test('is asked for where a command takes a file, and nowhere else', () => {
    expect(slackManifest(fileCommands).oauth_config.scopes.bot).toContain('files:read');
    expect(slackManifest(fileCommands.filter(({ path }) => path !== 'lor import')).oauth_config.scopes.bot).toEqual(
      allScopes,
    );
    expect(fileScopes.map(({ scope }) => scope)).toEqual(['files:read']);
  });

  test('is enough, with the others', async () => {
    expect(await takesFile(scopesForFiles)).toBe(true);
  });

  test('is needed: without it the feature is refused', async () => {
    expect(await takesFile(allScopes)).toBe(false);
  });
});

test('the manifest has no scope more', () => {
  expect([...allScopes].sort()).toEqual([...Object.keys(uses), ...Object.keys(delivered)].sort());
});

test.each(Object.entries(overheard))('reading channels takes %s, for %s', (scope, event) => {
  const reading = slackManifest(commands, { readChannels: true });
  expect(reading.oauth_config.scopes.bot).toContain(scope);
  expect(reading.settings.event_subscriptions.bot_events).toContain(event);
  expect(allScopes).not.toContain(scope);
});

test('reading channels takes no scope more', () => {
  expect(readingScopes.map(({ scope }) => scope).sort()).toEqual(Object.keys(overheard).sort());
});
