import { expect, test } from 'vitest';
import { encode } from '../../../src/core/call-codec.ts';
import type { RawArgs } from '../../../src/core/invocation.ts';
import { hostileTexts } from '../../support/hostile-texts.ts';
import { liveMarkup } from '../../support/live-markup.ts';
import { openSlackBot, type SlackBot } from '../../support/slack-bot.ts';
import { botUser, escapedBySlack } from '../../support/slack-server.ts';

/** Runs a command with arguments that are exactly these, as a button of the bot's would. */
async function runs(bot: SlackBot, path: string, args: RawArgs = {}, user = bot.workspace.maya): Promise<void> {
  const value = encode({ kind: 'button', call: { path, args } }, 10_000);
  await bot.presses({ type: 'button', action_id: '0.0', value }, user);
}

/** Opens the form of a command and sends it with this text in every field that takes text. */
async function fills(bot: SlackBot, path: string, args: RawArgs, text: string): Promise<void> {
  await runs(bot, path, args);
  const view = bot.workspace.of('views.open').at(-1)?.answer.view as Record<string, unknown> | undefined;
  if (!view) throw new Error(`no form of ${path}`);
  const fields = view.blocks as { block_id?: string; element?: { type: string } }[];
  const texts = fields.filter(({ element }) => element?.type === 'plain_text_input');
  noteSaid(bot, await bot.sends(view, Object.fromEntries(texts.map(({ block_id = '' }) => [block_id, text]))));
}

const acknowledged = new WeakMap<SlackBot, unknown[]>();

function noteSaid(bot: SlackBot, { body }: { readonly body: unknown }): void {
  acknowledged.set(bot, [...(acknowledged.get(bot) ?? []), body]);
}

/** Everything that the bot sent or answered. */
function sentBy(bot: SlackBot): readonly unknown[] {
  const { calls, told } = bot.workspace;
  return [...calls.map(({ sent }) => sent), ...told, ...(acknowledged.get(bot) ?? [])];
}

/** What shows a member all that they have. */
async function looksAtAll(bot: SlackBot): Promise<void> {
  for (const path of ['lor list', 'lor writer list', 'lor program list', 'lor remind list', 'lor today', 'lor board']) {
    await runs(bot, path);
  }
  await bot.opensHome();
}

/** Each place into which somebody can write something, and where it is shown afterwards. */
const places: Readonly<Record<string, (bot: SlackBot, text: string) => Promise<void>>> = {
  async 'the name of a writer'(bot, text) {
    await runs(bot, 'lor add', { name: text, due: 'in 5 days' });
    await runs(bot, 'lor show', { letter: text });
    await runs(bot, 'lor draft', { letter: text });
  },
  async 'title, e-mail, form and where they met'(bot, text) {
    await runs(bot, 'lor add', { name: 'Dr. Chen', title: text, email: text, form: text, met: text, specialty: text });
    await runs(bot, 'lor add', { name: 'Dr. Okafor', title: text, form: text, met: text, specialty: text });
    await runs(bot, 'lor draft', { letter: 'okafor' });
    await runs(bot, 'lor edit', { letter: 'okafor' });
    await runs(bot, 'lor show', { letter: 'okafor' });
  },
  async 'the notes about a writer'(bot, text) {
    await runs(bot, 'lor writer add', { name: 'Dr. Chen' });
    await runs(bot, 'lor writer edit', { writer: 'chen', notes: text });
    await runs(bot, 'lor writer show', { writer: 'chen' });
    await runs(bot, 'lor writer edit', { writer: 'chen' });
  },
  async 'a reminder of their own'(bot, text) {
    await runs(bot, 'lor remind me', { text, on: 'tomorrow' });
  },
  async 'the name and the notes of a program'(bot, text) {
    await runs(bot, 'lor program add', { name: text, notes: text, letters: '3' });
    await runs(bot, 'lor program show', { program: text });
    await runs(bot, 'lor program propose', { program: text });
  },
  async 'a deadline of the community, posted in its channel'(bot, text) {
    await runs(bot, 'lor-admin deadline add', { name: text, date: 'in 20 days' }, bot.workspace.admin);
    await runs(bot, 'lor-admin digest add', { schedule: '0 9 * * MON' }, bot.workspace.admin);
    await runs(bot, 'lor-admin digest now', {}, bot.workspace.admin);
    await bot.settled();
  },
  async 'an answer of the community'(bot, text) {
    const answer = { title: text, question: `where is the moon ${text}`, text, aliases: text };
    await runs(bot, 'lor-admin answer add', answer, bot.workspace.admin);
    await runs(bot, 'lor-admin answer list', {}, bot.workspace.admin);
    await bot.mentions(`where is the moon ${escapedBySlack(text)}`);
  },
  async 'a suggestion and a question for helpers'(bot, text) {
    const here = bot.workspace.letters;
    await runs(bot, 'lor-admin settings', { channel: here, helpers: 'S0HELPERS' }, bot.workspace.admin);
    // Nobody may ask helpers for ever.
    const asker = `U0ASKER${hostileTexts.indexOf(text)}`;
    await runs(bot, 'lor human', { question: `who has seen this? ${text}` }, asker);
    await runs(bot, 'lor suggest', { question: text, text }, asker);
    await runs(bot, 'lor-admin answer pending', {}, bot.workspace.admin);
    await bot.settled();
  },
  async 'a typed command, as Slack escapes it and as nobody escaped it'(bot, text) {
    for (const typed of [escapedBySlack(text), text]) {
      noteSaid(bot, await bot.types(`/lor ${typed}`));
      noteSaid(bot, await bot.types(`/lor add ${typed}`));
      noteSaid(bot, await bot.types(`/lor show "${typed}"`));
    }
  },
  async 'a question in a channel, and one that a shortcut picked'(bot, text) {
    for (const asked of [escapedBySlack(text), text]) {
      await bot.mentions(asked);
      await bot.asksFor(asked);
    }
  },
  async 'the fields of a form'(bot, text) {
    await fills(bot, 'lor add', { due: '2027-09-15' }, text);
    await fills(bot, 'lor program add', {}, text);
    await fills(bot, 'lor remind me', {}, text);
  },
};

/** The helpers are called, and their channel is named, because an admin said so; who asked them is named. */
const meantIn = ({ workspace }: SlackBot) => ({
  ids: [workspace.letters, 'S0HELPERS', botUser, ...hostileTexts.map((_, index) => `U0ASKER${index}`)],
  addresses: ['https://emulate.slack.com/archives/'],
});

/** Of a question the answer says nothing again. */
const unsaid = ['a question in a channel, and one that a shortcut picked'];

/** What is shown again of what was typed; some of the others the core refuses to keep. */
const shown = ['<!channel>', '*bold* _it_ ~gone~ `code`', '<https://evil.example|click here>'];

const cases = ['en', 'fr'].flatMap((language) =>
  Object.entries(places).map(([name, use]) => ({ language, name, use })),
);

test.each(cases)(
  'S13: what looks like markup in $name pings, links and unfurls nothing ($language)',
  async ({ language, name, use }) => {
    const bot = await openSlackBot();
    await runs(bot, 'lor settings', { language });
    for (const text of hostileTexts) {
      await use(bot, text);
      // Nobody is to be told that they ask too often.
      await bot.clock.sleep(60_000);
    }
    await looksAtAll(bot);
    const sent = sentBy(bot);
    expect(sent.flatMap((payload) => liveMarkup(payload, meantIn(bot)))).toEqual([]);
    const whole = sent.map((payload) => JSON.stringify(payload)).join('');
    const missing = shown.filter((text) => !whole.includes(JSON.stringify(text).slice(1, -1)));
    if (unsaid.includes(name)) expect(sent.length).toBeGreaterThan(2 * hostileTexts.length);
    else expect(missing).toEqual([]);
  },
);

const message = { unfurl_links: false, unfurl_media: false, mrkdwn: false };

test.each<[string, unknown]>([
  ['a text that is read as markup', { blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '*hi*' } }] }],
  ['blocks as a call has them', { blocks: '[{"type":"mrkdwn","text":"hi"}]' }],
  ['a bracket in the text of a message', { ...message, text: 'hi <!channel>', blocks: [] }],
  ['an ampersand that stands for nothing', { ...message, text: 'a & b', blocks: [] }],
  ['markup that is on', { ...message, mrkdwn: undefined, text: 'hi', channel: 'C1' }],
  ['links that unfurl', { ...message, unfurl_links: 'true', text: 'hi', channel: 'C1' }],
  ['names that are linked', { ...message, text: 'hi', channel: 'C1', link_names: 'true' }],
  ['a link elsewhere', { type: 'link', url: 'https://evil.example/' }],
  ['a button that leads elsewhere', { type: 'button', url: 'https://evil.example/' }],
  ['a picture from elsewhere', { type: 'image', image_url: 'https://evil.example/a.png' }],
  ['a person', { type: 'user', user_id: 'U000000001' }],
  ['a group', { type: 'usergroup', usergroup_id: 'S1' }],
  ['everybody', { type: 'broadcast', range: 'channel' }],
])('S13: %s is seen by what looks for it', (_, payload) => {
  expect(liveMarkup({ deep: [payload] })).toHaveLength(1);
});
