import { describe, expect, test } from 'vitest';
import type { Target } from '../../../src/core/ports.ts';
import { paragraph, reply } from '../../../src/core/reply.ts';
import type { Instant, Zone } from '../../../src/core/time.ts';
import { openFaultyWay, type WayFault } from '../../support/faulty-way.ts';
import { openSlackBot, type SlackBot } from '../../support/slack-bot.ts';
import { allScopes, team } from '../../support/slack-server.ts';
import { openWorkspace } from '../../support/slack-workspace.ts';

const tooMany = (after?: string): WayFault => ({
  status: 429,
  ...(after !== undefined && { headers: { 'retry-after': after } }),
});

/** Every way in which Slack, or the way there, fails. */
const faults: readonly (readonly [string, WayFault])[] = [
  ['429 without a wait', tooMany()],
  ['429 with no wait', tooMany('0')],
  ['429 with a short wait', tooMany('1')],
  ['429 with a fraction', tooMany('1.5')],
  ['429 with a huge wait', tooMany('999999999')],
  ['429 with a wait below zero', tooMany('-1')],
  ['429 with nonsense', tooMany('soon')],
  ['500', { status: 500 }],
  ['503 with a page', { status: 503, body: '<html>away</html>' }],
  ['200 with a page', { status: 200, body: '<html>proxy</html>' }],
  ['200 with nothing', { status: 200, body: '' }],
  ['200 with half an answer', { status: 200, body: '{"ok":tr' }],
  ...(
    [
      'closed before it was read',
      'reset before it was read',
      'closed after it was done',
      'reset after it was done',
      'silence before it was read',
      'silence after it was done',
    ] as const
  ).map((fault) => [fault, fault] as const),
  ['an error of Slack’s own', { error: 'internal_error' }],
  ['a code that nobody knows', { error: 'as_yet_unheard_of' }],
  ['a token that is dead', { error: 'invalid_auth' }],
  ['a permission that lacks', { error: 'missing_scope' }],
];

const about = (key: string) => ({ key, inDoubt: false, zone: 'UTC' as Zone });
const hello = reply(paragraph(['hello']));

function channel({ workspace }: SlackBot): Target {
  return { kind: 'channel', platform: 'slack', workspace: team, channel: workspace.letters };
}

function dm({ workspace }: SlackBot): Target {
  return { kind: 'dm', account: { platform: 'slack', workspace: team, user: workspace.noah } };
}

/** Each method that the bot calls, with what people do that leads to it. */
const uses: Readonly<Record<string, (bot: SlackBot, round: number) => Promise<unknown>>> = {
  'chat.postMessage': (bot, round) => bot.adapter.send(channel(bot), hello, about(`k${round}`)),
  'conversations.open': (bot, round) => bot.adapter.send(dm(bot), hello, about(`k${round}`)),
  'conversations.history': (bot) => bot.adapter.find(dm(bot), 'k', '2020-01-01T00:00:00Z' as Instant),
  'chat.update': async (bot, round) => {
    const sent = await bot.adapter.send(channel(bot), hello, about(`k${round}`));
    return bot.adapter.edit(channel(bot), sent.kind === 'sent' ? sent.ref : '', hello);
  },
  'auth.test': (bot) => bot.adapter.isIn(team),
  'users.info': (bot) => bot.types('/lor-admin digest list', bot.workspace.admin),
  'views.open': (bot) => bot.types('/lor add'),
  'views.publish': (bot) => bot.opensHome(),
  'files.getUploadURLExternal': (bot) => bot.types('/lor board'),
  upload: (bot) => bot.types('/lor board'),
  'files.completeUploadExternal': (bot) => bot.types('/lor board'),
};

type Use = (typeof uses)[string];

async function openOnFaultyWay() {
  const workspace = await openWorkspace(allScopes);
  const way = await openFaultyWay(workspace.apiUrl.replace(/\/api\/$/u, ''));
  const bot = await openSlackBot({ workspace, apiUrl: way.apiUrl, callWithin: 500 });
  await bot.types('/lor add Dr. Chen');
  return { bot, way };
}

/** One call goes wrong: the person is answered, nothing comes twice, and the next command is as good as ever. */
async function goesWrong(
  { bot, way }: Awaited<ReturnType<typeof openOnFaultyWay>>,
  method: string,
  fault: WayFault,
  use: Use,
  round: number,
) {
  const before = bot.workspace.of('chat.postMessage').length;
  const isToCome = await way.breaks(method, fault);
  const outcome = await use(bot, round).catch((error: unknown) => error);
  const posted = bot.workspace.of('chat.postMessage').slice(before);
  const listed = await bot.types('/lor list');
  expect({
    threw: outcome instanceof Error,
    twice: posted.length - new Set(posted.map(({ sent }) => sent.text)).size,
    toCome: await isToCome(),
    status: listed.status,
    text: listed.body?.text,
  }).toEqual({ threw: false, twice: 0, toCome: false, status: 200, text: expect.stringContaining('Dr. Chen') });
}

/** A dead token makes the bot unwell until Slack takes one. */
async function isWell(bot: SlackBot) {
  expect(await bot.adapter.send(channel(bot), hello, about('last'))).toMatchObject({ kind: 'sent' });
  expect(bot.adapter.health().up).toBe(true);
  expect(JSON.stringify(bot.logged)).not.toContain('Chen');
}

describe.each(Object.entries(uses))('Slack fails at %s', (method, use) => {
  test('in every way: each person is answered, nothing comes twice, and the bot goes on', async () => {
    const open = await openOnFaultyWay();
    for (const [round, [name, fault]] of faults.entries()) {
      await goesWrong(open, method, fault, use, round).catch((cause: unknown) => {
        throw new Error(name, { cause });
      });
    }
    await isWell(open.bot);
  });
});
