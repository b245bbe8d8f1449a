import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Received, receiveInteraction, receiveMessage } from '../../../adapters/discord/receive.ts';

const bot = '290926444748734465';

/** A payload as Discord sends it, with parts of it replaced. */
function fixture(name: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  const url = new URL(`../../fixtures/discord/${name}.json`, import.meta.url);
  return { ...JSON.parse(readFileSync(url, 'utf8')), ...changes };
}

function interaction(name: string, changes: Record<string, unknown> = {}): Received {
  const received = receiveInteraction(fixture(name, changes));
  if (!received) throw new Error(`${name} was not received`);
  return received;
}

function requestOf(received: Received | undefined): unknown {
  return received?.invocation.request;
}

function call(path: string, args: Record<string, string> = {}): unknown {
  return { kind: 'call', call: { path, args } };
}

describe('who has the bot where it is used', () => {
  const server = '290926798626357999';
  const maya = '80351110224678912';
  const sentBy = (owners: unknown) => interaction('command', { authorizing_integration_owners: owners }).invocation;

  it('is the server, and the person as well where they installed it for themselves', () => {
    expect(sentBy({ '0': server })).toMatchObject({ community: server });
    expect(sentBy({ '0': server }).personal).toBeUndefined();
    expect(sentBy({ '0': server, '1': maya })).toMatchObject({ community: server, personal: true });
  });

  it('is the person alone in a server that does not have it, where they administer nothing of ours', () => {
    const { member } = fixture('command') as { member: Record<string, unknown> };
    const administering = { ...member, permissions: '32' };
    const { invocation } = interaction('command', {
      authorizing_integration_owners: { '1': maya },
      member: administering,
    });
    expect(invocation).toMatchObject({ community: null, personal: true, administrator: false });
    expect(interaction('command', { member: administering }).invocation.administrator).toBe(true);
  });

  it('C12: is nobody who presses what another person’s bot has shown', () => {
    expect(sentBy({ '1': '290926798626357111' })).toMatchObject({ community: null });
    expect(sentBy({ '1': '290926798626357111' }).personal).toBeUndefined();
  });

  it.each([[undefined], ['x'], [null], [[]]])('is the server where Discord says %j', (owners) => {
    expect(sentBy(owners)).toMatchObject({ community: server });
  });
});

describe('a command', () => {
  it('is a call with its values as text', () => {
    expect(interaction('command')).toEqual({
      kind: 'command',
      invocation: {
        delivery: '846462639134605312',
        account: { platform: 'discord', workspace: '', user: '80351110224678912' },
        community: '290926798626357999',
        place: { kind: 'channel', channel: '345626669114982999' },
        administrator: false,
        language: 'en',
        request: call('lor add', { writer: 'Dr. Ana Ríos', copies: '3', waived: 'yes', channel: '345626669114982402' }),
      },
      answer: {
        kind: 'interaction',
        id: '846462639134605312',
        token: 'aW50ZXJhY3Rpb246ODQ2NDYyNjM5MTM0NjA1MzEy',
        application: bot,
        channel: '345626669114982999',
        message: undefined,
      },
    });
  });

  it.each([
    ['fr', 'fr'],
    ['en-GB', 'en'],
    ['de', undefined],
    [7, undefined],
    [undefined, undefined],
  ])('from a Discord in “%s” says the language where it is spoken here', (locale, language) => {
    const received = receiveInteraction(fixture('command', { locale }));
    expect(received?.invocation.language).toBe(language);
  });

  it('has its group in its path', () => {
    expect(requestOf(interaction('command-in-group'))).toEqual(call('lor-admin digest add', { weekly: 'no' }));
  });

  it('in a DM has no community', () => {
    expect(interaction('command-in-dm').invocation).toMatchObject({
      account: { user: '80351110224678912' },
      community: null,
      place: { kind: 'dm' },
      administrator: false,
      request: call('lor today'),
    });
  });

  it('without subcommands is the name alone', () => {
    const data = { id: '1', type: 1, name: 'lor', options: [{ type: 3, name: 'a', value: 'b' }] };
    expect(requestOf(interaction('command', { data }))).toEqual(call('lor', { a: 'b' }));
  });
});

describe('an administrator', () => {
  it.each([
    ['0', false],
    ['2147483648', false],
    ['16', false],
    ['8', true],
    ['32', true],
    ['40', true],
    ['17179869183', true],
  ])('has permissions like %s: %s', (permissions, administrator) => {
    const member = { user: { id: '80351110224678912' }, permissions };
    expect(interaction('command', { member }).invocation.administrator).toBe(administrator);
  });

  it('is nobody in a DM', () => {
    const member = { user: { id: '80351110224678912' }, permissions: '8' };
    expect(interaction('command-in-dm', { member }).invocation.administrator).toBe(false);
  });
});

describe('a component', () => {
  it('makes the call that it carries', () => {
    const pressed = interaction('button');
    expect(pressed).toMatchObject({ kind: 'component', answer: { message: '846462639134600000' } });
    expect(requestOf(pressed)).toEqual(call('lor show', { letter: 'L7' }));
  });

  it('adds what was picked', () => {
    expect(requestOf(interaction('string-select'))).toEqual(call('lor show', { letter: 'L9', view: 'full' }));
    expect(requestOf(interaction('channel-select'))).toEqual(
      call('lor-admin digest add', { channel: '345626669114982402' }),
    );
  });

  it.each([
    ['a foreign id', { component_type: 2, custom_id: 'accept_rules' }],
    ['an id of another kind', { component_type: 2, custom_id: 'f|lor add' }],
    ['a menu without its choice', { component_type: 3, custom_id: 'm|lor show|letter', values: [] }],
    ['a menu with two choices', { component_type: 3, custom_id: 'm|lor show|letter', values: ['a', 'b'] }],
    ['a button as a menu', { component_type: 3, custom_id: 'b|lor show', values: ['a'] }],
  ])('with %s is a call of no command', (_, data) => {
    expect(requestOf(interaction('button', { data }))).toEqual(call(''));
  });

  it('C12: cannot reach the prototype of anything', () => {
    const request = requestOf(
      interaction('button', { data: { component_type: 2, custom_id: 'b|lor show|__proto__|x' } }),
    );
    expect(Object.getPrototypeOf((request as { call: { args: object } }).call.args)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});

describe('a sent form', () => {
  it('makes its call with the values of its fields, empty ones too', () => {
    const sent = interaction('modal-submit');
    expect(sent.kind).toBe('form');
    expect(requestOf(sent)).toEqual(
      call('lor edit', { letter: 'L7', note: 'Two pages,\nplease', kind: 'attending', channel: '', due: '' }),
    );
  });

  it('holds the people and roles that were picked', () => {
    const picked = (type: number, name: string, values: readonly string[]) => ({
      type: 18,
      component: { type, custom_id: name, values },
    });
    const components = [picked(5, 'user', ['345626669114982402']), picked(6, 'helpers', [])];
    const data = { custom_id: 'f|lor-admin role grant', components };
    expect(requestOf(interaction('modal-submit', { data }))).toEqual(
      call('lor-admin role grant', { user: '345626669114982402', helpers: '' }),
    );
  });

  it('without a call of ours is a call of no command', () => {
    expect(requestOf(interaction('modal-submit', { data: { custom_id: 'b|lor add', components: [] } }))).toEqual(
      call(''),
    );
  });
});

describe('a file', () => {
  const file = { id: '7', filename: 'a.csv', size: 3, url: 'https://cdn.discordapp.com/attachments/1/7/a.csv?ex=1' };
  const offered = { name: 'a.csv', size: 3, url: file.url };
  const attachments = { '7': { ...file, content_type: 'text/csv', ephemeral: true } };
  const option = (value: string) => ({ type: 11, name: 'table', value });
  const command = (data: Record<string, unknown>) =>
    interaction('command', { data: { type: 1, name: 'lor', ...data, options: [option('7')] } });
  const upload = (values: readonly string[]) => [{ type: 18, component: { type: 19, custom_id: 'table', values } }];
  const form = (values: readonly string[], resolved: unknown) =>
    interaction('modal-submit', { data: { custom_id: 'f|lor import', components: upload(values), resolved } });

  it('that is attached to an option is offered under its name, and its id is no value', () => {
    expect(command({ resolved: { attachments } })).toMatchObject({ kind: 'command', files: { table: offered } });
    expect(requestOf(command({ resolved: { attachments } }))).toEqual(call('lor'));
  });

  it('in a form is offered under the name of its field', () => {
    expect(form(['7'], { attachments })).toMatchObject({ kind: 'form', files: { table: offered } });
    expect(requestOf(form(['7'], { attachments }))).toEqual(call('lor import'));
  });

  it('that was left out of a form is an empty field', () => {
    expect(requestOf(form([], { attachments }))).toEqual(call('lor import', { table: '' }));
    expect(form([], { attachments })).not.toHaveProperty('files');
  });

  it.each([
    ['nothing about it', undefined],
    ['nothing that can be read', { attachments: { '7': { id: '7' } } }],
    ['another one', { attachments: { '8': file } }],
    ['a prototype', { attachments: Object.create({ '7': file }) }],
  ])('of which the payload says %s is as good as none', (_, resolved) => {
    expect(command({ resolved })).not.toHaveProperty('files');
    expect(form(['7'], resolved)).not.toHaveProperty('files');
  });

  it('is no value of what is being typed beside it', () => {
    const options = [option('7'), { type: 3, name: 'mode', value: 'r', focused: true }];
    const typed = interaction('autocomplete', { data: { type: 1, name: 'lor', options } });
    expect(requestOf(typed)).toEqual(call('lor'));
  });
});

describe('an option being typed', () => {
  it('comes with the call so far', () => {
    expect(interaction('autocomplete')).toMatchObject({
      kind: 'suggest',
      option: 'letter',
      typed: 'Dr. A',
      invocation: { request: { call: { path: 'lor show', args: { full: 'yes' } } } },
    });
    expect(requestOf(interaction('autocomplete'))).toEqual(call('lor show', { full: 'yes' }));
  });

  it('is nothing when none has the focus', () => {
    expect(receiveInteraction(fixture('command', { type: 4 }))).toBeUndefined();
  });
});

describe('the command in the menu of a message', () => {
  const pick = (content: string) =>
    interaction('command', {
      data: { id: '1', type: 3, name: 'Answer this', target_id: '2', resolved: { messages: { '2': { content } } } },
    });

  it('asks what the message asks, for whoever picked it', () => {
    const received = pick(`<@${bot}> how many letters?`);
    expect(requestOf(received)).toEqual(call('lor ask', { question: 'how many letters?' }));
    expect(received?.kind).toBe('command');
    expect(received?.invocation.heard).toBeUndefined();
  });

  it('asks for the question where the message has no words', () => {
    expect(requestOf(pick(''))).toEqual(call('lor ask'));
  });
});

describe('a message', () => {
  const say = (name: string, changes: Record<string, unknown> = {}) => receiveMessage(fixture(name, changes), bot);

  it('that names the bot is a question', () => {
    expect(say('message-mention')).toEqual({
      kind: 'message',
      invocation: {
        delivery: '1177000000000000001',
        account: { platform: 'discord', workspace: '', user: '80351110224678912' },
        community: '290926798626357999',
        place: { kind: 'channel', channel: '345626669114982999' },
        administrator: false,
        request: call('lor ask', { question: 'how many letters do I need?' }),
        heard: {
          as: 'mention',
          thread: '1177000000000000001',
          link: 'https://discord.com/channels/290926798626357999/345626669114982999/1177000000000000001',
        },
      },
      answer: { kind: 'message', channel: '345626669114982999', message: '1177000000000000001' },
    });
    expect(requestOf(say('message-mention', { content: `hi <@!${bot}>, who?` }))).toEqual(
      call('lor ask', { question: 'hi  , who?' }),
    );
    expect(requestOf(say('message-mention', { content: `<@${bot}>`, type: 19 }))).toEqual(call('lor ask'));
  });

  it('in a DM is a question, or a command when it looks like one', () => {
    expect(say('message-dm')?.invocation).toMatchObject({ community: null, place: { kind: 'dm' } });
    expect(requestOf(say('message-dm'))).toEqual(call('lor ask', { question: 'how many letters do I need?' }));
    expect(requestOf(say('message-dm', { content: '/lor list page:2' }))).toEqual({
      kind: 'typed',
      text: 'lor list page:2',
    });
    expect(requestOf(say('message-dm', { content: '/lor-admin answers' }))).toEqual({
      kind: 'typed',
      text: 'lor-admin answers',
    });
    expect(requestOf(say('message-dm', { content: '/lord of what?' }))).toEqual(
      call('lor ask', { question: '/lord of what?' }),
    );
  });

  it('in a channel is never a command, whose answer could be private', () => {
    expect(requestOf(say('message-mention', { content: `<@${bot}> /lor list` }))).toEqual(
      call('lor ask', { question: '/lor list' }),
    );
  });

  const toBot = { author: { id: bot }, message_reference: { message_id: '1177000000000000777' } };
  const heard = (changes: Record<string, unknown>, hearing?: Parameters<typeof receiveMessage>[2]) => {
    const received = receiveMessage(fixture('message-mention', changes), bot, hearing);
    return received?.invocation.heard;
  };

  it('that replies to the bot is meant for it, and goes on with what that answered', () => {
    const reply = { content: 'and for carms?', type: 19, referenced_message: toBot };
    expect(heard(reply)).toMatchObject({
      as: 'mention',
      thread: '1177000000000000001',
      follows: '1177000000000000777',
    });
    expect(heard({ ...reply, content: '' })).toBeUndefined();
    expect(heard({ ...reply, referenced_message: { author: { id: '1' } } })).toBeUndefined();
    expect(heard({ ...reply, referenced_message: 7 })).toBeUndefined();
  });

  it('to everybody is overheard where channels are read', () => {
    const talk = { content: 'how many letters do I need?' };
    expect(heard(talk, { readChannels: true })).toMatchObject({ as: 'overheard', thread: '1177000000000000001' });
    expect(heard({ content: '' }, { readChannels: true })).toBeUndefined();
    expect(heard(talk)).toBeUndefined();
  });

  it('in a thread belongs to the thread’s channel, and is answered in the thread', () => {
    const hearing = { parentOf: (channel: string) => (channel === '345626669114982999' ? '31' : undefined) };
    const received = receiveMessage(fixture('message-mention', { referenced_message: toBot }), bot, hearing);
    expect(received?.invocation).toMatchObject({
      place: { kind: 'channel', channel: '31' },
      heard: { thread: '345626669114982999' },
    });
    expect(received?.invocation.heard?.follows).toBeUndefined();
    expect(received?.answer).toMatchObject({ channel: '345626669114982999' });
  });

  it.each([
    ['names nobody', { content: 'how many letters do I need?' }],
    ['names somebody else', { content: '<@80351110224678999> how many?' }],
    ['is from a bot', { author: { id: '80351110224678912', bot: true } }],
    ['is from the bot itself', { author: { id: bot } }],
    ['is from a webhook', { webhook_id: '1177000000000000009' }],
    ['tells that somebody joined', { type: 7 }],
  ])('that %s is not for us', (_, changes) => {
    expect(say('message-mention', changes)).toBeUndefined();
  });
});

describe('a payload that is not as it should be', () => {
  it.each([
    ['a ping', { type: 1 }],
    ['a command of a message’s menu without the message', { data: { id: '1', type: 3, name: 'Answer this' } }],
    ['a command of a person’s menu', { data: { id: '1', type: 2, name: 'Report', target_id: '2' } }],
    ['nobody', { member: undefined }],
    ['a bot', { member: { user: { id: '1', bot: true }, permissions: '0' } }],
    ['permissions that are no number', { member: { user: { id: '1' }, permissions: 'all' } }],
    ['an id that is none', { id: '../1' }],
    ['no token', { token: '' }],
    ['no channel', { channel_id: undefined }],
    ['a value that is none', { data: { type: 1, name: 'lor', options: [{ type: 3, name: 'a', value: {} }] } }],
  ])('(%s) is nothing', (_, changes) => {
    expect(receiveInteraction(fixture('command', changes))).toBeUndefined();
  });

  it('never throws', () => {
    const names = ['command', 'button', 'string-select', 'autocomplete', 'modal-submit', 'message-dm'];
    const junk = fc.oneof(fc.anything(), fc.jsonValue(), fc.bigInt(), fc.string());
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.constantFrom('type', 'data', 'member', 'user', 'content', 'author', 'id', 'message'),
        junk,
        (name, key, value) => {
          const payload = fixture(name, { [key]: value });
          for (const one of [payload, value]) {
            receiveInteraction(one);
            receiveMessage(one, bot);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is read by whatever id a component has', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100 }), (id) => {
        const received = interaction('button', { data: { component_type: 2, custom_id: id } });
        expect(received.invocation.request.kind).toBe('call');
      }),
    );
  });
});
