import { describe, expect, test } from 'vitest';
import type { Dispatch, Outcome } from '../../../src/core/ports.ts';
import { paragraph, reply } from '../../../src/core/reply.ts';
import { addMilliseconds } from '../../../src/dates/calendar.ts';
import { openSlackBot, type SlackBot } from '../../support/slack-bot.ts';
import type { Said } from '../../support/slack-people.ts';
import { botUser, team } from '../../support/slack-server.ts';

type View = Record<string, unknown>;

/** The view that the bot opened last, as Slack keeps it. */
function openedView({ workspace }: SlackBot): View {
  const { answer } = workspace.of('views.open').at(-1) ?? {};
  expect(answer).toMatchObject({ ok: true });
  return (answer as { view: View }).view;
}

/** The button with this label in a message. */
function button(message: unknown, label: string): unknown {
  const { blocks } = message as { blocks: { elements?: { type: string; text?: { text: string } }[] }[] };
  const found = blocks.flatMap(({ elements = [] }) => elements).find((one) => one.text?.text === label);
  if (!found) throw new Error(`no button ${label}`);
  return found;
}

function fakeDispatch(work: () => Promise<Outcome>): Dispatch {
  return Object.assign(() => work(), { suggest: async () => [], presence: async () => true });
}

const done: Outcome = { kind: 'replied', visibility: 'private', reply: reply(paragraph(['It is done.'])) };

describe('a command', () => {
  test('typed whole is answered by the acknowledgement, for the person alone', async () => {
    const bot = await openSlackBot();
    const said = await bot.types('/lor add Dr. Chen due:2027-09-15');
    expect(said.status).toBe(200);
    expect(said.body).toMatchObject({ response_type: 'ephemeral', mrkdwn: false, unfurl_links: false });
    expect(said.body?.text).toContain('Dr. Chen is on your list.');
    expect(bot.workspace.calls.map(({ method }) => method)).toEqual(['auth.test']);
  });

  test('without what it needs opens a form, whose sending stores and answers where it was asked', async () => {
    const bot = await openSlackBot();
    const said = await bot.types('/lor add due:2027-09-15');
    expect(said).toMatchObject({ status: 200, text: '' });
    const view = openedView(bot);
    expect(view).toMatchObject({ type: 'modal', callback_id: 'form' });
    const sent = await bot.sends(view, { name: 'Dr. Chen' });
    expect(sent).toMatchObject({ status: 200, text: '' });
    expect(bot.workspace.told).toHaveLength(1);
    expect(bot.workspace.told[0]).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    expect((await bot.types('/lor list')).body?.text).toMatch(/Dr\. Chen[\s\S]*15 Sep 2027/u);
  });

  test('a wrong date keeps the form open, with the sentence at its field', async () => {
    const bot = await openSlackBot();
    await bot.types('/lor add due:blursday');
    const sent = await bot.sends(openedView(bot), { name: 'Dr. Chen', due: 'blursday' });
    expect(sent.body).toMatchObject({
      response_action: 'errors',
      errors: { due: expect.stringContaining('blursday') },
    });
    expect((await bot.types('/lor list')).body?.text).not.toContain('Chen');
  });

  test('a form that does not open is told in words instead', async () => {
    const bot = await openSlackBot();
    bot.workspace.breaks('views.open', { error: 'expired_trigger_id' });
    const said = await bot.types('/lor add Dr. Chen due:blursday met:"ICU, May"');
    expect(said).toMatchObject({ status: 200, text: '' });
    expect(bot.workspace.told[0]?.text).toContain('blursday');
    // The button opens the form with all that was typed.
    await bot.presses(button(bot.workspace.told[0] ?? {}, 'Correct it'));
    expect(JSON.stringify(openedView(bot))).toContain('ICU, May');
  });

  test('of administrators is refused to others and asks Slack only then, once', async () => {
    const bot = await openSlackBot();
    await bot.types('/lor list');
    expect(bot.workspace.of('users.info')).toHaveLength(0);
    expect((await bot.types('/lor-admin digest list')).body?.text).toContain('admin');
    await bot.types('/lor-admin digest list');
    expect(bot.workspace.of('users.info')).toHaveLength(1);
    const admin = await bot.types('/lor-admin digest add 0 9 * * MON', bot.workspace.admin);
    expect(admin.body?.text).toContain('09:00');
  });

  test('that takes five seconds is acknowledged first and answered afterwards', async () => {
    let finish: (outcome: Outcome) => void = () => undefined;
    const work = new Promise<Outcome>((resolve) => {
      finish = resolve;
    });
    const slept: number[] = [];
    const bot = await openSlackBot({
      impatient: true,
      dispatch: fakeDispatch(() => work),
      sleep: async (milliseconds) => void slept.push(milliseconds),
    });
    expect(await bot.types('/lor list')).toMatchObject({ status: 200, text: '' });
    expect(slept).toEqual([1_000]);
    expect(bot.workspace.told).toEqual([]);
    finish(done);
    await bot.adapter.stop();
    expect(bot.workspace.told).toMatchObject([{ text: 'It is done.', response_type: 'ephemeral' }]);
  });

  test('is answered in a DM when its address is used up', async () => {
    const bot = await openSlackBot();
    const said = await bot.types('/lor add Dr. Chen');
    await bot.presses(button(said.body, 'Show'), bot.workspace.maya, { response_url: undefined });
    const [posted] = bot.workspace.of('chat.postMessage');
    expect(posted?.sent.channel).toMatch(/^D/u);
    expect(posted?.sent.text).toContain('Dr. Chen');
  });
});

test('a pressed button is acknowledged and answered at its address', async () => {
  const bot = await openSlackBot();
  const said = await bot.types('/lor add Dr. Chen');
  expect(await bot.presses(button(said.body, 'I asked'))).toMatchObject({ status: 200, text: '' });
  expect(bot.workspace.told[0]?.text).toContain('asked');
});

test('a button that edits opens the form with what stands', async () => {
  const bot = await openSlackBot();
  const said = await bot.types('/lor add Dr. Chen');
  await bot.presses(button(said.body, 'Edit'));
  expect(JSON.stringify(openedView(bot).blocks)).toContain('Dr. Chen');
});

describe('a question', () => {
  function posted(bot: SlackBot) {
    const [first] = bot.workspace.of('chat.postMessage');
    expect(first?.answer).toMatchObject({ ok: true });
    return first?.sent;
  }

  test('in a mention is answered in its thread', async () => {
    const bot = await openSlackBot();
    expect(await bot.mentions('how many letters do I need?', { ts: '111.222' })).toMatchObject({ status: 200 });
    const sent = posted(bot);
    expect(sent).toMatchObject({ channel: bot.workspace.letters, thread_ts: '111.222', mrkdwn: 'false' });
    expect(sent?.text).toContain('letters');
  });

  test('in a thread stays in that thread', async () => {
    const bot = await openSlackBot();
    await bot.mentions('how many letters do I need?', { ts: '111.222', thread_ts: '100.200' });
    expect(posted(bot)).toMatchObject({ thread_ts: '100.200' });
  });

  test('in a DM is answered there', async () => {
    const bot = await openSlackBot();
    const { channel } = await bot.workspace.ask('xoxp-maya', 'conversations.open', { users: botUser });
    const dm = (channel as { id: string }).id;
    await bot.writes('how many letters do I need?', dm);
    const sent = posted(bot);
    expect(sent?.channel).toBe(dm);
    expect(sent?.thread_ts).toBeUndefined();
  });

  test.each([
    ['the bot itself', { user: botUser }],
    ['another bot', { bot_id: 'B0OTHER' }],
    ['an edit', { subtype: 'message_changed' }],
  ])('of %s is left alone', async (_, more) => {
    const bot = await openSlackBot();
    expect(await bot.mentions('how many letters?', more)).toMatchObject({ status: 200, text: '' });
    expect(bot.workspace.of('chat.postMessage')).toEqual([]);
  });

  test('that comes twice is answered once', async () => {
    const bot = await openSlackBot();
    const body = (shift: number): Promise<Said> =>
      bot.post(
        JSON.stringify({
          type: 'event_callback',
          event_id: 'Ev1',
          team_id: 'T000000001',
          event: {
            type: 'app_mention',
            user: bot.workspace.maya,
            text: 'hi',
            ts: '1.1',
            channel: bot.workspace.letters,
          },
        }),
        { shift },
      );
    for (const shift of [0, -1]) expect((await body(shift)).status).toBe(200);
    expect(bot.workspace.of('chat.postMessage')).toHaveLength(1);
  });
});

test('the home page shows what is to be done today', async () => {
  const bot = await openSlackBot();
  await bot.types('/lor add Dr. Chen');
  await bot.opensHome();
  const [published] = bot.workspace.of('views.publish');
  expect(published?.answer).toMatchObject({ ok: true });
  expect(published?.sent.user_id).toBe(bot.workspace.maya);
  expect(published?.sent.view).toContain('Dr. Chen');
});

test('the home page follows what is changed elsewhere, for whoever has opened theirs', async () => {
  const bot = await openSlackBot();
  const pages = () => bot.workspace.of('views.publish');
  await bot.opensHome();
  await bot.types('/lor add Dr. Silva');
  expect(pages()).toHaveLength(2);
  expect(pages()[1]?.sent.view).toContain('Dr. Silva');
  await bot.types('/lor list');
  await bot.types('/lor add Dr. Okafor', bot.workspace.noah);
  await bot.types('/lor remove nobody');
  expect(pages()).toHaveLength(2);
});

test('somebody new is asked on the home page whether they want to be written to', async () => {
  const bot = await openSlackBot();
  await bot.opensHome();
  const page = JSON.parse(bot.workspace.of('views.publish')[0]?.sent.view ?? '{}');
  expect(JSON.stringify(page)).toContain('May I write to you?');
  const place = { response_url: undefined, channel: undefined, view: { type: 'home' } };
  await bot.presses(button(page, 'Yes, remind me'), bot.workspace.maya, place);
  const after = bot.workspace.of('views.publish').at(-1)?.sent.view;
  expect(after).not.toContain('May I write to you?');
  expect(after).toContain('On: one message a day at most');
});

test('a button of the home page is answered in a DM, and the page is drawn anew', async () => {
  const bot = await openSlackBot();
  await bot.types('/lor add Dr. Chen due:"in 3 days"');
  await bot.opensHome();
  const page = JSON.parse(bot.workspace.of('views.publish')[0]?.sent.view ?? '{}');
  const place = { response_url: undefined, channel: undefined, view: { type: 'home' } };
  await bot.presses(button(page, 'I asked'), bot.workspace.maya, place);
  expect(bot.workspace.of('chat.postMessage')[0]?.sent.channel).toMatch(/^D/u);
  expect(bot.workspace.of('views.publish')[1]?.sent.view).toContain('asked');
});

test('a form of the home page draws the page anew once it is sent, and a refusal leaves it as it is', async () => {
  const bot = await openSlackBot();
  await bot.opensHome();
  const page = JSON.parse(bot.workspace.of('views.publish')[0]?.sent.view ?? '{}');
  const place = { response_url: undefined, channel: undefined, view: { type: 'home' } };
  await bot.presses(button(page, 'Add a letter'), bot.workspace.maya, place);
  await bot.sends(openedView(bot), { name: 'Dr. Okafor' });
  expect(bot.workspace.of('views.publish').at(-1)?.sent.view).toContain('Dr. Okafor');
  const drawn = bot.workspace.of('views.publish').length;
  for (let time = 0; time < 70; time += 1) await bot.post(homeOpened(bot, time));
  expect(bot.workspace.of('views.publish').length).toBeLessThan(drawn + 70);
  expect(bot.workspace.of('views.publish').at(-1)?.sent.view).toContain('Dr. Okafor');
});

function homeOpened({ workspace }: SlackBot, time: number): string {
  const event = { type: 'app_home_opened', user: workspace.maya, tab: 'home', channel: 'D1' };
  const authorizations = [{ team_id: team, user_id: botUser, is_bot: true, is_enterprise_install: false }];
  return JSON.stringify({ type: 'event_callback', event_id: `EvHome${time}`, team_id: team, authorizations, event });
}

test('an answer that Slack takes only later is given then, once', async () => {
  const slept: number[] = [];
  const bot = await openSlackBot({
    sleep: async (milliseconds) => {
      if (milliseconds < 3_000) return new Promise<void>(() => undefined);
      slept.push(milliseconds);
    },
  });
  bot.workspace.breaks('chat.postMessage', { status: 429, headers: { 'retry-after': '3' } });
  await bot.mentions('how many letters?');
  expect(slept).toEqual([3_000]);
  expect(bot.workspace.of('chat.postMessage')).toHaveLength(1);
});

test('an answer that may have arrived is not given again', async () => {
  const bot = await openSlackBot();
  bot.workspace.breaks('chat.postMessage', 'lose');
  await bot.mentions('how many letters?');
  expect(bot.workspace.of('chat.postMessage')).toHaveLength(1);
  expect(bot.logged).toContain('an answer could not be given');
});

test('a Slack that cannot be reached is told by the health, and the bot starts', async () => {
  const bot = await openSlackBot({ apiUrl: 'http://127.0.0.1:9/' });
  expect(bot.adapter.health()).toMatchObject({ up: false, reason: expect.any(String) });
});

test('a digest is posted in its channel', async () => {
  const bot = await openSlackBot();
  await bot.types('/lor-admin digest add 0 9 * * MON', bot.workspace.admin);
  await bot.types('/lor-admin deadline add ERAS letters due date:"in 20 days" time:17:00', bot.workspace.admin);
  await bot.types('/lor-admin digest now', bot.workspace.admin);
  await bot.settled();
  const [post] = bot.workspace.of('chat.postMessage');
  expect(post?.answer).toMatchObject({ ok: true });
  expect(post?.sent).toMatchObject({ channel: bot.workspace.letters, unfurl_links: 'false' });
  expect(post?.sent.text).toContain('ERAS letters due');
});

test('a reminder comes as a direct message', async () => {
  const bot = await openSlackBot();
  await bot.types('/lor remind on');
  await bot.types('/lor add Dr. Chen due:"in 30 days"');
  await bot.playTo(addMilliseconds(bot.clock.now(), 29 * 86_400_000), async () => undefined);
  const [opened] = bot.workspace.of('conversations.open');
  expect(opened?.sent.users).toBe(bot.workspace.maya);
  const [post] = bot.workspace.of('chat.postMessage');
  const dm = opened?.answer.channel as { id: string } | undefined;
  expect(post?.answer).toMatchObject({ ok: true, channel: dm?.id });
  expect(post?.sent.text).toContain('Dr. Chen');
});

test('hostile text is shown as itself', async () => {
  const bot = await openSlackBot();
  const said = await bot.types('/lor add &lt;!channel&gt; *Chen* &amp;lt;@U1&amp;gt; javascript:alert(1)');
  const text = String(said.body?.text);
  expect(text).toContain('&lt;!channel&gt; *Chen* &amp;lt;@U1&amp;gt; javascript:alert(1)');
  expect(text).not.toMatch(/<[!@#]/u);
  expect(JSON.stringify(said.body?.blocks)).toContain('<!channel> *Chen* &lt;@U1&gt;');
  expect(JSON.stringify(said.body?.blocks)).not.toContain('mrkdwn');
});

test('a handler that fails still answers', async () => {
  const failed: Outcome = { kind: 'failed', reply: reply(paragraph(['Something broke: r3f.'])) };
  const bot = await openSlackBot({ dispatch: fakeDispatch(async () => failed) });
  expect((await bot.types('/lor list')).body?.text).toBe('Something broke: r3f.');
});

test('a sent form whose command fails stays open', async () => {
  const failed: Outcome = { kind: 'failed', reply: reply(paragraph(['Something broke: r3f.'])) };
  const real = await openSlackBot();
  await real.types('/lor add');
  const view = openedView(real);
  const bot = await openSlackBot({ dispatch: fakeDispatch(async () => failed) });
  expect((await bot.sends(view, { name: 'Dr. Chen' })).body).toEqual({
    response_action: 'errors',
    errors: { name: 'Something broke: r3f.' },
  });
});
