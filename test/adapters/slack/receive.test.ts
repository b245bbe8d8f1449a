import { describe, expect, test } from 'vitest';
import {
  receiveAction,
  receiveCommand,
  receiveEvent,
  receiveShortcut,
  receiveSubmission,
} from '../../../adapters/slack/receive.ts';
import type { Received } from '../../../adapters/slack/received.ts';
import { renderMessages } from '../../../adapters/slack/render.ts';
import { readMarkup } from '../../../adapters/slack/typed-text.ts';
import { menu, reply } from '../../../src/core/reply.ts';
import appMention from '../../fixtures/slack/app-mention.json' with { type: 'json' };
import button from '../../fixtures/slack/block-actions-button.json' with { type: 'json' };
import select from '../../fixtures/slack/block-actions-select.json' with { type: 'json' };
import messageIm from '../../fixtures/slack/message-im.json' with { type: 'json' };
import slash from '../../fixtures/slack/slash-command.json' with { type: 'json' };
import submission from '../../fixtures/slack/view-submission.json' with { type: 'json' };

function must(received: Received | undefined): Received {
  if (!received) throw new Error('the payload was not understood');
  return received;
}

function call(received: Received | undefined) {
  const { request } = must(received).invocation;
  return request.kind === 'call' ? request.call : undefined;
}

describe('a slash command', () => {
  test('becomes typed text with its root, free of what Slack made of it', () => {
    expect(must(receiveCommand(slash)).invocation).toEqual({
      delivery: '101.202.slashcommand',
      account: { platform: 'slack', workspace: 'T0INVENTED', user: 'U0MAYA0001' },
      community: 'T0INVENTED',
      place: { kind: 'channel', channel: 'C0LETTERS1' },
      administrator: false,
      request: {
        kind: 'typed',
        text: 'lor add Dr. O&Brien <chair> channel:C0MATCH001 from:@noah page:https://example.org/a?b=1&c=2',
        mentioned: { '@noah': 'U0NOAH0001' },
      },
    });
  });

  test('says where the answer goes', () => {
    expect(must(receiveCommand(slash)).answer).toEqual({
      responseUrl: 'https://hooks.slack.com/commands/T0INVENTED/1/abc',
      triggerId: '101.202.slashcommand',
      channel: 'C0LETTERS1',
    });
  });

  test('tells whom it mentions, by the words of the mention; a name that two share is nobody’s', () => {
    const mentioned = (text: string) => {
      const { request } = must(receiveCommand({ ...slash, text })).invocation;
      return request.kind === 'typed' ? request.mentioned : undefined;
    };
    expect(mentioned('role grant <@U0MAYA0001|maya> <@U0NOAH0001> <!subteam^S0HELPERS1|@helpers>')).toEqual({
      '@maya': 'U0MAYA0001',
      '@U0NOAH0001': 'U0NOAH0001',
      '@helpers': 'S0HELPERS1',
    });
    expect(mentioned('<!subteam^S0HELPERS1>')).toEqual({ '@subteam^S0HELPERS1': 'S0HELPERS1' });
    expect(mentioned('<@U1|maya> <@U2|maya> <@U1|maya> <!here> <#C1|c> @typed &lt;@U3|x&gt;')).toEqual({});
  });

  test('of the other root, without text', () => {
    const received = receiveCommand({ ...slash, command: '/lor-admin', text: '' });
    expect(must(received).invocation.request).toEqual({ kind: 'typed', text: 'lor-admin', mentioned: {} });
  });

  test('of an organisation-wide installation belongs to the organisation', () => {
    const { invocation } = must(receiveCommand({ ...slash, is_enterprise_install: 'true' }));
    expect(invocation.account.workspace).toBe('E0INVENTED');
    expect(invocation.community).toBe('T0INVENTED');
  });

  test('in a direct message is private', () => {
    const { invocation } = must(receiveCommand({ ...slash, channel_id: 'D0MAYADM01', channel_name: 'directmessage' }));
    expect(invocation.place).toEqual({ kind: 'dm' });
  });

  test('carries what the caller found out about the person', () => {
    expect(must(receiveCommand(slash, true)).invocation.administrator).toBe(true);
  });
});

describe('markup of Slack', () => {
  test.each([
    ['&amp;lt;', '&lt;'],
    ['&lt;!channel&gt;', '<!channel>'],
    ['<!here>', '@here'],
    ['<!subteam^S012|@advisors>', '@advisors'],
    ['<@U012>', '@U012'],
    ['<@U012|@maya>', '@maya'],
    ['<@U012|maya|b>', '@maya|b'],
    ['<#C012>', 'C012'],
    ['<mailto:a@example.org|a@example.org>', 'a@example.org'],
    ['<http://example.org|example.org>', 'http://example.org'],
    ['a < b', 'a < b'],
  ])('%s reads %s', (text, typed) => {
    expect(readMarkup(text)).toBe(typed);
  });
});

describe('a pressed button', () => {
  test('is the call that it carries', () => {
    expect(call(receiveAction(button))).toEqual({ path: 'lor done', args: { name: 'Smith & Jones' } });
    expect(must(receiveAction(button)).invocation.delivery).toBe('101.202.button');
    expect(must(receiveAction(button)).invocation.place).toEqual({ kind: 'dm' });
    expect(must(receiveAction(button)).answer).toEqual({
      responseUrl: 'https://hooks.slack.com/actions/T0INVENTED/2/def',
      triggerId: '101.202.button',
      channel: 'D0MAYADM01',
      threadTs: '1795305500.000100',
      messageTs: '1795305600.000100',
    });
  });

  test('outside a channel is private', () => {
    const { channel: _, ...rest } = button;
    expect(must(receiveAction(rest)).invocation.place).toEqual({ kind: 'dm' });
  });

  test.each(['', 'done', 'm|lor move|status', 'f|lor edit', 'b|', 'b|lor done|name'])(
    'with the forged value "%s" is nothing',
    (value) => {
      expect(receiveAction({ ...button, actions: [{ ...button.actions[0], value }] })).toBeUndefined();
    },
  );

  test('with a forged prototype name changes no prototype', () => {
    const value = 'b|__proto__|__proto__|polluted|constructor|x';
    const forged = call(receiveAction({ ...button, actions: [{ ...button.actions[0], value }] }));
    expect(forged?.path).toBe('__proto__');
    expect(Object.getPrototypeOf(forged?.args)).toBe(Object.prototype);
    expect(Object.hasOwn({}, 'polluted')).toBe(false);
  });
});

describe('a picked choice', () => {
  test('becomes the argument that the menu asks for', () => {
    expect(call(receiveAction(select))).toEqual({
      path: 'lor move',
      args: { name: 'Adams', status: 'asked & agreed' },
    });
    expect(must(receiveAction(select)).invocation.account.workspace).toBe('E0INVENTED');
    expect(must(receiveAction(select)).invocation.place).toEqual({ kind: 'channel', channel: 'C0LETTERS1' });
  });

  test('of a menu that was drawn comes back as its call', () => {
    const choice = { value: 'a & b', label: 'A' };
    const [message] = renderMessages(reply(menu('Pick', { path: 'lor move', args: { name: 'x:y' } }, 'to', [choice])));
    const [block] = message?.blocks ?? [];
    const [menuElement] = block?.type === 'actions' ? block.elements : [];
    if (menuElement?.type !== 'static_select') throw new Error('a menu was due');
    const [option] = menuElement.options ?? [];
    const action = { ...select.actions[0], action_id: menuElement.action_id, selected_option: option };
    expect(call(receiveAction({ ...select, actions: [action] }))).toEqual({
      path: 'lor move',
      args: { name: 'x:y', to: 'a & b' },
    });
  });

  test('that was taken back is nothing', () => {
    expect(receiveAction({ ...select, actions: [{ ...select.actions[0], selected_option: null }] })).toBeUndefined();
  });

  test('of a forged menu is nothing', () => {
    expect(receiveAction({ ...select, actions: [{ ...select.actions[0], action_id: '2.0:b|lor' }] })).toBeUndefined();
  });

  test('of a workspace that is not named belongs to the person who picked, or to nobody', () => {
    const teamless = { ...select, team: null, is_enterprise_install: false };
    expect(must(receiveAction(teamless)).invocation.community).toBe('T0INVENTED');
    expect(receiveAction({ ...teamless, user: { id: 'U0MAYA0001' } })).toBeUndefined();
    const orgWide = { ...select, team: null, user: { id: 'U0MAYA0001' } };
    expect(must(receiveAction(orgWide)).invocation).toMatchObject({
      account: { workspace: 'E0INVENTED' },
      community: null,
    });
  });
});

describe('a sent form', () => {
  test('is its call with every field as text', () => {
    expect(call(receiveSubmission(submission))).toEqual({
      path: 'lor edit',
      args: {
        name: 'Adams\nand Sons',
        note: 'two & three <four>',
        email: '',
        due: '2027-09-23',
        at: '09:05',
        kind: 'chair & more',
        waived: 'no',
        status: '',
        copies: '3',
        where: 'C0MATCH001',
      },
    });
  });

  test('holds the person who was picked', () => {
    const values = { user: { users_select: { type: 'users_select', selected_user: 'U0NOAH0001' } } };
    const args = call(receiveSubmission({ ...submission, view: { ...submission.view, state: { values } } }))?.args;
    expect(args).toMatchObject({ user: 'U0NOAH0001' });
  });

  test('is answered where it was asked for', () => {
    const { invocation, answer } = must(receiveSubmission(submission));
    expect(invocation.place).toEqual({ kind: 'channel', channel: 'C0LETTERS1' });
    expect(answer).toEqual({
      responseUrl: 'https://hooks.slack.com/commands/T0INVENTED/1/abc',
      triggerId: '101.202.view',
      channel: 'C0LETTERS1',
    });
  });

  describe('with a file', () => {
    const sent = (files: unknown) => {
      const values = { table: { file_input: { type: 'file_input', files } }, note: { a: { type: 'x', value: 'hi' } } };
      return must(receiveSubmission({ ...submission, view: { ...submission.view, state: { values } } }));
    };
    const url = 'https://files.slack.com/files-pri/T0-F0/download/a.csv';
    const file = { id: 'F0', name: 'a.csv', size: 3, mimetype: 'text/csv', url_private_download: url };

    test('offers it under the name of its field', () => {
      expect(sent([file])).toMatchObject({ files: { table: { id: 'F0', name: 'a.csv', size: 3, url } } });
      expect(call(sent([file]))?.args).toEqual({ name: 'Adams\nand Sons', note: 'hi' });
    });

    test('of which it tells no more than the id, offers that', () => {
      expect(sent([{ id: 'F0', name: null, url_private_download: null }]).files).toEqual({
        table: { id: 'F0', name: '' },
      });
    });

    test.each([[[]], [null]])('that was left out has an empty field: %j', (files) => {
      expect(sent(files)).not.toHaveProperty('files');
      expect(call(sent(files))?.args).toMatchObject({ table: '' });
    });
  });

  test.each([
    ['of another callback', { callback_id: 'other' }],
    ['with forged metadata', { private_metadata: '\n\nb|lor edit' }],
    ['without metadata', { private_metadata: '' }],
  ])('%s is nothing', (_, change) => {
    expect(receiveSubmission({ ...submission, view: { ...submission.view, ...change } })).toBeUndefined();
  });

  test('with a field named like a prototype changes none', () => {
    const values = JSON.parse('{"__proto__": {"a": {"type": "plain_text_input", "value": "x"}}}') as unknown;
    const args = call(receiveSubmission({ ...submission, view: { ...submission.view, state: { values } } }))?.args;
    expect(Object.getPrototypeOf(args)).toBe(Object.prototype);
  });
});

describe('a mention', () => {
  test('is a question without the mention', () => {
    const { invocation, answer } = must(receiveEvent(appMention));
    expect(invocation).toEqual({
      delivery: 'Ev0MENTION1',
      account: { platform: 'slack', workspace: 'T0INVENTED', user: 'U0MAYA0001' },
      community: 'T0INVENTED',
      place: { kind: 'channel', channel: 'C0LETTERS1' },
      administrator: false,
      request: { kind: 'call', call: { path: 'lor ask', args: { question: 'how many letters & from whom?' } } },
      heard: { as: 'mention', thread: '1795305590.000300', link: undefined },
      // The message says that its writer belongs to another workspace.
      guest: true,
    });
    expect(answer).toEqual({
      channel: 'C0LETTERS1',
      threadTs: '1795305590.000300',
      messageTs: '1795305600.000300',
    });
  });

  test('has the address that Slack itself copies, in its thread', () => {
    const home = 'https://inventedmatch.slack.com/';
    const link = 'https://inventedmatch.slack.com/archives/C0LETTERS1/p1795305600000300';
    const inThread = `${link}?thread_ts=1795305590.000300&cid=C0LETTERS1`;
    expect(must(receiveEvent(appMention, { home })).invocation.heard?.link).toBe(inThread);
    const event = { ...appMention.event, thread_ts: undefined };
    const alone = must(receiveEvent({ ...appMention, event }, { home })).invocation.heard;
    expect(alone).toEqual({ as: 'mention', thread: '1795305600.000300', link });
  });

  test('keeps the mention of anybody else', () => {
    const event = { ...appMention.event, text: 'hey <@U0LORBOT01|lorbot> would <@U0NOAH0001|noah> write?' };
    expect(call(receiveEvent({ ...appMention, event }))?.args.question).toBe('hey  would @noah write?');
  });

  test('is stripped at the start where the bot is not known by its id', () => {
    expect(call(receiveEvent({ ...appMention, authorizations: [] }))?.args.question).toBe(
      'how many letters & from whom?',
    );
  });

  test.each([
    ['a bot', { bot_id: 'B0OTHER001' }],
    ['the bot itself', { user: 'U0LORBOT01' }],
    ['an edit', { edited: { user: 'U0MAYA0001', ts: '1795305601.000000' } }],
  ])('by %s is nothing', (_, change) => {
    expect(receiveEvent({ ...appMention, event: { ...appMention.event, ...change } })).toBeUndefined();
  });
});

describe('a message in a direct message', () => {
  test('is a question', () => {
    const { invocation } = must(receiveEvent(messageIm));
    expect(call(receiveEvent(messageIm))).toEqual({
      path: 'lor ask',
      args: { question: 'who should write for me?' },
    });
    expect(invocation).toMatchObject({
      delivery: 'Ev0MESSAGE1',
      account: { workspace: 'E0INVENTED' },
      community: 'T0INVENTED',
      place: { kind: 'dm' },
    });
  });

  test.each(['file_share', 'thread_broadcast'])('with more to it, %s, is one, too', (subtype) => {
    const { request } = must(receiveEvent({ ...messageIm, event: { ...messageIm.event, subtype } })).invocation;
    expect(request).toMatchObject({ call: { args: { question: 'who should write for me?' } } });
  });

  test.each([
    ['that is a file of the bot itself', { user: 'U0LORBOT01' }, messageIm.authorizations],
    ['that could be one, for all the bot knows of itself', {}, []],
  ])('%s is nothing', (_, change, authorizations) => {
    const event = { ...messageIm.event, subtype: 'file_share', ...change };
    expect(receiveEvent({ ...messageIm, authorizations, event })).toBeUndefined();
  });

  test.each([
    ['by a bot', { bot_id: 'B0OTHER001' }],
    ['by the bot itself', { user: 'U0LORBOT01' }],
    ['by Slackbot', { user: 'USLACKBOT' }],
    ['by nobody', { user: undefined }],
    ['that is an edit', { subtype: 'message_changed', hidden: true }],
    ['that was edited', { edited: { user: 'U0MAYA0001', ts: '1' } }],
    ['of another subtype', { subtype: 'channel_join' }],
    ['in a channel', { channel: 'C0LETTERS1', channel_type: 'channel' }],
  ])('%s is nothing', (_, change) => {
    expect(receiveEvent({ ...messageIm, event: { ...messageIm.event, ...change } })).toBeUndefined();
  });
});

describe('a message in a channel', () => {
  const { channel, ts, user, client_msg_id } = appMention.event;
  const said = {
    type: 'message',
    channel_type: 'channel',
    text: 'how many letters?',
    channel,
    ts,
    user,
    client_msg_id,
  };
  const hear = (change: Record<string, unknown> = {}, more: Record<string, unknown> = {}, readChannels = true) =>
    receiveEvent({ ...appMention, ...more, event: { ...said, ...change } }, { readChannels });

  test('is overheard where channels are read, and nowhere else', () => {
    expect(must(hear()).invocation).toMatchObject({
      place: { kind: 'channel', channel },
      heard: { as: 'overheard', thread: ts },
      request: { call: { path: 'lor ask', args: { question: 'how many letters?' } } },
    });
    expect(must(hear({ channel_type: 'group', thread_ts: '1.1' })).invocation.heard?.thread).toBe('1.1');
    expect(hear({}, {}, false)).toBeUndefined();
  });

  test.each([
    ['mentions the bot, which comes as its own event', { text: 'hey <@U0LORBOT01> how many?' }, {}],
    ['mentions it by name, too', { text: '<@U0LORBOT01|lorbot> how many?' }, {}],
    ['says nothing', { text: '  ' }, {}],
    ['is in a group message', { channel_type: 'mpim' }, {}],
    ['is by a bot', { bot_id: 'B0OTHER001' }, {}],
    ['is an edit', { subtype: 'message_changed' }, {}],
    ['could be a mention, for all the bot knows of itself', {}, { authorizations: [] }],
  ])('that %s is nothing', (_, change, more) => {
    expect(hear(change, more)).toBeUndefined();
  });
});

describe('the shortcut in the menu of a message', () => {
  const picked = {
    type: 'message_action',
    callback_id: 'answer_this',
    trigger_id: '101.202.shortcut',
    response_url: 'https://hooks.slack.com/app/T0INVENTED/3/ghi',
    user: { id: 'U0MAYA0001', team_id: 'T0INVENTED' },
    team: { id: 'T0INVENTED' },
    channel: { id: 'C0LETTERS1', name: 'letters' },
    message: { type: 'message', user: 'U0NOAH0001', ts: '1795305600.000300', text: 'letters &amp; how many?' },
  };

  test('asks what the message asks, for whoever picked it', () => {
    const { invocation, answer } = must(receiveShortcut(picked));
    expect(invocation).toMatchObject({
      account: { user: 'U0MAYA0001' },
      place: { kind: 'channel', channel: 'C0LETTERS1' },
      request: { call: { path: 'lor ask', args: { question: 'letters & how many?' } } },
    });
    expect(invocation.heard).toBeUndefined();
    expect(answer.responseUrl).toBe(picked.response_url);
  });

  test.each([
    ['another shortcut', { callback_id: 'other' }],
    ['one without a message', { message: undefined }],
    ['one of the whole workspace', { type: 'shortcut' }],
  ])('%s is nothing', (_, change) => {
    expect(receiveShortcut({ ...picked, ...change })).toBeUndefined();
  });
});

describe('whatever arrives', () => {
  const receivers = { receiveCommand, receiveAction, receiveSubmission, receiveEvent, receiveShortcut };
  const fixtures = { slash, button, select, submission, appMention, messageIm };

  test.each(Object.entries(receivers))('%s takes nonsense for nothing', (_, receive) => {
    for (const payload of [undefined, null, 0, '', [], {}, { type: 'event_callback' }, { type: 'block_actions' }]) {
      expect(receive(payload)).toBeUndefined();
    }
  });

  test('a payload is understood by its own receiver alone', () => {
    const understood = Object.entries(fixtures).map(([name, payload]) => [
      name,
      Object.entries(receivers).flatMap(([receiver, receive]) => (receive(payload) ? [receiver] : [])),
    ]);
    expect(Object.fromEntries(understood)).toEqual({
      slash: ['receiveCommand'],
      button: ['receiveAction'],
      select: ['receiveAction'],
      submission: ['receiveSubmission'],
      appMention: ['receiveEvent'],
      messageIm: ['receiveEvent'],
    });
  });

  test('a payload without any one of its fields is understood or nothing, never an error', () => {
    for (const payload of Object.values(fixtures)) {
      for (const broken of withoutEach(payload)) {
        for (const receive of Object.values(receivers)) expect(() => receive(broken)).not.toThrow();
      }
    }
  });
});

/** The value in every variant that has one field, at any depth, replaced by null or left out. */
function withoutEach(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((key) => {
    const entries = value as Record<string, unknown>;
    const { [key]: removed, ...rest } = entries;
    return [rest, { ...rest, [key]: null }, ...withoutEach(removed).map((inner) => ({ ...rest, [key]: inner }))];
  });
}
