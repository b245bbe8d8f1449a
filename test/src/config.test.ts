import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../src/config.ts';

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('the configuration', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toEqual({ database: 'data/lorbot.db', readChannels: false });
  });

  it('is what the environment says', () => {
    expect(readConfig({ LORBOT_DATABASE: '/var/lor.db', LOG_LEVEL: 'debug', PORT: '8080', HOME: '/root' })).toEqual({
      database: '/var/lor.db',
      logLevel: 'debug',
      port: 8080,
      readChannels: false,
    });
    expect(readConfig({ LORBOT_DATABASE: ':memory:' }).database).toBe(':memory:');
    expect(readConfig({ PORT: '65535' }).port).toBe(65_535);
  });

  it('is not disturbed by the line break at the end of a secret that came from a file', () => {
    const slack = { SLACK_BOT_TOKEN: 'xoxb-0\n', SLACK_SIGNING_SECRET: `${'f'.repeat(32)}\n`, PORT: ' 3000 ' };
    expect(readConfig(slack)).toMatchObject({
      port: 3000,
      slack: { access: { botToken: 'xoxb-0' }, signingSecret: 'f'.repeat(32) },
    });
  });

  it('counts an empty variable as not set', () => {
    expect(readConfig({ LORBOT_DATABASE: '', LOG_LEVEL: '  ', PORT: '', OTHER: undefined })).toEqual(readConfig({}));
  });

  it('tells all that is wrong with it at once, by name, with what was found and what is expected', () => {
    const wrong = { LORBOT_DATABASE: 'postgres://db', LOG_LEVEL: 'loud', PORT: 'http' };
    expect(problemsOf(wrong)).toEqual([
      'LORBOT_DATABASE takes the path of a SQLite file, not an address.',
      'LOG_LEVEL is "loud"; it takes one of trace, debug, info, warn, error, fatal, silent.',
      'PORT is "http"; it takes a port number from 1 to 65535.',
    ]);
    expect(() => readConfig(wrong)).toThrow(/problems:\n {2}LORBOT_DATABASE .*\n {2}LOG_LEVEL .*\n {2}PORT /u);
  });

  it.each(['0', '65536', '-1', '80.5', '0x50', '80 80'])('takes no port “%s”', (port) => {
    expect(problemsOf({ PORT: port })).toEqual([`PORT is "${port}"; it takes a port number from 1 to 65535.`]);
  });
});

describe('the accounts', () => {
  const slack = { SLACK_BOT_TOKEN: 'xoxb-0', SLACK_SIGNING_SECRET: 'f'.repeat(32), PORT: '3000' };
  const installing = {
    ...{ SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 's'.repeat(32), SLACK_SIGNING_SECRET: 'f'.repeat(32) },
    ...{ PORT: '3000', LORBOT_PUBLIC_URL: 'https://lorbot.example' },
  };
  const discord = { DISCORD_TOKEN: 't'.repeat(60), DISCORD_APPLICATION_ID: '1'.repeat(18) };

  it('may both be there, or none', () => {
    expect(readConfig({ ...slack, ...discord })).toMatchObject({
      slack: { access: { botToken: 'xoxb-0' } },
      discord: { applicationId: '1'.repeat(18) },
    });
    expect(readConfig({})).toMatchObject({ slack: undefined, discord: undefined });
  });

  it('has what comes with installing and with requests over HTTP', () => {
    const more = { ...installing, DISCORD_PUBLIC_KEY: 'AB'.repeat(32), LORBOT_READ_CHANNELS: 'on' };
    expect(readConfig({ ...discord, ...more })).toMatchObject({
      readChannels: true,
      slack: {
        access: { clientId: '1.2', clientSecret: 's'.repeat(32), publicUrl: 'https://lorbot.example' },
        signingSecret: 'f'.repeat(32),
      },
      discord: { publicKey: 'AB'.repeat(32) },
    });
  });

  it.each([
    [{ SLACK_BOT_TOKEN: 'xoxb-0' }, 'SLACK_APP_TOKEN'],
    [{ SLACK_APP_TOKEN: 'xapp-0' }, 'SLACK_BOT_TOKEN'],
    [{ SLACK_BOT_TOKEN: 'xoxb-0', SLACK_SIGNING_SECRET: 'f'.repeat(32) }, 'PORT'],
    [{ DISCORD_TOKEN: 't'.repeat(60) }, 'DISCORD_APPLICATION_ID'],
    [{ DISCORD_APPLICATION_ID: '1'.repeat(18) }, 'DISCORD_TOKEN'],
    [{ ...slack, SLACK_CLIENT_ID: '1.2' }, 'SLACK_CLIENT_SECRET'],
    [{ ...slack, SLACK_CLIENT_SECRET: 's'.repeat(32) }, 'SLACK_CLIENT_ID'],
    [{ ...installing, SLACK_BOT_TOKEN: 'xoxb-0' }, 'set one of the two'],
    [{ ...installing, SLACK_APP_TOKEN: 'xapp-0' }, 'set one of the two'],
    [{ ...installing, LORBOT_PUBLIC_URL: '' }, 'LORBOT_PUBLIC_URL is missing'],
    [{ ...installing, SLACK_SIGNING_SECRET: '' }, 'SLACK_SIGNING_SECRET is missing'],
    [{ ...installing, PORT: '' }, 'PORT is missing'],
    [{ ...slack, SLACK_CLIENT_ID: 'one', SLACK_CLIENT_SECRET: 's'.repeat(32) }, 'SLACK_CLIENT_ID'],
    [{ ...discord, DISCORD_PUBLIC_KEY: 'f'.repeat(63) }, 'DISCORD_PUBLIC_KEY'],
    [{ ...discord, DISCORD_PUBLIC_KEY: '0'.repeat(64) }, 'zeros would let in anybody'],
    [{ DISCORD_PUBLIC_KEY: 'f'.repeat(64) }, 'DISCORD_TOKEN is missing beside DISCORD_PUBLIC_KEY'],
    [{ LORBOT_READ_CHANNELS: 'yes' }, 'LORBOT_READ_CHANNELS'],
    [{ LORBOT_PUBLIC_URL: 'https://a.example/x?y=1#z' }, 'LORBOT_PUBLIC_URL'],
    [{ ...slack, SLACK_AUTHORIZE_URL: 'slack.com' }, 'SLACK_AUTHORIZE_URL'],
    [{ ...discord, DISCORD_API_URL: 'nowhere' }, 'DISCORD_API_URL'],
  ])('%j lacks or misuses %s', (environment, name) => {
    expect(() => readConfig(environment)).toThrow(name);
  });

  it('C13: an empty public key is none, so that nothing is open that it would have to guard', () => {
    expect(readConfig({ ...discord, PORT: '3000', DISCORD_PUBLIC_KEY: ' ' }).discord?.publicKey).toBeUndefined();
  });

  it('does not repeat the password of an address', () => {
    const [problem] = problemsOf({ LORBOT_DATABASE: 'postgres://user:hunter2@host/db' });
    expect(problem).toContain('LORBOT_DATABASE');
    expect(problem).not.toContain('hunter2');
  });

  it('never repeats a secret', () => {
    const wrong = { SLACK_BOT_TOKEN: 'my-secret-1', SLACK_SIGNING_SECRET: 'secret-2', DISCORD_TOKEN: 'secret-3' };
    expect(problemsOf(wrong).join()).not.toMatch(/secret-\d/u);
    expect(problemsOf(wrong).length).toBeGreaterThan(1);
  });
});
