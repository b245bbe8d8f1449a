import { describe, expect, test } from 'vitest';
import { paragraph, reply } from '../../../src/core/reply.ts';
import type { Zone } from '../../../src/core/time.ts';
import { openSlackBot, type SlackBot } from '../../support/slack-bot.ts';
import { allScopes, team } from '../../support/slack-server.ts';

const elsewhere = 'T0ELSEWHERE';

function sendsTo(bot: SlackBot, user: string) {
  const about = { key: 'k1', inDoubt: false, zone: 'UTC' as Zone };
  return bot.adapter.send({ kind: 'dm', account: { platform: 'slack', workspace: team, user } }, hello, about);
}

function setupForm({ workspace }: SlackBot) {
  return workspace.of('views.open').at(-1)?.answer.view as Record<string, unknown>;
}

const hello = reply(paragraph(['hello']));

test.each([
  ['another organisation', { enterprise_user: { enterprise_id: 'E0OTHER' } }, 'you come from another one'],
  ['another workspace of the same one', { enterprise_user: { enterprise_id: 'E0OURS' } }, 'do not track any letters'],
])('S12 S15: in an organisation that has the app as a whole, somebody of %s', async (_, user, said) => {
  const bot = await openSlackBot();
  bot.workspace.breaks('users.info', { status: 200, body: JSON.stringify({ ok: true, user }) });
  const button = { action_id: '1', type: 'button', value: 'b|lor list' };
  const organisation = { is_enterprise_install: true, enterprise: { id: 'E0OURS' } };
  await bot.presses(button, 'U0ELSEWHERE', { ...organisation, user: { id: 'U0ELSEWHERE', team_id: elsewhere } });
  expect(bot.workspace.told.at(-1)).toMatchObject({ text: expect.stringContaining(said) });
});

/** Slack says of guests nothing in what they send; of people of another organisation it says whose they are. */
test('S15: somebody of another organisation is answered questions in a shared channel, and nothing else', async () => {
  const bot = await openSlackBot();
  await bot.mentions('how many letters do I need?', { user_team: elsewhere, ts: '5.5' }, 'U0STRANGER');
  expect(bot.workspace.of('chat.postMessage')).toHaveLength(1);
  const button = { action_id: '1', type: 'button', value: 'b|lor list' };
  await bot.presses(button, 'U0STRANGER', { user: { id: 'U0STRANGER', team_id: elsewhere } });
  expect(bot.workspace.told.at(-1)).toMatchObject({ text: expect.stringContaining('you come from another one') });
});

test.each(['user_disabled', 'user_not_found', 'users_not_found', 'user_not_visible', 'cannot_dm_bot'])(
  'S15: a DM to somebody who is gone (%s) is refused for good, once, and said nowhere else',
  async (error) => {
    const bot = await openSlackBot();
    bot.workspace.breaks('conversations.open', { error });
    expect(await sendsTo(bot, bot.workspace.noah)).toEqual({ kind: 'refused', closed: true, reason: error });
    expect(bot.workspace.of('chat.postMessage')).toEqual([]);
  },
);

test('S15: a scope that lacks is named to whoever can add it, and each command still answers', async () => {
  const bot = await openSlackBot({ scopes: allScopes.filter((scope) => scope !== 'im:write') });
  expect(await sendsTo(bot, bot.workspace.noah)).toEqual({
    kind: 'refused',
    reason: 'the app lacks a permission; install it again (missing_scope)',
  });
  expect((await bot.types('/lor add Dr. Chen')).body?.text).toContain('Dr. Chen');
});

describe('a group of helpers', () => {
  test.each(['@helpers', 'helpers'])(
    'that a form has by its name, %s, would never be called: the form says so',
    async (helpers) => {
      const bot = await openSlackBot();
      await bot.types('/lor-admin setup', bot.workspace.admin);
      const said = await bot.sends(setupForm(bot), { helpers }, bot.workspace.admin);
      expect(said.body).toMatchObject({ response_action: 'errors', errors: { helpers: expect.any(String) } });
      expect(JSON.stringify(setupForm(bot))).toContain('/lor-admin setup helpers:@helpers');
    },
  );

  test.each(['S0HELPERS1', '', 'none'])('that a form has by its id, or not at all, is taken: %j', async (helpers) => {
    const bot = await openSlackBot();
    await bot.types('/lor-admin setup', bot.workspace.admin);
    expect((await bot.sends(setupForm(bot), { helpers }, bot.workspace.admin)).body).toBeUndefined();
    expect(bot.workspace.told.at(-1)?.text).toContain(
      helpers.startsWith('S') ? '@S0HELPERS1' : 'Called there: not set',
    );
  });

  test('is taken by its name in the command that the form names, too', async () => {
    const bot = await openSlackBot();
    const typed = '/lor-admin setup helpers:<!subteam^S0HELPERS1|@helpers>';
    expect((await bot.types(typed, bot.workspace.admin)).body?.text).toContain('@S0HELPERS1');
  });

  test('is told to be none where Slack does not know it, rather than dropped without a word', async () => {
    const bot = await openSlackBot();
    await bot.types('/lor-admin settings helpers:@helprs', bot.workspace.admin);
    expect(JSON.stringify(setupForm(bot))).toContain('@helprs');
    await bot.types('/lor-admin setup helpers:@helprs', bot.workspace.admin);
    expect(bot.workspace.of('views.open')).toHaveLength(2);
  });
});
