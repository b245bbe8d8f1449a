import { describe, expect, onTestFinished, test } from 'vitest';
import { StoreBusy } from '../../../src/core/errors.ts';
import type { AdapterStore } from '../../../src/core/ports.ts';
import { ageQuestions, killedBeforeDone, openQuestions } from '../../support/killed.ts';
import { openSlackBot, type SlackBot } from '../../support/slack-bot.ts';
import { allScopes, botUser, scopesToRead, type Workspace } from '../../support/slack-server.ts';
import { openWorkspace } from '../../support/slack-workspace.ts';
import { temporaryDatabase } from '../../support/terminal.ts';

const question = 'how many letters do I need?';

/** What the bot said for all to read. */
const posts = (workspace: Workspace) => workspace.of('chat.postMessage').filter(({ answer }) => answer.ok);

async function stage(scopes: readonly string[] = allScopes) {
  const workspace = await openWorkspace(scopes);
  const file = temporaryDatabase();
  onTestFinished(file.remove);
  const { path } = file;
  return {
    workspace,
    path,
    /** A bot that is killed in the midst of what it is asked. */
    async dies(act: (bot: SlackBot) => Promise<unknown>): Promise<void> {
      const bot = await openSlackBot({ workspace, database: path, impatient: true, lend: killedBeforeDone });
      await act(bot);
      await bot.stop();
    },
    /** A bot that is started afterwards, once it has done what was left. */
    async startsAgain(): Promise<SlackBot> {
      const bot = await openSlackBot({ workspace, database: path });
      await expect.poll(() => openQuestions(path)).toEqual([]);
      return bot;
    },
    async dm(): Promise<string> {
      const { channel } = await workspace.ask('xoxp-maya', 'conversations.open', { users: botUser });
      return (channel as { id: string }).id;
    },
  };
}

describe('S2: a question that was acknowledged', () => {
  test('S2: is answered once after a kill before the answer, and what was asked lies sealed meanwhile', async () => {
    const { workspace, path, dies, startsAgain } = await stage();
    workspace.breaks('chat.postMessage', 'drop');
    await dies(async (bot) => expect((await bot.mentions(question, { ts: '111.222' })).status).toBe(200));
    expect(posts(workspace)).toEqual([]);
    const [left] = openQuestions(path);
    expect(left).toMatchObject({ user: workspace.maya, tries: 1 });
    expect(JSON.stringify(left)).not.toContain('letters');

    const bot = await startsAgain();
    const [answer, ...more] = posts(workspace);
    expect(answer?.sent).toMatchObject({ channel: workspace.letters, thread_ts: '111.222' });
    // The answer itself, and not that it had been given a moment ago.
    expect(answer?.sent.text).not.toContain('ago');
    expect(more).toEqual([]);
    await bot.stop();
    await startsAgain();
    expect(posts(workspace)).toHaveLength(1);
  });

  test('S2: is not answered again in a DM where the answer arrived before the kill', async () => {
    const { workspace, dm, dies, startsAgain } = await stage();
    const channel = await dm();
    await dies((bot) => bot.writes(question, channel));
    expect(posts(workspace)).toHaveLength(1);
    const bot = await startsAgain();
    expect(posts(workspace)).toHaveLength(1);
    expect(bot.logged).not.toContain('an answer could not be given');
  });

  test('S2: is not answered again in a thread that the bot may read', async () => {
    const { workspace, dies, startsAgain } = await stage(scopesToRead);
    await dies((bot) => bot.mentions(question, { ts: '111.222' }));
    await startsAgain();
    expect(posts(workspace)).toHaveLength(1);
  });

  test('S2: gets one copy more at most where the bot may not look', async () => {
    const { workspace, dies, startsAgain } = await stage();
    await dies((bot) => bot.mentions(question));
    expect(posts(workspace)).toHaveLength(1);
    // Killed again right after it has answered again.
    await dies(() => expect.poll(() => posts(workspace).length).toBe(2));
    const bot = await startsAgain();
    expect(posts(workspace)).toHaveLength(2);
    expect(bot.logged).toContain('questions were left without an answer');
  });

  test('S2: is not answered again when Slack repeats it after a restart', async () => {
    const { workspace, path, startsAgain } = await stage();
    const first = await startsAgain();
    const again = { event_id: 'Ev1' };
    expect((await first.mentionsAs(again, question)).status).toBe(200);
    expect(openQuestions(path)).toEqual([]);
    await first.stop();
    const second = await startsAgain();
    expect((await second.mentionsAs(again, question)).status).toBe(200);
    expect(posts(workspace)).toHaveLength(1);
  });

  test('S2: is forgotten when it is older than a quarter of an hour', async () => {
    const { workspace, path, dies, startsAgain } = await stage();
    workspace.breaks('chat.postMessage', 'drop');
    await dies((bot) => bot.mentions(question));
    ageQuestions(path, 16);
    const bot = await startsAgain();
    await bot.stop();
    expect(posts(workspace)).toEqual([]);
    expect(bot.logged).toContain('questions were left without an answer');
  });

  test('S2: goes with the member who asked it, and with nobody else', async () => {
    const { workspace, path, dies } = await stage();
    await dies(async (bot) => {
      await bot.mentions(question);
      await bot.mentions(question, {}, workspace.noah);
      await bot.types('/lor add Dr. Chen');
      await bot.types('/lor data erase delete');
    });
    expect(openQuestions(path).map(({ user }) => user)).toEqual([workspace.noah]);
  });

  test('S2: is waited for by a stop, which leaves nothing to do', async () => {
    const { workspace, path } = await stage();
    let wake: () => void = () => undefined;
    const sleep = (milliseconds: number) =>
      new Promise<void>((resolve) => {
        if (milliseconds === 3_000) wake = resolve;
      });
    const bot = await openSlackBot({ workspace, database: path, impatient: true, sleep });
    workspace.breaks('chat.postMessage', { status: 429, headers: { 'retry-after': '3' } });
    expect((await bot.mentions(question)).status).toBe(200);
    await expect.poll(() => workspace.left('chat.postMessage')).toBe(0);
    const stopping = bot.stop();
    expect(openQuestions(path)).toHaveLength(1);
    await expect
      .poll(() => {
        wake();
        return posts(workspace).length;
      })
      .toBe(1);
    await stopping;
    expect(openQuestions(path)).toEqual([]);
  });
});

test('S2: what the store cannot take is refused, and answered when Slack sends it again', async () => {
  const { workspace, path } = await stage();
  let busy = true;
  const lend = (store: AdapterStore): AdapterStore => {
    const keep: AdapterStore['inbox']['keep'] = async (...asked) => {
      if (busy) throw new StoreBusy('locked');
      return store.inbox.keep(...asked);
    };
    return { ...store, inbox: { ...store.inbox, keep } };
  };
  const bot = await openSlackBot({ workspace, database: path, lend });
  const again = { event_id: 'Ev1' };
  expect((await bot.mentionsAs(again, question)).status).toBe(503);
  expect(openQuestions(path)).toEqual([]);
  expect(posts(workspace)).toEqual([]);
  busy = false;
  expect((await bot.mentionsAs(again, question)).status).toBe(200);
  expect(posts(workspace)).toHaveLength(1);
});
