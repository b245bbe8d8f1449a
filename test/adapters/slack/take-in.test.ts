import { App } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import { type Caller, callerOf, takeIn } from '../../../adapters/slack/take-in.ts';
import { type LogLine, recordingLogger } from '../../support/discord-adapter.ts';

const command = { command: '/lor', text: 'help', team_id: 'T1', user_id: 'U1', trigger_id: '1.1' };
const mention = { type: 'event_callback', team_id: 'T1', event_id: 'Ev1', event: { type: 'app_mention', user: 'U1' } };

/** What Slack is told of a request that is handled like this. */
async function told(body: Record<string, unknown>, handler: (caller: Caller) => Promise<unknown>) {
  const heard: unknown[] = [];
  const logged: LogLine[] = [];
  const app = new App({
    authorize: async () => ({}),
    receiver: { init: () => undefined, start: async () => undefined, stop: async () => undefined },
  });
  app.error(async (error) => {
    throw error;
  });
  app.command('/lor', async ({ context }) => void (await handler(callerOf(context))));
  app.event('app_mention', async ({ context }) => void (await handler(callerOf(context))));
  const caller: Caller = {
    async acknowledge(said) {
      heard.push(said ?? 'acknowledged');
      return true;
    },
    refuse: () => void heard.push('refused'),
  };
  await takeIn(app, body, caller, recordingLogger(logged));
  return { heard, logged: logged.map(({ message }) => message) };
}

describe.each([
  ['a command', command],
  ['an event', mention],
] as const)('S16: %s', (_, body) => {
  test('that is acknowledged twice is acknowledged once, with what was said first', async () => {
    const { heard } = await told(body, async ({ acknowledge }) => {
      await acknowledge('first');
      await acknowledge('second');
    });
    expect(heard).toEqual(['first']);
  });

  test('that is never acknowledged is so at the end of the work', async () => {
    expect((await told(body, async () => undefined)).heard).toEqual(['acknowledged']);
  });

  test('whose handler throws before it acknowledged comes again', async () => {
    const { heard, logged } = await told(body, async () => {
      throw new Error('out of order');
    });
    expect(heard).toEqual(['refused']);
    expect(logged).toEqual(['a request of Slack failed']);
  });

  test('whose handler throws afterwards does not come again, and the log says so', async () => {
    const { heard, logged } = await told(body, async ({ acknowledge }) => {
      await acknowledge();
      throw new Error('out of order');
    });
    expect(heard).toEqual(['acknowledged']);
    expect(logged).toEqual(['a request of Slack failed']);
  });

  test('that is refused and acknowledged is refused', async () => {
    const { heard } = await told(body, async ({ acknowledge, refuse }) => {
      refuse();
      await acknowledge();
      refuse();
    });
    expect(heard).toEqual(['refused']);
  });
});
