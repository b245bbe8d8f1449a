import { describe, expect, test } from 'vitest';
import { renderMessages } from '../../../adapters/slack/render.ts';
import { renderForm } from '../../../adapters/slack/views.ts';
import type { Field } from '../../../src/core/form.ts';
import { button, buttons, heading, link, menu, paragraph, type Reply, reply } from '../../../src/core/reply.ts';
import { expectBlocksWithinLimits, expectMessageWithinLimits, objectsIn, shownIn } from './within-limits.ts';

/** So many characters, of which each says where it stands. */
function long(count: number): string {
  return Array.from({ length: count }, (_, index) => String.fromCharCode(97 + (index % 26))).join('');
}

function choices(count: number) {
  return Array.from({ length: count }, (_, index) => ({ value: `v${index}`, label: `choice ${index}` }));
}

const call = { path: 'lor topics', args: {} };

/** What Slack takes of each at most, and a reply that has so many of it. */
const inMessages: readonly (readonly [string, number, (count: number) => Reply])[] = [
  ['characters of a heading', 150, (count) => reply(heading(long(count)))],
  ['characters of a paragraph', 3_000, (count) => reply(paragraph([long(count)]))],
  ['characters of a message', 4_000, (count) => reply(paragraph([long(count - 2_002)]), paragraph([long(2_000)]))],
  ['blocks of a message', 50, (count) => reply(...Array.from({ length: count }, () => heading('a')))],
  ['characters of a button', 75, (count) => reply(buttons(button(long(count), 'lor list')))],
  [
    'characters that a button carries',
    2_000,
    (count) => reply(buttons(button('Go', 'lor add', { name: long(count - 30) }))),
  ],
  [
    'buttons side by side',
    25,
    (count) => reply(buttons(...Array.from({ length: count }, (_, at) => button(`b${at}`, 'lor list')))),
  ],
  ['choices of a menu', 100, (count) => reply(menu('Pick', call, 'topic', choices(count)))],
  ['characters of a choice', 75, (count) => reply(menu('Pick', call, 'topic', [{ value: 'v', label: long(count) }]))],
  [
    'characters that a choice carries',
    150,
    (count) => reply(menu('Pick', call, 'topic', [{ value: long(count), label: 'l' }])),
  ],
  ['characters of a menu’s words', 150, (count) => reply(menu(long(count), call, 'topic', choices(2)))],
  [
    'characters of an address',
    2_000,
    (count) => reply(paragraph([link('here', `https://a.example/${long(count - 18)}`)])),
  ],
];

describe.each(inMessages)('%s', (_, most, make) => {
  test.each([-1, 0, 1, 2])(`${most} and %i more`, (more) => {
    const messages = renderMessages(make(most + more));
    expect(messages.length).toBeGreaterThan(0);
    for (const message of messages) expectMessageWithinLimits(message);
  });
});

test('what is longer than one message goes on in the next, and nothing of it is lost', () => {
  const text = long(9_000);
  const messages = renderMessages(reply(paragraph([text])));
  expect(messages.length).toBeGreaterThan(1);
  const shown = messages.map(({ blocks }) => shownIn(blocks)).join('');
  expect(shown.replace(/Part \d+ of \d+/gu, '')).toBe(text);
});

test('more choices than a menu holds stand in the next, each of them once', () => {
  const messages = renderMessages(reply(menu('Pick', call, 'topic', choices(201))));
  const labels = messages.flatMap(({ blocks }) =>
    objectsIn(blocks).flatMap(({ node }) =>
      Array.isArray(node.options) ? (node.options as { text: { text: string } }[]) : [],
    ),
  );
  expect(labels.map(({ text }) => text.text)).toEqual(choices(201).map(({ label }) => label));
});

const base: Field = { name: 'note', label: 'What to note', kind: 'text', required: false };

/** The same for forms; `undefined` is a form that has to be typed instead. */
const inForms: readonly (readonly [string, number, (count: number) => Parameters<typeof renderForm>])[] = [
  ['characters of a title', 24, (count) => [{ title: long(count), call, fields: [base] }]],
  ['characters of a label', 2_000, (count) => [{ title: 'Add', call, fields: [{ ...base, label: long(count) }] }]],
  [
    'characters of a value',
    3_000,
    (count) => [{ title: 'Add', call, fields: [{ ...base, kind: 'paragraph', value: long(count) }] }],
  ],
  ['characters of a problem', 3_000, (count) => [{ title: 'Add', call, fields: [{ ...base, problem: long(count) }] }]],
  [
    'choices of a field',
    100,
    (count) => [{ title: 'Add', call, fields: [{ ...base, kind: 'choice', choices: choices(count) }] }],
  ],
  [
    'fields',
    100,
    (count) => [
      { title: 'Add', call, fields: Array.from({ length: count }, (_, at) => ({ ...base, name: `f${at}` })) },
    ],
  ],
  [
    'characters that a form carries',
    3_000,
    (count) => [{ title: 'Add', call: { path: 'lor add', args: { name: long(count - 40) } }, fields: [base] }],
  ],
];

describe.each(inForms)('%s of a form', (_, most, make) => {
  test.each([-1, 0, 1, 2])(`${most} and %i more`, (more) => {
    const view = renderForm(...make(most + more));
    if (!view) return expect(more).toBeGreaterThan(0);
    expectBlocksWithinLimits(view);
    expect(view.blocks.length).toBeLessThanOrEqual(100);
    expect(view.private_metadata?.length ?? 0).toBeLessThanOrEqual(3_000);
    expect(view.title.text.length).toBeLessThanOrEqual(24);
  });
});
