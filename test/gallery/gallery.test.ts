import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderForm as discordForm } from '../../adapters/discord/modals.ts';
import { renderMessages as discordMessages } from '../../adapters/discord/render.ts';
import { renderMessages as slackMessages } from '../../adapters/slack/render.ts';
import { renderForm as slackForm } from '../../adapters/slack/views.ts';
import { plainPaint, renderReply, renderForm as terminalForm } from '../../adapters/terminal/render.ts';
import { commands } from '../../commands/index.ts';
import { type Bot, openBot } from '../../src/bot.ts';
import type { Form } from '../../src/core/form.ts';
import type { Invocation } from '../../src/core/invocation.ts';
import type { ChatAdapter, Outcome, Target } from '../../src/core/ports.ts';
import type { Reply } from '../../src/core/reply.ts';
import { createClock } from '../../src/delivery/clock.ts';
import { createRandom } from '../../src/random.ts';
import { testVault } from '../support/vault.ts';
import type { Case } from './case.ts';
import { cases } from './cases.ts';

/** Files stand in a snapshot by their size. */
function readable(value: unknown): string {
  const replace = (_: string, item: unknown) => {
    if (item instanceof Uint8Array) return `${item.length} bytes`;
    // A buffer has turned itself into data before it comes here.
    return isBufferData(item) ? `${item.data.length} bytes` : item;
  };
  return JSON.stringify(value, replace, 1);
}

function isBufferData(item: unknown): item is { readonly data: readonly number[] } {
  return typeof item === 'object' && item !== null && 'type' in item && item.type === 'Buffer' && 'data' in item;
}

function page(title: string, shown: { reply?: Reply; form?: Form }): string {
  const { reply, form } = shown;
  const terminal = [
    ...(reply ? [renderReply(reply, plainPaint, (file) => `files/${file.name}`).text] : []),
    ...(form ? [terminalForm(form, false)] : []),
  ].join('\n\n');
  const slack = [...(reply ? slackMessages(reply) : []), ...(form ? [slackForm(form)] : [])];
  const discord = [...(reply ? discordMessages(reply, 'private') : []), ...(form ? [discordForm(form)] : [])];
  const parts: readonly [string, string, string][] = [
    ['Terminal', 'text', terminal],
    ['Slack', 'json', slack.map(readable).join('\n')],
    ['Discord', 'json', discord.map(readable).join('\n')],
  ];
  const body = parts.map(([name, kind, text]) => `## ${name}\n\n~~~~${kind}\n${text}\n~~~~\n`);
  return withoutIds([`# ${title}\n`, ...body].join('\n'));
}

/** Ids are numbered in the order in which a page names them, so that it changes only when a reply does. */
function withoutIds(text: string): string {
  const seen: string[] = [];
  return text.replace(/\b0[0-9a-hjkmnp-tv-z]{25}\b/gu, (id) => {
    if (!seen.includes(id)) seen.push(id);
    return `(id ${seen.indexOf(id) + 1})`;
  });
}

describe('the gallery', () => {
  const sent: { target: Target; reply: Reply }[] = [];
  const clock = createClock(
    () => Date.parse('2027-08-09T14:00:00Z'),
    () => 0,
  );
  let bot: Bot;
  let deliveries = 0;
  const outcomes = new Map<string, Outcome>();

  const adapter: ChatAdapter = {
    name: 'terminal',
    commandsPerMinute: 10_000,
    pace: {},
    async start() {},
    async stop() {},
    async send(target, reply) {
      sent.push({ target, reply });
      return { kind: 'sent', ref: 'x' };
    },
    async edit() {
      return { kind: 'sent', ref: 'x' };
    },
    async find() {
      return { kind: 'absent' };
    },
    isIn: async () => 'in',
    health: () => ({ up: true }),
    routes: [],
  };

  let playTo: (at: `${string}T${string}Z`) => Promise<void>;
  let settled: () => Promise<void>;

  beforeAll(async () => {
    clock.set('2027-08-09T14:00:00.000Z');
    bot = await openBot({
      database: ':memory:',
      clock,
      sleep: async () => {},
      random: createRandom(),
      vault: testVault,
      logger: { info() {}, warn() {}, error() {} },
      adapters: (parts) => {
        playTo = (at) => parts.playTo(at, async () => {});
        settled = parts.settled;
        return [adapter];
      },
    });
  });

  afterAll(() => bot.stop());

  /** Each has an address of its own. */
  const messages = cases.filter(({ heard }) => heard);

  function invocation(one: Case): Invocation {
    deliveries += 1;
    return {
      delivery: String(deliveries),
      account: { platform: 'terminal', workspace: 'w', user: one.as ?? 'maya' },
      community: one.community === false ? null : 'w',
      place: one.community === false ? { kind: 'dm' } : { kind: 'channel', channel: '#lor-help' },
      administrator: one.admin ?? false,
      ...(one.heard && {
        heard: { as: one.heard.as, thread: '1', link: `https://chat.example/archives/${messages.indexOf(one) + 1}` },
      }),
      request: one.heard
        ? { kind: 'call', call: { path: 'lor ask', args: { question: one.heard.text } } }
        : one.call
          ? { kind: 'call', call: { path: one.call.path, args: one.call.args ?? {} } }
          : { kind: 'typed', text: (one.says ?? '').replace(/^\//u, '') },
    };
  }

  test.each(cases)('$title', async (one) => {
    if (one.at) await playTo(one.at);
    for (const line of one.before ?? []) await bot.dispatch(invocation({ ...one, says: line }));
    const before = sent.length;
    const outcome = one.says || one.call || one.heard ? await bot.dispatch(invocation(one)) : undefined;
    await settled();
    if (outcome) outcomes.set(one.title, outcome);
    const delivered = one.delivered ? sent.slice(one.at ? 0 : before).at(-1)?.reply : undefined;
    const reply = delivered ?? (outcome && 'reply' in outcome ? outcome.reply : undefined);
    const form = outcome && 'form' in outcome ? outcome.form : undefined;
    expect(reply ?? form).toBeDefined();
    const name = one.title.toLowerCase().replace(/[^a-z0-9]+/gu, '-');
    const shown = { ...(reply && { reply }), ...(form && { form }) };
    await expect(page(one.title, shown)).toMatchFileSnapshot(`snapshots/${name}.md`);
  });

  test('shows every command', () => {
    const said = cases.map(({ says, call }) => says?.slice(1) ?? call?.path ?? '');
    const missing = commands.filter(({ path }) => !said.some((text) => text === path || text.startsWith(`${path} `)));
    expect(missing.map(({ path }) => path)).toEqual([]);
  });

  test('shows every kind of outcome and of block', () => {
    const kinds = new Set([...outcomes.values()].map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(['denied', 'invalid', 'replied', 'unknown']);
  });
});
