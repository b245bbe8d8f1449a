import type { KnownBlock, ModalView } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { receiveSubmission } from '../../../adapters/slack/receive.ts';
import { renderForm, submitErrors } from '../../../adapters/slack/views.ts';
import type { Field, Form } from '../../../src/core/form.ts';
import submission from '../../fixtures/slack/view-submission.json' with { type: 'json' };
import { expectBlocksWithinLimits, shownIn } from './within-limits.ts';

const base: Field = { name: 'note', label: 'What to note', kind: 'text', required: true };

function form(...fields: readonly Partial<Field>[]): Form {
  return {
    title: 'Add a letter',
    call: { path: 'lor add', args: {} },
    fields: fields.map((field) => ({ ...base, ...field })),
  };
}

function render(shown: Form): ModalView {
  const view = renderForm(shown);
  if (!view) throw new Error('a modal was due');
  expectBlocksWithinLimits(view);
  return view;
}

function blocksOf(field: Partial<Field>): readonly KnownBlock[] {
  return render(form(field)).blocks as readonly KnownBlock[];
}

function inputOf(field: Partial<Field>) {
  const input = blocksOf(field).find((block) => block.type === 'input');
  if (input?.type !== 'input') throw new Error('an input was due');
  return input;
}

test('a field for a file takes one, of the kinds that are read, and its content goes nowhere', () => {
  const value = JSON.stringify({ name: 'a.csv', text: 'x'.repeat(5_000) });
  const field = {
    name: 'table',
    label: 'Table',
    kind: 'file',
    required: true,
    max: 1_000,
    value,
    problem: 'No.',
  } as const;
  const view = renderForm({ title: 'Import', call: { path: 'lor import', args: {} }, fields: [field] });
  expect(view?.blocks).toEqual([
    { type: 'context', elements: [{ type: 'plain_text', text: '⚠ No.', emoji: false }] },
    {
      type: 'input',
      block_id: 'table',
      label: { type: 'plain_text', text: 'Table', emoji: false },
      optional: false,
      element: { type: 'file_input', action_id: 'file_input', filetypes: ['csv', 'json', 'ics', 'txt'], max_files: 1 },
    },
  ]);
  expect(JSON.stringify(view)).not.toContain('xxx');
});

describe('a form', () => {
  test('is a modal that knows its call', () => {
    const view = render(form({}));
    expect(view).toMatchObject({
      type: 'modal',
      callback_id: 'form',
      private_metadata: '\n\nf|lor add',
      title: { type: 'plain_text', text: 'Add a letter', emoji: false },
      submit: { type: 'plain_text', emoji: false },
    });
    expect(view.blocks).toEqual([
      {
        type: 'input',
        block_id: 'note',
        label: { type: 'plain_text', text: 'What to note', emoji: false },
        optional: false,
        element: { type: 'plain_text_input', action_id: 'plain_text_input', multiline: false, max_length: 3000 },
      },
    ]);
  });

  test('comes back as it was sent, with where it was asked for', () => {
    const shown: Form = { ...form({}), call: { path: 'lor edit', args: { name: 'A & <B>\n|\\' } } };
    const origin = { channel: 'C0LETTERS1', responseUrl: 'https://hooks.slack.com/x?a=1&b=2' };
    const metadata = renderForm(shown, origin)?.private_metadata;
    expect(metadata?.split('\n').at(2)).not.toMatch(/[&<>]/u);
    const values = { note: { plain_text_input: { type: 'plain_text_input', value: 'x' } } };
    const received = receiveSubmission({
      ...submission,
      view: { ...submission.view, private_metadata: metadata, state: { values } },
    });
    expect(received?.invocation.request).toEqual({
      kind: 'call',
      call: { path: 'lor edit', args: { name: 'A & <B>\n|\\', note: 'x' } },
    });
    expect(received?.answer).toMatchObject(origin);
  });

  test('without a field to fill is no modal', () => {
    expect(renderForm(form())).toBeUndefined();
  });

  test('answers problems at their fields', () => {
    expect(submitErrors({ due: 'Which day?' })).toEqual({
      response_action: 'errors',
      errors: { due: 'Which day?' },
    });
  });
});

describe('a field', () => {
  test.each<[Partial<Field>, object]>([
    [
      { value: 'x', max: 80 },
      { type: 'plain_text_input', multiline: false, max_length: 80, initial_value: 'x' },
    ],
    [{ kind: 'paragraph' }, { type: 'plain_text_input', multiline: true }],
    [{ value: 'a\nb' }, { type: 'plain_text_input', multiline: true, initial_value: 'a\nb' }],
    [
      { kind: 'integer', value: '3' },
      { type: 'number_input', is_decimal_allowed: false, initial_value: '3' },
    ],
    [
      { kind: 'integer', value: 'three' },
      { type: 'plain_text_input', initial_value: 'three' },
    ],
    [{ kind: 'date' }, { type: 'datepicker' }],
    [
      { kind: 'date', value: '2027-09-23' },
      { type: 'datepicker', initial_date: '2027-09-23' },
    ],
    [
      { kind: 'date', value: 'in 3 weeks' },
      { type: 'plain_text_input', initial_value: 'in 3 weeks' },
    ],
    [
      { kind: 'date', value: '2027-09-23', required: false },
      { type: 'plain_text_input', initial_value: '2027-09-23' },
    ],
    [{ kind: 'date', required: false }, { type: 'datepicker' }],
    [
      { kind: 'time', value: '09:05' },
      { type: 'timepicker', initial_time: '09:05' },
    ],
    [
      { kind: 'time', value: '9am' },
      { type: 'plain_text_input', initial_value: '9am' },
    ],
    [
      { kind: 'time', value: '24:00' },
      { type: 'plain_text_input', initial_value: '24:00' },
    ],
    [{ kind: 'flag' }, { type: 'radio_buttons' }],
    [
      { kind: 'flag', value: 'no' },
      { type: 'radio_buttons', initial_option: { value: 'no' } },
    ],
    [
      { kind: 'flag', value: 'perhaps' },
      { type: 'plain_text_input', initial_value: 'perhaps' },
    ],
    [{ kind: 'flag', required: false }, { type: 'static_select' }],
    [{ kind: 'channel' }, { type: 'conversations_select' }],
    [
      { kind: 'channel', value: 'C0LETTERS1' },
      { type: 'conversations_select', initial_conversation: 'C0LETTERS1' },
    ],
    [
      { kind: 'channel', value: 'letters' },
      { type: 'plain_text_input', initial_value: 'letters' },
    ],
    [{ kind: 'person' }, { type: 'users_select' }],
    [
      { kind: 'person', value: 'U0MAYA0001' },
      { type: 'users_select', initial_user: 'U0MAYA0001' },
    ],
    [
      { kind: 'group', value: 'S0HELPERS1' },
      { type: 'plain_text_input', initial_value: 'S0HELPERS1' },
    ],
  ])('%j is %j', (field, element) => {
    expect(inputOf(field).element).toMatchObject(element);
    if (field.value === undefined) expect(JSON.stringify(inputOf(field).element)).not.toContain('initial');
  });

  test('that may stay empty is optional', () => {
    expect(inputOf({ required: false }).optional).toBe(true);
  });

  test('shows its problem above itself, as text', () => {
    expect(blocksOf({ problem: '*No* <!here>' })).toMatchObject([
      { type: 'context', elements: [{ type: 'plain_text', text: '⚠ *No* <!here>' }] },
      { type: 'input' },
    ]);
  });

  test('keeps the ids of its input while it is the same input', () => {
    const before = inputOf({ kind: 'date' });
    const after = inputOf({ kind: 'date', problem: 'Which?', value: 'in 3 weeks' });
    expect(after.block_id).toBe(before.block_id);
    expect(after.element.action_id).not.toBe(before.element.action_id);
    expect(inputOf({ kind: 'date', value: '2027-09-23' }).element.action_id).toBe(before.element.action_id);
  });
});

describe('a choice', () => {
  const choices = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ value: `v${index}`, label: `Label ${index}` }));

  test('is a menu with its present value', () => {
    expect(inputOf({ kind: 'choice', choices: choices(2), value: 'v1' }).element).toMatchObject({
      type: 'static_select',
      options: [{ value: 'v0' }, { value: 'v1', text: { text: 'Label 1' } }],
      initial_option: { value: 'v1', text: { text: 'Label 1' } },
    });
  });

  test('with a value that is none of them is text, and says what can be typed', () => {
    const input = inputOf({ kind: 'choice', choices: choices(2), value: 'v9' });
    expect(input.element).toMatchObject({ type: 'plain_text_input', initial_value: 'v9' });
    expect(input.hint?.text).toBe('v0, v1');
  });

  test('of 100 is a menu, of more text', () => {
    expect(inputOf({ kind: 'choice', choices: choices(100) }).element.type).toBe('static_select');
    expect(inputOf({ kind: 'choice', choices: choices(101) }).element.type).toBe('plain_text_input');
    expect(inputOf({ kind: 'choice', choices: choices(101) }).hint?.text).toContain('v100');
    expect(inputOf({ kind: 'choice', choices: [] }).element.type).toBe('plain_text_input');
  });

  test('with a value of 150 is a menu, with a longer one text', () => {
    const of = (length: number) => [{ value: 'a'.repeat(length), label: 'A' }];
    expect(inputOf({ kind: 'choice', choices: of(150) }).element.type).toBe('static_select');
    expect(inputOf({ kind: 'choice', choices: of(151) }).element.type).toBe('plain_text_input');
    expect(inputOf({ kind: 'choice', choices: of(2000) }).hint?.text).toBe('a'.repeat(2000));
    expect(inputOf({ kind: 'choice', choices: of(2001) }).hint?.text).toBe(`${'a'.repeat(1999)}…`);
  });

  test('has labels of 75, longer ones are shortened visibly', () => {
    const of = (length: number) => [{ value: 'v', label: 'a'.repeat(length) }];
    expect(shownIn(inputOf({ kind: 'choice', choices: of(75) }).element)).toBe('a'.repeat(75));
    expect(shownIn(inputOf({ kind: 'choice', choices: of(76) }).element)).toBe(`${'a'.repeat(74)}…`);
  });
});

describe('limits of a form', () => {
  test('a title of 24 stays, a longer one is said in full below', () => {
    expect(render({ ...form({}), title: 'a'.repeat(24) })).toMatchObject({ title: { text: 'a'.repeat(24) } });
    const { title, blocks } = render({ ...form({}), title: 'a'.repeat(25) });
    expect(title.text).toBe(`${'a'.repeat(23)}…`);
    expect(blocks).toHaveLength(2);
    expect(shownIn(blocks[0])).toBe('a'.repeat(25));
  });

  test('a modal has 100 blocks, more is no modal', () => {
    const fields = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `f${index}` }));
    expect(render(form(...fields(100))).blocks).toHaveLength(100);
    expect(renderForm(form(...fields(101)))).toBeUndefined();
  });

  test('a call of 3000 travels, a longer one is no modal', () => {
    const of = (length: number) => ({ ...form({}), call: { path: 'lor', args: { x: 'a'.repeat(length) } } });
    const room = 3000 - '\n\nf|lor|x|'.length;
    expect(render(of(room)).private_metadata).toHaveLength(3000);
    expect(renderForm(of(room + 1))).toBeUndefined();
    expect(renderForm(of(room), { channel: 'C' })).toBeUndefined();
  });

  test('a label of 2000 stays, a longer one is shortened visibly', () => {
    expect(inputOf({ label: 'a'.repeat(2000) }).label.text).toBe('a'.repeat(2000));
    expect(inputOf({ label: 'a'.repeat(2001) }).label.text).toBe(`${'a'.repeat(1999)}…`);
    expect(inputOf({ label: '' }).label.text).toBe('note');
  });

  test('a problem of 3000 stays, a longer one is shortened visibly', () => {
    expect(shownIn(blocksOf({ problem: 'a'.repeat(2998) })[0])).toBe(`⚠ ${'a'.repeat(2998)}`);
    expect(shownIn(blocksOf({ problem: 'a'.repeat(2999) })[0])).toBe(`⚠ ${'a'.repeat(2997)}…`);
  });

  test('a value that is longer than its field can still be corrected', () => {
    expect(inputOf({ value: 'a'.repeat(81), max: 80 }).element).toMatchObject({
      max_length: 81,
      initial_value: 'a'.repeat(81),
    });
  });

  test('a value of 3000 is edited; a longer one is shown, and not cleared by sending the form', () => {
    const value = 'a'.repeat(3000);
    expect(inputOf({ value, required: false }).element).toMatchObject({ initial_value: value });
    expect(blocksOf({ value: `${value}a`, required: false }).map(({ type }) => type)).toEqual(['context']);
    expect(blocksOf({ value: `${value}a` }).map(({ type }) => type)).toEqual(['context', 'input']);
    expect(JSON.stringify(inputOf({ value: `${value}a` }))).not.toContain('initial_value');
  });
});

test('a field whose value takes the place of what was typed has an id of its own each time', () => {
  const shown = form({ fresh: true, value: 'a patient' }, { name: 'other' });
  const ids = (view: ModalView | undefined) =>
    ((view?.blocks ?? []) as readonly KnownBlock[]).flatMap((block) =>
      block.type === 'input' ? [`${block.block_id} ${block.element.action_id}`] : [],
    );
  const [first, second] = ['1.2', '1.3'].map((triggerId) => renderForm(shown, { triggerId }));
  expect(ids(first)).toEqual(['note plain_text_input:1.2', 'other plain_text_input']);
  expect(ids(second)).toEqual(['note plain_text_input:1.3', 'other plain_text_input']);
  if (first) expectBlocksWithinLimits(first);
});
