import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readingScopes, scopes, slackManifest } from '../../../adapters/slack/manifest.ts';
import { commands } from '../../../commands/index.ts';

const file = new URL('../../../docs/slack-manifest.json', import.meta.url);

/** `UPDATE_MANIFEST=1` writes the file anew. */
test('the manifest in the documents is what the declarations say', () => {
  const printed = `${JSON.stringify(slackManifest(commands), undefined, 2)}\n`;
  if (process.env.UPDATE_MANIFEST) writeFileSync(file, printed);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(printed));
});

test('without an address it asks for Socket Mode, with one for requests', () => {
  expect(slackManifest(commands).settings.socket_mode_enabled).toBe(true);
  expect(JSON.stringify(slackManifest(commands))).not.toContain('url');
  const { settings, features } = slackManifest(commands, { publicUrl: 'https://bot.example.org/' });
  expect(settings).toMatchObject({
    socket_mode_enabled: false,
    event_subscriptions: { request_url: 'https://bot.example.org/slack/events' },
    interactivity: { is_enabled: true, request_url: 'https://bot.example.org/slack/events' },
  });
  for (const command of features.slash_commands) expect(command.url).toBe('https://bot.example.org/slack/events');
});

test('both roots are commands, with what can follow', () => {
  const { slash_commands } = slackManifest(commands).features;
  expect(slash_commands.map(({ command }) => command)).toEqual(['/lor', '/lor-admin']);
  expect(slash_commands[0]?.usage_hint).toContain('ask | topics | suggest | today | add');
  expect(slash_commands[1]?.usage_hint).toBe(
    'setup | channel | digest | deadline | pack | settings | gaps | answer | role',
  );
  for (const { description, usage_hint } of slash_commands) {
    expect(description.length).toBeLessThanOrEqual(2000);
    expect(usage_hint.length).toBeLessThanOrEqual(1000);
  }
});

test('every scope has its feature', () => {
  for (const { scope, feature } of scopes) expect(`${scope} ${feature}`).toMatch(/^\S+ \S+/u);
  for (const { scope } of scopes) expect(slackManifest(commands).oauth_config.scopes.bot).toContain(scope);
});

test('the documents name every scope', () => {
  const page = readFileSync(new URL('../../../docs/slack.md', import.meta.url), 'utf8');
  const rows = [...page.matchAll(/^\| `([a-z_]+(?::[a-z]+)?)` \| (?!The)/gmu)].map(([, scope]) => scope);
  expect(rows).toEqual(slackManifest(commands).oauth_config.scopes.bot);
});

test('what people say to each other it asks to hear only where the operator reads channels', () => {
  const usual = slackManifest(commands);
  const reading = slackManifest(commands, { readChannels: true });
  const heard = ['message.channels', 'message.groups'];
  const more = ['channels:history', 'groups:history'];
  expect(readingScopes.map(({ scope }) => scope)).toEqual(more);
  expect(JSON.stringify(usual)).not.toMatch(/message\.(?:channels|groups)|(?:channels|groups):history/u);
  expect(reading.oauth_config.scopes.bot).toEqual([...usual.oauth_config.scopes.bot, ...more]);
  expect(reading.settings.event_subscriptions.bot_events).toEqual([
    ...usual.settings.event_subscriptions.bot_events,
    ...heard,
  ]);
});

test('“Answer this” stands in the menu of messages, and no button’s command among those to type', () => {
  const { shortcuts, slash_commands } = slackManifest(commands).features;
  expect(shortcuts).toEqual([
    { name: 'Answer this', type: 'message', callback_id: 'answer_this', description: expect.any(String) },
  ]);
  expect(shortcuts[0]?.name.length).toBeLessThanOrEqual(24);
  expect(slash_commands.map(({ usage_hint }) => usage_hint).join()).not.toMatch(/privately|take-back|vote/u);
});

test('an app for many workspaces says where they come back to, and lets tokens end', () => {
  const one = slackManifest(commands, { publicUrl: 'https://bot.example.org' });
  expect(one.settings).toMatchObject({ org_deploy_enabled: false, token_rotation_enabled: false });
  expect(one.oauth_config).not.toHaveProperty('redirect_urls');
  const many = slackManifest(commands, { publicUrl: 'https://bot.example.org/', many: true });
  expect(many.settings).toMatchObject({ org_deploy_enabled: true, token_rotation_enabled: true });
  expect(many.oauth_config).toMatchObject({ redirect_urls: ['https://bot.example.org/slack/oauth'] });
});
