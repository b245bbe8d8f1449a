import { describe, expect, test } from 'vitest';
import { receiveRemoval } from '../../../adapters/slack/receive.ts';
import type { Dispatch, Presence } from '../../../src/core/ports.ts';
import { toPlainText } from '../../../src/core/reply-text.ts';
import { addMilliseconds } from '../../../src/dates/calendar.ts';
import { openSlackBot, type SlackBot } from '../../support/slack-bot.ts';
import { team } from '../../support/slack-server.ts';

const uninstalled = { type: 'app_uninstalled' };
const botRevoked = { type: 'tokens_revoked', tokens: { bot: ['U0LORBOT01'] } };
const gone = { error: 'account_inactive' } as const;
const seconds = () => Math.floor(Date.now() / 1_000);

async function daysPass(bot: SlackBot, days: number): Promise<void> {
  await bot.playTo(addMilliseconds(bot.clock.now(), days * 24 * 60 * 60_000), async () => undefined);
}

/** Whether the letter that maya added is still there; asked past Slack, whose clock does not jump. */
async function keepsLetter({ bot, workspace }: SlackBot): Promise<boolean> {
  const outcome = await bot.dispatch({
    delivery: `later-${Math.random()}`,
    account: { platform: 'slack', workspace: team, user: workspace.maya },
    community: team,
    place: { kind: 'dm' },
    administrator: false,
    request: { kind: 'typed', text: 'lor list' },
  });
  return 'reply' in outcome && toPlainText(outcome.reply).includes('Dr. Chen');
}

async function withLetter(): Promise<SlackBot> {
  const bot = await openSlackBot();
  await bot.types('/lor add Dr. Chen');
  return bot;
}

describe('a workspace that uninstalls the app', () => {
  test.each([
    ['the two events of it', [uninstalled, botRevoked]],
    ['the two in the other order', [botRevoked, uninstalled]],
    ['one that came alone', [uninstalled]],
    ['that the bot’s token was revoked', [botRevoked]],
  ])('takes its members’ letters along thirty days later, by %s', async (_, events) => {
    const bot = await withLetter();
    for (const event of events) expect(await bot.tellsApp(event, seconds())).toMatchObject({ status: 200, text: '' });
    bot.workspace.breaks('auth.test', gone, gone);
    await daysPass(bot, 29);
    await daysPass(bot, 2);
    expect(bot.workspace.left('auth.test')).toBe(0);
    expect(await keepsLetter(bot)).toBe(false);
  });

  test('keeps them when it installs the app again, and nobody uses it', async () => {
    const bot = await withLetter();
    await bot.tellsApp(uninstalled, seconds());
    await daysPass(bot, 31);
    expect(bot.workspace.of('auth.test').length).toBeGreaterThan(1);
    expect(await keepsLetter(bot)).toBe(true);
  });

  test('keeps them when the event of it comes late, after the app was used again', async () => {
    const bot = await withLetter();
    expect(await bot.tellsApp(uninstalled, seconds() - 600)).toMatchObject({ status: 200, text: '' });
    // Thirty days count from the first time that Slack says so, which is now.
    bot.workspace.breaks('auth.test', gone);
    await daysPass(bot, 31);
    expect(await keepsLetter(bot)).toBe(true);
  });

  test('keeps them when somebody uses the app after it', async () => {
    const bot = await withLetter();
    await bot.tellsApp(uninstalled, seconds());
    await bot.opensHome();
    bot.workspace.breaks('auth.test', gone);
    await daysPass(bot, 31);
    expect(await keepsLetter(bot)).toBe(true);
  });

  test('loses nothing while Slack cannot be asked, or does not know the token', async () => {
    const bot = await withLetter();
    await bot.tellsApp(uninstalled, seconds());
    bot.workspace.breaks('auth.test', 'drop', { error: 'invalid_auth' });
    await daysPass(bot, 31);
    await daysPass(bot, 1);
    expect(bot.workspace.left('auth.test')).toBe(0);
    expect(await keepsLetter(bot)).toBe(true);
  });
});

test('a removal that could not be noted is to be told again', async () => {
  const told: Presence[] = [];
  const dispatch: Dispatch = Object.assign(async () => ({ kind: 'silent' }) as const, {
    suggest: async () => [],
    presence: async (one: Presence) => told.push(one) > 1,
  });
  const bot = await openSlackBot({ dispatch });
  expect((await bot.tellsApp(uninstalled, 1_800_000_000)).status).toBe(503);
  expect((await bot.tellsApp(uninstalled, 1_800_000_000)).status).toBe(200);
  const removal = { platform: 'slack', workspace: team, present: false, at: '2027-01-15T08:00:00.999Z' };
  expect(told).toEqual([removal, removal]);
});

describe('whether the bot is in a workspace', () => {
  test.each([
    ['the token is good there', team, undefined, 'in'],
    ['the token is good in another', 'T000000002', undefined, 'out'],
    ['the app was removed', team, gone, 'out'],
    ['the token was revoked', team, { error: 'token_revoked' }, 'out'],
    ['the token may be mistyped', team, { error: 'invalid_auth' }, 'unknown'],
    ['Slack is down', team, { status: 503 }, 'unknown'],
    ['Slack does not answer', team, 'drop', 'unknown'],
  ] as const)('where %s', async (_, workspace, fault, answer) => {
    const bot = await openSlackBot();
    await bot.types('/lor list');
    if (fault) bot.workspace.breaks('auth.test', fault);
    expect(await bot.adapter.isIn(workspace)).toBe(answer);
  });
});

test.each([
  ['tokens of people', { type: 'tokens_revoked', tokens: { oauth: ['U1'] } }, {}],
  ['no bot’s token', { type: 'tokens_revoked', tokens: { bot: [], oauth: ['U1'] } }, {}],
  ['another event', { type: 'app_home_opened' }, {}],
  ['a whole organisation', uninstalled, { team_id: null, enterprise_id: 'E1' }],
  ['no time', uninstalled, { event_time: undefined }],
  ['a time that is none', uninstalled, { event_time: 1e300 }],
])('%s is no removal from a workspace', (_, event, more) => {
  expect(receiveRemoval({ type: 'event_callback', team_id: team, event_time: 1_800_000_000, event, ...more })).toBe(
    undefined,
  );
  expect(receiveRemoval({ team_id: team, event_time: 1_800_000_000, event: uninstalled })).toBeDefined();
});
