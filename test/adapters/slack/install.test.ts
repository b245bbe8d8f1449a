import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Target } from '../../../src/core/ports.ts';
import { paragraph, reply } from '../../../src/core/reply.ts';
import type { Zone } from '../../../src/core/time.ts';
import { type InstalledBot, openInstalledBot, publicUrl, teams } from '../../support/slack-installed.ts';
import { botUser } from '../../support/slack-server.ts';

const [harvard, yale] = teams;
const hello = reply(paragraph(['hello']));

function about(key: string) {
  return { key, inDoubt: false, zone: 'UTC' as Zone };
}

function letters({ world }: InstalledBot, team: string): Target {
  return { kind: 'channel', platform: 'slack', workspace: team, channel: world.workspace(team).letters };
}

function isGreeting({ text = '' }: Readonly<Record<string, string>>): boolean {
  return text.startsWith('Thank you for bringing me here');
}

/** The tokens with which something was posted, in their order. */
function postedWith({ world }: InstalledBot): readonly (string | undefined)[] {
  const posts = world.calls.filter(({ method, sent }) => method === 'chat.postMessage' && !isGreeting(sent));
  return posts.map(({ team }) => team);
}

function mention(bot: InstalledBot, team: string) {
  return {
    ...{ type: 'app_mention', user: 'U000000001', text: `<@${botUser}> how many letters do I need?` },
    ...{ ts: `${Math.random()}`, channel: bot.world.workspace(team).letters },
  };
}

describe('a workspace that installs the app', () => {
  test('is led from a page to Slack and back, and is answered with its own token', async () => {
    const bot = await openInstalledBot();
    const landing = await bot.call('GET', '/slack/install', { 'accept-language': 'fr-CA,fr;q=0.9' });
    expect(landing.body).toContain('Ajouter à Slack');
    expect(landing.body).toContain(`href="${publicUrl}/slack/install/begin"`);

    const { asked } = await bot.begins();
    expect(asked.searchParams.get('redirect_uri')).toBe(`${publicUrl}/slack/oauth`);
    expect(asked.searchParams.get('scope')?.split(',')).toContain('chat:write');
    for (const team of teams) {
      const done = await bot.installs(team);
      expect([done.status, done.body]).toEqual([200, expect.stringContaining('lorbot is in your workspace')]);
      expect(done.body).toContain(`team=${team}`);
    }
    for (const team of teams) await bot.happens(team, mention(bot, team));
    expect(postedWith(bot)).toEqual([harvard, yale]);
    expect(await bot.adapter().send(letters(bot, yale), hello, about('1'))).toMatchObject({ kind: 'sent' });
    expect(postedWith(bot)).toEqual([harvard, yale, yale]);
  });

  test('is greeted in a DM to whoever installed it, with the form as the next step', async () => {
    const bot = await openInstalledBot();
    await bot.installs(harvard);
    await bot.bot().stop();
    const workspace = bot.world.workspace(harvard);
    const [greeting] = workspace.of('chat.postMessage');
    expect(workspace.of('conversations.open')[0]?.sent.users).toBe(workspace.admin);
    expect(greeting?.sent.text).toContain('Thank you for bringing me here');
    expect(greeting?.sent.blocks).toContain('lor-admin setup');
    await bot.restarts();
  });

  test('is kept over a restart, and its token lies sealed', async () => {
    const bot = await openInstalledBot();
    await bot.installs(harvard);
    await bot.restarts();
    expect(await bot.adapter().send(letters(bot, harvard), hello, about('1'))).toMatchObject({ kind: 'sent' });
    const [token = ''] = bot.world.issued.keys();
    const bytes = ['', '-wal'].map((end) => readFileSync(bot.file.path + end).toString('latin1')).join('');
    expect(bytes).toContain('adapter_state');
    expect([bytes.includes(token), JSON.stringify(bot.log).includes(token)]).toEqual([false, false]);
  });

  test('is not known before: nothing is sent there, and commands are answered all the same', async () => {
    const bot = await openInstalledBot();
    const held = await bot.adapter().send(letters(bot, harvard), hello, about('1'));
    expect(held).toMatchObject({ kind: 'retry', holds: 'workspace', reason: expect.stringContaining('not installed') });
    expect(JSON.stringify(await bot.types('/lor help', harvard))).toContain('/lor add');
    expect(await bot.adapter().isIn(harvard)).toBe('unknown');
  });
});

describe('S11: a consent that comes back', () => {
  test.each<[string, (bot: InstalledBot) => Promise<{ readonly url: URL; readonly cookie: string }>]>([
    [
      'without a state',
      async (bot) => {
        const { asked, cookie } = await bot.begins();
        const url = await bot.world.consents(asked, harvard);
        url.searchParams.delete('state');
        return { url, cookie };
      },
    ],
    [
      'with a state that was changed',
      async (bot) => {
        const { asked, cookie } = await bot.begins();
        asked.searchParams.set('state', String(asked.searchParams.get('state')).replace(/\.(\d)/u, '.9$1'));
        return { url: await bot.world.consents(asked, harvard), cookie };
      },
    ],
    [
      'in another browser',
      async (bot) => {
        const [{ asked }, { cookie }] = [await bot.begins(), await bot.begins()];
        return { url: await bot.world.consents(asked, harvard), cookie };
      },
    ],
    [
      'in a browser that remembers nothing',
      async (bot) => ({ url: await bot.world.consents((await bot.begins()).asked, harvard), cookie: '' }),
    ],
    [
      'after more than ten minutes',
      async (bot) => {
        const { asked, cookie } = await bot.begins();
        bot.clock.passes(10 * 60_000 + 1_000);
        return { url: await bot.world.consents(asked, harvard), cookie };
      },
    ],
  ])('%s installs nothing', async (_, prepare) => {
    const bot = await openInstalledBot();
    const { url, cookie } = await prepare(bot);
    const answer = await bot.call('GET', url, { cookie });
    expect([answer.status, answer.body]).toEqual([400, expect.stringContaining('Nothing was installed')]);
    expect([...bot.world.issued]).toEqual([]);
  });

  test('a second time installs nothing more, also after a restart', async () => {
    const bot = await openInstalledBot();
    const { asked, cookie } = await bot.begins();
    const [once, twice] = [await bot.world.consents(asked, harvard), await bot.world.consents(asked, yale)];
    expect((await bot.call('GET', once, { cookie })).status).toBe(200);
    await bot.restarts();
    expect((await bot.call('GET', twice, { cookie })).status).toBe(400);
    expect([...bot.world.issued.values()].map(({ team }) => team)).toEqual([harvard]);
  });

  test('with a no, or while Slack is away, says so and installs nothing', async () => {
    const bot = await openInstalledBot();
    expect((await bot.call('GET', '/slack/oauth?error=access_denied')).body).toContain('Nothing was installed');
    bot.world.goesAway((method) => method === 'oauth.v2.access');
    const failed = await bot.installs(harvard);
    expect([failed.status, failed.body]).toEqual([502, expect.stringContaining('try again')]);
    expect([...bot.world.issued]).toEqual([]);
    bot.world.goesAway(undefined);
    expect((await bot.installs(harvard)).status).toBe(200);
  });

  test('cannot put markup into the page', async () => {
    const bot = await openInstalledBot();
    const { body } = await bot.call('GET', '/slack/oauth?error=%3Cscript%3E&state=%3Cscript%3E&code=%3Cscript%3E');
    expect(body).not.toContain('<script>');
  });
});

describe('a workspace that removes the app', () => {
  const uninstalled = { type: 'app_uninstalled' };
  const revoked = { type: 'tokens_revoked', tokens: { bot: [botUser] } };

  test.each([
    ['uninstalled, then revoked', [uninstalled, revoked]],
    ['revoked, then uninstalled', [revoked, uninstalled]],
  ])('S8: its token is forgotten: %s', async (_, events) => {
    const bot = await openInstalledBot();
    await bot.installs(harvard);
    await bot.installs(yale);
    bot.clock.passes(5_000);
    const event_time = Math.floor((Date.now() + bot.clock.later()) / 1_000);
    for (const event of events) expect(await bot.happens(harvard, event, { event_time })).toEqual({ status: 200 });
    expect(await bot.store().get(harvard, 'installation')).toBeUndefined();
    expect(await bot.adapter().send(letters(bot, harvard), hello, about('1'))).toMatchObject({ kind: 'retry' });
    expect(await bot.adapter().send(letters(bot, yale), hello, about('2'))).toMatchObject({ kind: 'sent' });
  });

  test('S9: and installs it again is not removed by word of the first time that comes late', async () => {
    const bot = await openInstalledBot();
    await bot.installs(harvard);
    bot.clock.passes(5_000);
    const event_time = Math.floor((Date.now() + bot.clock.later()) / 1_000);
    bot.clock.passes(60_000);
    await bot.installs(harvard);
    for (const event of [uninstalled, revoked]) await bot.happens(harvard, event, { event_time });
    expect(await bot.adapter().send(letters(bot, harvard), hello, about('1'))).toMatchObject({ kind: 'sent' });
  });
});

describe('a token that ends', () => {
  const nearlyOver = 11 * 60 * 60_000;

  async function openRotating() {
    const bot = await openInstalledBot();
    bot.world.rotate();
    await bot.installs(harvard);
    const [first = ''] = bot.world.issued.keys();
    return { ...bot, first, sends: (key: string) => bot.adapter().send(letters(bot, harvard), hello, about(key)) };
  }

  test('S10: is exchanged once, however many calls want it, and the old one is not used again', async () => {
    const bot = await openRotating();
    bot.clock.passes(nearlyOver);
    const sent = await Promise.all(Array.from({ length: 40 }, (_, index) => bot.sends(`k${index}`)));
    expect(sent.every(({ kind }) => kind === 'sent')).toBe(true);
    // One for the installation, and one more.
    expect(bot.world.calls.filter(({ method }) => method === 'oauth.v2.access')).toHaveLength(2);
    const posts = bot.world.calls.filter(
      ({ method, sent: what }) => method === 'chat.postMessage' && !isGreeting(what),
    );
    const used = posts.map(({ token }) => token);
    expect(used).not.toContain(bot.first);
    await bot.restarts();
    expect(await bot.sends('later')).toMatchObject({ kind: 'sent' });
    expect(bot.world.issued.size).toBe(2);
  });

  test('is good until its end while Slack cannot exchange it', async () => {
    const bot = await openRotating();
    bot.clock.passes(nearlyOver);
    bot.world.goesAway((method) => method === 'oauth.v2.access');
    expect(await bot.sends('1')).toMatchObject({ kind: 'sent' });
    bot.world.goesAway(undefined);
    bot.clock.passes(2 * 60_000);
    expect(await bot.sends('2')).toMatchObject({ kind: 'sent' });
    expect(bot.world.issued.size).toBe(2);
  });

  test('S10: leaves a pair that the store cannot take just now in memory, and stores it later', async () => {
    const bot = await openRotating();
    bot.clock.passes(nearlyOver);
    const { set } = bot.store();
    Object.assign(bot.store(), { set: async () => Promise.reject(new Error('busy')) });
    expect(await bot.sends('1')).toMatchObject({ kind: 'sent' });
    Object.assign(bot.store(), { set });
    expect(await bot.sends('2')).toMatchObject({ kind: 'sent' });
    await bot.restarts();
    bot.world.kills(bot.first, 'token_expired');
    expect(await bot.sends('3')).toMatchObject({ kind: 'sent' });
    expect(bot.world.issued.size).toBe(2);
  });

  /** A pair that the store could not take is in memory alone. */
  async function openUnsaved() {
    const bot = await openRotating();
    // With that the greeting is over, which would store it.
    await bot.restarts();
    bot.clock.passes(nearlyOver);
    const { set } = bot.store();
    Object.assign(bot.store(), { set: async () => Promise.reject(new Error('busy')) });
    await bot.sends('1');
    Object.assign(bot.store(), { set });
    return bot;
  }

  test('S10: and could not be stored gives way to that of another installation', async () => {
    const bot = await openUnsaved();
    await bot.installs(harvard);
    await bot.sends('2');
    await bot.restarts();
    await bot.sends('3');
    const [first, exchanged, again] = bot.world.issued.keys();
    const posts = bot.world.calls.filter(({ method, sent }) => method === 'chat.postMessage' && !isGreeting(sent));
    expect(posts.map(({ token }) => token)).toEqual([exchanged, again, again]);
    expect(first).toBe(bot.first);
  });

  test('S8: and could not be stored is forgotten when the app is removed', async () => {
    const bot = await openUnsaved();
    const event_time = Math.floor((Date.now() + bot.clock.later()) / 1_000);
    await bot.happens(harvard, { type: 'app_uninstalled' }, { event_time });
    expect(await bot.sends('2')).toMatchObject({ kind: 'retry', holds: 'workspace' });
    expect(await bot.store().get(harvard, 'installation')).toBeUndefined();
  });

  test('S7: or is taken back stops its own workspace alone, and health stays well', async () => {
    const bot = await openRotating();
    await bot.installs(yale);
    bot.world.kills(bot.first, 'invalid_auth');
    expect(await bot.sends('1')).toMatchObject({ kind: 'retry', holds: 'workspace' });
    expect(await bot.adapter().send(letters(bot, yale), hello, about('2'))).toMatchObject({ kind: 'sent' });
    expect(bot.adapter().health()).toEqual({ up: true });
    expect((await bot.installs(harvard)).status).toBe(200);
    expect(await bot.sends('3')).toMatchObject({ kind: 'sent' });
  });
});

describe('S12: an organisation that installs the app for all of its workspaces', () => {
  const organisation = 'E0000000O1';
  const everywhere = {
    enterprise_id: organisation,
    is_enterprise_install: true,
    authorizations: [
      { enterprise_id: organisation, team_id: null, user_id: botUser, is_bot: true, is_enterprise_install: true },
    ],
  };

  test('is answered in each with the one token, and posts go there, too', async () => {
    const bot = await openInstalledBot();
    const done = await bot.installs(harvard, organisation);
    expect(done.status).toBe(200);
    expect(done.body).not.toContain('app_redirect');
    expect(await bot.happens(harvard, mention(bot, harvard), everywhere)).toEqual({ status: 200 });
    expect(postedWith(bot)).toEqual([harvard]);
    await bot.restarts();
    expect(await bot.adapter().send(letters(bot, harvard), hello, about('1'))).toMatchObject({ kind: 'sent' });
  });

  test('is not removed when one of its workspaces is told to be', async () => {
    const bot = await openInstalledBot();
    await bot.installs(harvard, organisation);
    bot.clock.passes(5_000);
    const event_time = Math.floor((Date.now() + bot.clock.later()) / 1_000);
    await bot.happens(yale, { type: 'app_uninstalled' }, { event_time, enterprise_id: organisation });
    expect(await bot.store().get(organisation, 'installation')).toBeDefined();
    await bot.happens(yale, { type: 'app_uninstalled' }, { ...everywhere, event_time });
    expect(await bot.store().get(organisation, 'installation')).toBeUndefined();
  });
});
