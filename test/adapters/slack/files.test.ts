import { describe, expect, test } from 'vitest';
import { openElsewhere } from '../../support/elsewhere.ts';
import { fileCommands, largestTable, pixel } from '../../support/file-commands.ts';
import { createSceneDispatch } from '../../support/scene-dispatch.ts';
import { openSlackBot, type SlackBot, type SlackBotOptions } from '../../support/slack-bot.ts';
import { botToken, botUser, type Fault, scopesForFiles } from '../../support/slack-server.ts';

/** A bot with commands that take files and give some. */
function openFileBot(options: SlackBotOptions = {}): Promise<SlackBot> {
  const dispatch = createSceneDispatch(fileCommands);
  return openSlackBot({ scopes: scopesForFiles, commands: fileCommands, dispatch, ...options });
}

/** What was shared: into which conversation, in which thread, which files. */
function shared({ workspace }: SlackBot) {
  return workspace.of('files.completeUploadExternal').map(({ sent, answer }) => ({
    channel: sent.channel_id,
    thread: sent.thread_ts,
    files: answer.files as { id: string; name: string; alt_txt?: string }[],
  }));
}

async function dmOf({ workspace }: SlackBot, token = 'xoxp-maya'): Promise<string> {
  const { channel } = await workspace.ask(token, 'conversations.open', { users: botUser });
  return (channel as { id: string }).id;
}

/** All that was said at the address of an answer, in order. */
function told({ workspace }: SlackBot): readonly (readonly [unknown, string])[] {
  return workspace.told.map(({ response_type, text }) => [response_type, String(text)]);
}

const failures: readonly (readonly [string, string, Fault])[] = [
  ['has no room for it', 'files.getUploadURLExternal', { error: 'storage_limit_reached' }],
  ['lacks the permission', 'files.getUploadURLExternal', { error: 'missing_scope' }],
  ['asks to wait', 'files.getUploadURLExternal', { status: 429, headers: { 'retry-after': '1' } }],
  ['does not take the bytes', 'upload', { status: 500 }],
  ['breaks off', 'upload', 'drop'],
  ['sends the bytes elsewhere', 'upload', { status: 307, headers: { location: 'https://slack.com/' } }],
  ['does not share it', 'files.completeUploadExternal', { error: 'channel_not_found' }],
];

describe('a picture for one person', () => {
  test('goes into the DM with the bot, and the answer in place says so', async () => {
    const bot = await openFileBot();
    const said = await bot.types('/lor board');
    expect(said).toMatchObject({ status: 200, text: '' });
    expect(told(bot)).toEqual([['ephemeral', expect.stringMatching(/^Your board[\s\S]*The picture is in our DM\.$/u)]]);
    const dm = await dmOf(bot);
    expect(shared(bot)).toMatchObject([{ channel: dm, thread: undefined, files: [{ name: 'board.png' }] }]);
    const id = shared(bot)[0]?.files[0]?.id ?? '';
    expect(await bot.workspace.read('xoxp-maya', id)).toEqual(pixel);
    expect(await bot.workspace.read('xoxp-noah', id)).toBeUndefined();
  });

  test('has its words', async () => {
    const bot = await openFileBot();
    await bot.types('/lor board');
    expect(shared(bot)[0]?.files).toMatchObject([{ alt_txt: 'Two letters, one asked' }]);
    const [begun] = bot.workspace.of('files.getUploadURLExternal');
    // Slack's pages and its libraries do not agree on the name.
    expect(begun?.sent).toMatchObject({ alt_txt: 'Two letters, one asked', alt_text: 'Two letters, one asked' });
  });

  test('stands beside the answer that is asked for in that DM', async () => {
    const bot = await openFileBot();
    const dm = await dmOf(bot);
    await bot.types('/lor board', bot.workspace.maya, dm);
    expect(shared(bot)).toMatchObject([{ channel: dm }]);
    expect(told(bot)).toEqual([['ephemeral', expect.not.stringContaining('our DM')]]);
  });

  test('never goes into the DM of two others in which it is asked for', async () => {
    const bot = await openFileBot();
    await bot.types('/lor board', bot.workspace.maya, 'D0OTHERS01');
    expect(shared(bot)).toMatchObject([{ channel: await dmOf(bot) }]);
    expect(told(bot)[0]?.[1]).toContain('The picture is in our DM.');
  });

  test('and an answer that has no address any more come in the DM together', async () => {
    const bot = await openFileBot();
    const button = { type: 'button', action_id: '0.0', block_id: 'b', value: 'b|lor board' };
    await bot.presses(button, bot.workspace.maya, { response_url: undefined });
    const dm = await dmOf(bot);
    expect(shared(bot)).toMatchObject([{ channel: dm }]);
    const [posted] = bot.workspace.of('chat.postMessage');
    expect(posted?.sent).toMatchObject({ channel: dm, text: expect.not.stringContaining('our DM') });
  });

  test.each(failures)(
    'that Slack refuses because it %s leaves the answer, which says so once',
    async (_, method, fault) => {
      const bot = await openFileBot();
      bot.workspace.breaks(method, fault);
      await bot.types('/lor board');
      const text = expect.stringMatching(/^Your board[\s\S]*The picture could not be sent\. Please try again\.$/u);
      expect(told(bot)).toEqual([['ephemeral', text]]);
      expect(shared(bot).filter(({ files }) => files)).toEqual([]);
      expect(bot.logged).toContain('files could not be sent');
      expect(bot.workspace.of('files.getUploadURLExternal').length).toBeLessThanOrEqual(1);
    },
  );

  test('leaves the answer where no DM can be opened', async () => {
    const bot = await openFileBot();
    bot.workspace.breaks('conversations.open', { error: 'user_disabled' });
    await bot.types('/lor board');
    expect(told(bot)[0]?.[1]).toContain('could not be sent');
    expect(bot.workspace.of('files.getUploadURLExternal')).toEqual([]);
  });

  test('is uploaded to nobody but Slack', async () => {
    const elsewhere = await openElsewhere();
    const bot = await openFileBot();
    const body = JSON.stringify({ ok: true, upload_url: elsewhere.url, file_id: 'F1' });
    bot.workspace.breaks('files.getUploadURLExternal', { status: 200, body });
    bot.workspace.breaks('upload', { status: 302, headers: { location: elsewhere.url } });
    for (const _ of ['named by Slack', 'pointed to by Slack']) await bot.types('/lor board');
    expect(told(bot).map(([, text]) => text)).toEqual([
      expect.stringContaining('could not be sent'),
      expect.stringContaining('could not be sent'),
    ]);
    expect(bot.workspace.of('files.completeUploadExternal')).toEqual([]);
    expect(elsewhere.asked).toEqual([]);
  });
});

test('several files go together, and those that are no pictures are not described to Slack', async () => {
  const bot = await openFileBot();
  await bot.types('/lor export');
  expect(told(bot)[0]?.[1]).toMatch(/letters\.csv: Your letters[\s\S]*The files are in our DM\.$/u);
  expect(shared(bot)).toHaveLength(1);
  const files = shared(bot)[0]?.files ?? [];
  expect(files.map(({ name }) => name)).toEqual(['letters.csv', 'letters.json']);
  for (const { sent } of bot.workspace.of('files.getUploadURLExternal')) expect(sent).not.toHaveProperty('alt_txt');
  expect(String(await bot.workspace.read('xoxp-maya', files[0]?.id ?? ''))).toBe('name\nChen\n');
});

describe('a picture for all', () => {
  test('follows the answer into the channel', async () => {
    const bot = await openFileBot();
    await bot.types('/lor timeline');
    expect(told(bot)).toEqual([['in_channel', expect.stringContaining('The season')]]);
    expect(shared(bot)).toMatchObject([{ channel: bot.workspace.letters, thread: undefined }]);
    const id = shared(bot)[0]?.files[0]?.id ?? '';
    expect(await bot.workspace.read('xoxp-noah', id)).toEqual(pixel);
  });

  test.each(failures)('that Slack refuses because it %s is told after the answer', async (_, method, fault) => {
    const bot = await openFileBot();
    bot.workspace.breaks(method, fault);
    await bot.types('/lor timeline');
    expect(told(bot)).toEqual([
      ['in_channel', expect.stringContaining('The season')],
      ['in_channel', 'The picture could not be sent. Please try again.'],
    ]);
  });

  test('in an answer to a mention stands in its thread', async () => {
    const bot = await openFileBot();
    await bot.mentions('how does it look?', { ts: '111.222' });
    expect(bot.workspace.of('chat.postMessage')[0]?.sent).toMatchObject({ thread_ts: '111.222' });
    expect(shared(bot)).toMatchObject([{ channel: bot.workspace.letters, thread: '111.222' }]);
  });

  test('in an answer to a mention that does not arrive is told in its thread', async () => {
    const bot = await openFileBot();
    bot.workspace.breaks('upload', { status: 500 });
    await bot.mentions('how does it look?', { ts: '111.222' });
    const [, second] = bot.workspace.of('chat.postMessage');
    expect(second?.sent).toMatchObject({
      thread_ts: '111.222',
      text: 'The picture could not be sent. Please try again.',
    });
  });

  test('in a DM stands in the DM', async () => {
    const bot = await openFileBot();
    const dm = await dmOf(bot);
    await bot.writes('how does it look?', dm);
    expect(shared(bot)).toMatchObject([{ channel: dm }]);
    expect(bot.workspace.of('chat.postMessage')[0]?.sent.text).not.toContain('our DM');
  });
});

/** The view that the bot opened last, as Slack keeps it. */
function openedView({ workspace }: SlackBot): Record<string, unknown> {
  const { answer } = workspace.of('views.open').at(-1) ?? {};
  expect(answer).toMatchObject({ ok: true });
  return (answer as { view: Record<string, unknown> }).view;
}

describe('a file in a form', () => {
  test('is asked for when it is missing, and reaches the command', async () => {
    const bot = await openFileBot();
    await bot.types('/lor import mode:replace');
    const view = openedView(bot);
    expect(view.blocks).toMatchObject([
      { type: 'context', elements: [{ text: '⚠ Please attach a file: The table to read.' }] },
      {
        type: 'input',
        block_id: 'table',
        optional: false,
        element: { type: 'file_input', max_files: 1, filetypes: ['csv', 'json', 'ics', 'txt'] },
      },
      { block_id: 'mode' },
    ]);
    const file = await bot.workspace.upload('xoxp-maya', 'letters.csv', Buffer.from('\ufeffZoë;Grüß', 'utf16le'));
    const sent = await bot.sends(view, { table: [file] });
    expect(sent).toMatchObject({ status: 200, text: '' });
    expect(told(bot)).toEqual([['ephemeral', 'letters.csv (replace): Zoë;Grüß']]);
    expect(bot.workspace.of('files-pri')[0]?.answer).toMatchObject({ authorization: `Bearer ${botToken}` });
  });

  test('of which the form tells nothing but the id is looked up', async () => {
    const bot = await openFileBot();
    await bot.types('/lor import');
    const { id } = (await bot.workspace.upload('xoxp-maya', 'a.csv', 'a,b')) as unknown as { id: string };
    await bot.sends(openedView(bot), { table: [{ id, name: 'a.csv' }] });
    expect(bot.workspace.of('files.info')[0]?.sent.file).toBe(id);
    expect(told(bot)[0]?.[1]).toBe('a.csv (add): a,b');
  });

  test.each([
    ['an Excel workbook', 'PK\u0003\u0004', {}, 'save “a.csv” as CSV'],
    ['too large', 'x'.repeat(largestTable + 1), {}, 'too large'],
    ['larger than it says', 'x'.repeat(largestTable + 1), { size: 3 }, 'too large'],
    ['elsewhere', 'a,b', { url_private_download: 'https://evil.example/a.csv' }, 'could not fetch'],
    [
      'elsewhere, in a name that looks like Slack’s',
      'a,b',
      { url_private_download: 'https://files.slack.com.evil.example/a.csv' },
      'could not fetch',
    ],
    ['gone', 'a,b', { url_private_download: undefined, id: 'F404' }, 'could not fetch'],
  ])('that is %s keeps the form open, with the sentence at its field', async (_, content, changes, sentence) => {
    const bot = await openFileBot();
    await bot.types('/lor import');
    const file = await bot.workspace.upload('xoxp-maya', 'a.csv', content);
    const sent = await bot.sends(openedView(bot), { table: [{ ...file, ...changes }] });
    expect(sent.body).toMatchObject({
      response_action: 'errors',
      errors: { table: expect.stringContaining(sentence) },
    });
    expect(told(bot)).toEqual([]);
  });

  test('is fetched from nobody but Slack, who alone sees the token, also where Slack points elsewhere', async () => {
    const elsewhere = await openElsewhere();
    const bot = await openFileBot();
    await bot.types('/lor import');
    const file = await bot.workspace.upload('xoxp-maya', 'a.csv', 'a,b');
    const view = openedView(bot);
    await bot.sends(view, { table: [{ ...file, url_private_download: elsewhere.url }] });
    bot.workspace.breaks('files-pri', { status: 302, headers: { location: elsewhere.url } });
    const sent = await bot.sends(view, { table: [file] });
    expect(sent.body).toMatchObject({ errors: { table: expect.stringContaining('could not fetch') } });
    expect(elsewhere.asked).toEqual([]);
  });

  test('that says that it is too large is not asked for', async () => {
    const bot = await openFileBot();
    await bot.types('/lor import');
    const file = await bot.workspace.upload('xoxp-maya', 'a.csv', 'x'.repeat(largestTable + 1));
    await bot.sends(openedView(bot), { table: [file] });
    expect(bot.workspace.of('files-pri')).toEqual([]);
  });

  test.each<Fault>([
    { status: 302, headers: { location: 'https://slack.com/signin' } },
    { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: '<html>Sign in' },
    { status: 500 },
    'drop',
  ])('of which Slack shows something else is asked for again: %o', async (fault) => {
    const bot = await openFileBot();
    await bot.types('/lor import');
    const file = await bot.workspace.upload('xoxp-maya', 'a.csv', 'a,b');
    bot.workspace.breaks('files-pri', fault);
    const sent = await bot.sends(openedView(bot), { table: [file] });
    expect(sent.body).toMatchObject({ errors: { table: expect.stringContaining('Please attach it again') } });
    expect(bot.logged).toContain('a file could not be fetched');
  });

  test('that was taken out again is asked for', async () => {
    const bot = await openFileBot();
    await bot.types('/lor import');
    const sent = await bot.sends(openedView(bot), { table: [] });
    expect(sent.body).toMatchObject({ errors: { table: 'Please attach a file: The table to read.' } });
  });

  test('typed as a name opens the form for it', async () => {
    const bot = await openFileBot();
    await bot.types('/lor import letters.csv');
    expect(JSON.stringify(openedView(bot).blocks)).toContain('“letters.csv” is none. Attach the file itself.');
  });
});

test('the whole bot draws a board for its member alone, and takes a table from a form', async () => {
  const bot = await openSlackBot({ scopes: scopesForFiles });
  await bot.types('/lor data import');
  const table = await bot.workspace.upload('xoxp-maya', 'letters.csv', 'Writer;Kind\r\nDr. Okafor;attending\r\n');
  await bot.sends(openedView(bot), { file: [table] });
  const [preview = {}] = bot.workspace.told;
  expect(preview.text).toContain('Dr. Okafor is new');
  const blocks = preview.blocks as readonly { readonly elements?: readonly { text?: { text: string } }[] }[];
  const buttons = blocks.flatMap(({ elements = [] }) => elements);
  await bot.presses(buttons.find(({ text }) => text?.text === 'Take it in'));
  await bot.types('/lor board');
  expect(bot.workspace.told.at(-1)?.text).toMatch(/Dr\. Okafor[\s\S]*The picture is in our DM\./u);
  const id = shared(bot)[0]?.files[0]?.id ?? '';
  expect((await bot.workspace.read('xoxp-maya', id))?.subarray(1, 4).toString()).toBe('PNG');
  expect(await bot.workspace.read('xoxp-noah', id)).toBeUndefined();
});
