import { describe, expect, test } from 'vitest';
import { toCreate } from '../../../adapters/discord/api.ts';
import { renderForm } from '../../../adapters/discord/modals.ts';
import { toRegistration } from '../../../adapters/discord/register.ts';
import { registrationProblems } from '../../../adapters/discord/registration-problems.ts';
import { type DiscordMessage, renderMessages } from '../../../adapters/discord/render.ts';
import { type Declared, suggestions } from '../../../adapters/discord/suggest.ts';
import { commands } from '../../../commands/index.ts';
import type { Field } from '../../../src/core/form.ts';
import { choice, clearable, type Option, optional, text as textOption } from '../../../src/core/options.ts';
import {
  type Block,
  bullets,
  button,
  buttons,
  code,
  entry,
  fact,
  facts,
  file,
  heading,
  link,
  menu,
  note,
  numbers,
  paragraph,
  reply,
  strong,
  verbatim,
} from '../../../src/core/reply.ts';
import { wordsIn } from '../../../src/words/words-in.ts';
import { createTestDispatch, saying } from '../../support/discord-adapter.ts';
import { controls } from './pressed.ts';
import { dense, readable, walk } from './shown.ts';
import { expectAcceptable, expectCommandWithinLimits, expectModalWithinLimits } from './within-limits.ts';

// The bounds that `render.test.ts`, `modals.test.ts` and `register.test.ts` try in plain letters are not tried again.

/** One sign for a reader, eleven characters for a program. */
const family = '👩‍👩‍👧‍👦';

/** So many characters, nearly all of them in signs that must not be cut. */
function people(count: number): string {
  return 'a'.repeat(count % family.length) + family.repeat(Math.floor(count / family.length));
}

/** Nothing of a sign is left where the whole ones are taken out. */
function expectWhole(payload: unknown): void {
  expect(JSON.stringify(payload).replaceAll(family, '')).not.toMatch(/[\u200d\u{1f466}-\u{1f469}]|\\ud/u);
}

/** The messages in English; those in French, whose own words are longer, are held to the same. */
function render(...blocks: readonly Block[]): readonly DiscordMessage[] {
  const [french, messages] = [
    renderMessages({ ...reply(...blocks), language: 'fr' }),
    renderMessages(reply(...blocks)),
  ];
  expect(messages.length).toBeGreaterThan(0);
  for (const message of [...french, ...messages]) expectAcceptable(message);
  expectWhole([...french, ...messages].map(({ components }) => components));
  return messages;
}

function choices(count: number, label = (at: number) => `choice ${at}`) {
  return Array.from({ length: count }, (_, at) => ({ value: `v${at}`, label: label(at) }));
}

const call = { path: 'lor topics', args: {} };

/** What a message holds of each at most, beside the line that counts messages, and the block. */
const texts: readonly (readonly [string, number, (text: string) => Block])[] = [
  ['a paragraph', 3_970, (text) => paragraph([text])],
  ['a heading', 3_967, (text) => heading(text)],
  ['small print', 3_967, (text) => note([text])],
  ['an item', 3_968, (text) => bullets([[text]])],
  ['a numbered item', 3_967, (text) => numbers([[text]])],
  ['a fact', 3_962, (text) => facts(fact('a', [text]))],
  ['strong words', 3_966, (text) => paragraph([strong(text)])],
  ['code', 3_968, (text) => paragraph([code(text)])],
  ['the words of a link', 3_946, (text) => paragraph([link(text, 'https://a.example/b')])],
  ['a box', 3_962, (text) => verbatim(text)],
  ['a title', 3_966, (text) => entry([text], [])],
  ['a title beside its button', 3_966, (text) => entry([text], [], [button('Go', 'lor list')])],
  [
    'a title above its buttons',
    3_966,
    (text) => entry([text], [], [button('Go', 'lor list'), button('Stop', 'lor undo')]),
  ],
];

describe.each(texts)('C15: the text of %s', (_, most, make) => {
  test(`of ${most} characters is one message`, () => {
    const messages = render(make(people(most)));
    expect(messages).toHaveLength(1);
    expect(readable(messages)).toContain(people(most));
  });

  test.each([1, 2, 11, most])(
    `of ${most} and %i more goes on in the next, and nothing of it is cut or lost`,
    (more) => {
      const messages = render(make(people(most + more)));
      expect(messages.length).toBeGreaterThan(1);
      const seen = dense(
        readable(messages)
          .replace(/Part \d+ of \d+/gu, '')
          .replace(/GoStop|Go\nStop|Go/gu, ''),
      );
      expect(seen).toContain(people(most + more));
    },
  );
});

function field(more: Partial<Field>): Field {
  return { name: 'note', label: 'Note', kind: 'text', required: false, ...more };
}

function modal(...fields: readonly Field[]) {
  return { title: 'Add', call, fields };
}

function drawForm(form: Parameters<typeof renderForm>[0]) {
  const drawn = renderForm(form);
  if (!drawn) throw new Error('there is no form');
  expectModalWithinLimits(drawn);
  expectWhole(drawn);
  return drawn;
}

function firstOption(drawn: unknown): unknown {
  const labels = walk(drawn).flatMap(({ options }) => (options ?? []) as readonly { readonly label: string }[]);
  return labels[0]?.label;
}

function tooLongToPick(label: string): Field {
  return field({ kind: 'choice', choices: [{ value: 'v'.repeat(101), label }] });
}

/** What is shortened where it is longer, and where it then stands. */
const labels: readonly (readonly [string, number, (text: string) => unknown])[] = [
  ['a button', 80, (text) => controls(render(buttons(button(text, 'lor list')))[0])[0]?.label],
  [
    'a choice',
    100,
    (text) => firstOption(render(menu('Pick', call, 'topic', [{ value: 'v', label: text }]))[0]?.components),
  ],
  [
    'the words in a menu of several parts',
    126,
    (text) =>
      String(controls(render(menu(text, call, 'topic', choices(26)))[0])[0]?.placeholder).replace(' (1–25 of 26)', ''),
  ],
  ['a form', 45, (text) => drawForm({ ...modal(field({})), title: text }).title],
  ['a field', 45, (text) => walk(drawForm(modal(field({ label: text }))).components)[0]?.label],
  ['a problem', 100, (text) => walk(drawForm(modal(field({ problem: text }))).components)[0]?.description],
  [
    'a choice of a form',
    100,
    (text) =>
      firstOption(drawForm(modal(field({ kind: 'choice', choices: [{ value: 'v', label: text }] }))).components),
  ],
  ['an example', 100, (text) => walk(drawForm(modal(tooLongToPick(text))).components)[1]?.placeholder],
  [
    'a file',
    1_024,
    (text) => {
      const picture = file({ name: 'a.png', mime: 'image/png', alt: text, bytes: new Uint8Array() });
      const [first] = render(picture);
      const sent = first && toCreate(first).body.attachments;
      return (sent as readonly { readonly description: string }[])[0]?.description;
    },
  ],
];

describe.each(labels)('C15: the label of %s', (_, most, make) => {
  test(`of ${most} characters is unchanged, a longer one visibly shortened and never inside a sign`, () => {
    expect(make(people(most))).toBe(people(most));
    for (const more of [1, 2, 10, 11, 500]) {
      const text = people(most + more);
      const label = String(make(text));
      expect(label.length).toBeLessThanOrEqual(most);
      expect(label).toMatch(/…$/u);
      expect(text.startsWith(label.slice(0, -1))).toBe(true);
      expect(label.length).toBeGreaterThan(most - 1 - family.length);
    }
  });
});

describe('C15: what is alike', () => {
  const alike = (count: number) => render(buttons(...Array.from({ length: count }, () => button('Next', 'lor next'))));

  test('has as many ids as it has spellings, and then stands there to be typed', () => {
    expect(alike(64).flatMap(controls)).toHaveLength(64);
    expect(readable(alike(64))).not.toContain('/lor next');
    expect(alike(65).flatMap(controls)).toHaveLength(64);
    expect(readable(alike(65))).toContain('Next: /lor next');
  });

  test('and fills an id has no second spelling', () => {
    const full = button('Show', 'lor show', { letter: 'x'.repeat(100 - 'b|lor show|letter|'.length) });
    const messages = render(buttons(full, full));
    expect(messages.flatMap(controls).map(({ custom_id: id }) => String(id).length)).toEqual([100]);
    expect(readable(messages)).toContain(`Show: /lor show letter:${full.call.args.letter}`);
  });
});

test.each([975, 976, 1_600, 1_601])('C15: %i choices are each there once, in a menu or to be typed', (count) => {
  const messages = render(menu('Pick', call, 'topic', choices(count)));
  const picked = messages.flatMap(controls).flatMap(({ options }) => options as readonly { readonly label: string }[]);
  const typed = [...readable(messages).matchAll(/^(choice \d+): \/lor topics topic:v\d+$/gmu)].map(
    ([, label]) => label,
  );
  expect([...picked.map(({ label }) => label), ...typed]).toEqual(choices(count).map(({ label }) => label));
});

describe('C15: a problem that is told in full', () => {
  const remark = (problem: string) => {
    const texts = walk(drawForm(modal(field({ problem }))).components).filter(({ type }) => type === 10);
    return String(texts[0]?.content);
  };

  test('is unchanged while there is room for it, and else visibly shortened', () => {
    expect(remark(people(1_479))).toBe(people(1_479));
    for (const text of [people(1_481), people(9_000), '*'.repeat(1_000)]) {
      expect(remark(text)).toMatch(/…$/u);
      expect(remark(text).length).toBeGreaterThan(1_400);
    }
  });
});

describe('C15: suggestions', () => {
  const declared = (option: Option): readonly Declared[] => [
    { path: 'lor x', options: { a: option }, suggest: {}, visibility: 'private' },
  ];
  const typing = (typed: string) => ({
    ...{ kind: 'suggest' as const, option: 'a', typed },
    invocation: {
      ...{ delivery: '1', account: { platform: 'discord' as const, workspace: '', user: '7' }, community: null },
      ...{ place: { kind: 'dm' as const }, administrator: false },
      request: { kind: 'call' as const, call: { path: 'lor x', args: {} } },
    },
    answer: { kind: 'interaction' as const, id: '1', token: 't', application: '1', channel: '1', message: undefined },
  });
  const offer = async (found: readonly { readonly value: string; readonly label: string }[], option: Option) => {
    const { dispatch } = createTestDispatch(() => saying('x'), found);
    return suggestions(dispatch, declared(option), typing(''));
  };
  const plain = textOption('A', { max: 9 });

  test('are twenty-five at most', async () => {
    expect(await offer(choices(25), plain)).toHaveLength(25);
    const offered = await offer(choices(26), plain);
    expect(offered.map(({ value }) => value)).toEqual(choices(25).map(({ value }) => value));
  });

  test('keep a place for what takes the value away', async () => {
    const option = clearable(choice('Which', { a: 'A' }));
    expect(await offer(choices(24), option)).toHaveLength(25);
    const full = await offer(choices(25), option);
    expect(full).toHaveLength(25);
    expect(full.at(-1)).toEqual({ name: 'None', value: 'none' });
  });

  test('have names of a hundred characters, and values that are whole or not there', async () => {
    const offered = await offer(
      [
        { value: 'v'.repeat(100), label: people(100) },
        { value: 'w'.repeat(101), label: 'too long to be sent back' },
        { value: 'x', label: people(101) },
      ],
      plain,
    );
    expectWhole(offered);
    expect(offered.map(({ value }) => value)).toEqual(['v'.repeat(100), 'x']);
    expect(offered[0]?.name).toBe(people(100));
    expect(offered[1]?.name).toMatch(/…$/u);
    expect(offered[1]?.name.length).toBeLessThanOrEqual(100);
  });
});

describe('C15: registered commands', () => {
  const { declarations } = wordsIn('fr').core;

  test.each([{}, { fr: declarations }])('of ours are what discord.js takes, in every language', (translations) => {
    const registration = toRegistration(commands, translations);
    expect(registration.map(({ name }) => name)).toEqual(['lor', 'lor-admin']);
    for (const command of registration) expectCommandWithinLimits(command);
  });

  const declared = (path: string, summary: string, options: Record<string, Option> = {}) => ({
    ...{ path, summary, options, suggest: {}, access: 'member' as const },
  });
  const count = (size: number) =>
    Object.fromEntries(choices(size).map(({ value }) => [value, optional(textOption('A', { max: 9 }))]));
  const bounds: readonly (readonly [string, number, (size: number) => ReturnType<typeof declared>])[] = [
    ['characters of a name', 32, (size) => declared(`lor ${'a'.repeat(size)}`, 'A')],
    ['signs of a summary', 100, (size) => declared('lor a', people(size))],
    [
      'characters of an option’s summary',
      100,
      (size) => declared('lor a', 'A', { b: textOption(people(size), { max: 9 }) }),
    ],
    [
      'characters of an option’s name',
      32,
      (size) => declared('lor a', 'A', { ['é'.repeat(size)]: textOption('A', { max: 9 }) }),
    ],
    ['options', 25, (size) => declared('lor a', 'A', count(size))],
    ['characters of a choice', 100, (size) => declared('lor a', 'A', { b: choice('B', { v: people(size) }) })],
  ];

  test.each(bounds)('of %s: %i are taken, and one more is refused before Discord would', (_, most, make) => {
    const [fits] = toRegistration([make(most)]);
    const [over] = toRegistration([make(most + 1)]);
    if (!fits || !over) throw new Error('there is a command');
    expect(registrationProblems([fits])).toEqual([]);
    expectCommandWithinLimits(fits);
    expect(registrationProblems([over])).toHaveLength(1);
    expect(() => expectCommandWithinLimits(over)).toThrow();
  });

  test('that only lead to others say to which, as far as there is room', () => {
    const [root] = toRegistration(choices(25).map(({ value }) => declared(`lor ${value}${'x'.repeat(20)}`, 'A')));
    if (!root) throw new Error('there is a command');
    expectCommandWithinLimits(root);
    expect(root.description).toMatch(/^v0x+, v1x+.*…$/u);
  });
});
