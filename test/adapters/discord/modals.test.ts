import { describe, expect, it } from 'vitest';
import { type DiscordModal, renderForm } from '../../../adapters/discord/modals.ts';
import { decode } from '../../../src/core/call-codec.ts';
import type { Field, Form } from '../../../src/core/form.ts';
import { shown, walk } from './shown.ts';
import { expectModalWithinLimits } from './within-limits.ts';

function field(name: string, more: Partial<Field> = {}): Field {
  return { name, label: `The ${name}`, kind: 'text', required: false, ...more };
}

function form(fields: readonly Field[], more: Partial<Form> = {}): Form {
  return { title: 'Add something', call: { path: 'lor add', args: {} }, fields, ...more };
}

/** The modal of fields. */
function render(fields: readonly Field[], more: Partial<Form> = {}): DiscordModal {
  const modal = renderForm(form(fields, more));
  if (!modal) throw new Error('no modal');
  expectModalWithinLimits(modal);
  return modal;
}

/** The input of a form's only field. */
function inputOf(one: Field): Record<string, unknown> {
  return walk(render([one]).components)[1] ?? {};
}

function labels(modal: DiscordModal): unknown[] {
  return walk(modal.components).flatMap(({ type, label }) => (type === 18 ? [label] : []));
}

function remark(modal: DiscordModal): string {
  const [text] = walk(modal.components).filter(({ type }) => type === 10);
  return shown(String(text?.content));
}

const kinds = [
  { value: 'chair', label: 'Chair' },
  { value: 'attending', label: 'Attending' },
];

describe('a modal', () => {
  it('carries its call and has an input a field, under the names of the fields', () => {
    const modal = render([
      field('name', { required: true, max: 80 }),
      field('note', { kind: 'paragraph', value: 'a\nb' }),
    ]);
    expect(modal).toMatchObject({ title: 'Add something', custom_id: 'f|lor add' });
    expect(modal.components).toEqual([
      {
        type: 18,
        label: 'The name',
        component: { type: 4, custom_id: 'name', style: 1, required: true, max_length: 80 },
      },
      {
        type: 18,
        label: 'The note',
        component: { type: 4, custom_id: 'note', style: 2, required: false, value: 'a\nb' },
      },
    ]);
    expect(decode(modal.custom_id)).toEqual({ kind: 'form', call: { path: 'lor add', args: {} } });
  });

  it('is none without a field, or when its call is longer than an id', () => {
    const call = (length: number) => ({ path: 'lor edit', args: { a: 'x'.repeat(length) } });
    const room = 100 - 'f|lor edit|a|'.length;
    expect(renderForm(form([]))).toBeUndefined();
    expect(renderForm(form([field('a')], { call: call(room) }))?.custom_id).toHaveLength(100);
    expect(renderForm(form([field('a')], { call: call(room + 1) }))).toBeUndefined();
  });

  it('shortens its title where one sees it', () => {
    expect(render([field('a')], { title: 't'.repeat(45) }).title).toBe('t'.repeat(45));
    expect(render([field('a')], { title: 't'.repeat(46) }).title).toBe(`${'t'.repeat(44)}…`);
    expect(render([field('a')], { title: '' }).title).toBe('/lor add');
  });
});

describe('a label', () => {
  const labelled = (label: string, problem?: string) =>
    render([field('a', { label, ...(problem && { problem }) })]).components[0];

  it('that is too long stands whole below its beginning', () => {
    expect(labelled('l'.repeat(45))).not.toHaveProperty('description');
    expect(labelled('l'.repeat(46))).toMatchObject({ label: `${'l'.repeat(44)}…`, description: 'l'.repeat(46) });
    expect(labelled('')).toMatchObject({ label: 'a' });
  });

  it('has what is wrong below it', () => {
    expect(labelled('Due', 'p'.repeat(100))).toMatchObject({ description: 'p'.repeat(100) });
    expect(labelled('Due', 'p'.repeat(101))).toMatchObject({ description: `${'p'.repeat(99)}…` });
    expect(labelled('l'.repeat(46), 'No such day.')).toMatchObject({ description: 'No such day.' });
  });
});

describe('an input', () => {
  it('takes no more than Discord does, and no less than what it holds', () => {
    expect(inputOf(field('a', { max: 4000 })).max_length).toBe(4000);
    expect(inputOf(field('a', { max: 4001 })).max_length).toBe(4000);
    expect(inputOf(field('a', { max: 10, value: 'x'.repeat(12), problem: 'Too long.' })).max_length).toBe(12);
  });

  it('keeps the line breaks of its value', () => {
    expect(inputOf(field('a', { value: 'one\ntwo' }))).toMatchObject({ style: 2, value: 'one\ntwo' });
  });

  it.each(['integer', 'date', 'time'] as const)('shows an example of a %s', (kind) => {
    expect(inputOf(field('a', { kind }))).toMatchObject({
      type: 4,
      style: 1,
      placeholder: expect.stringMatching(/like \S/u),
    });
  });

  it('is a select for a choice, with the present one picked', () => {
    expect(inputOf(field('kind', { kind: 'choice', required: true, choices: kinds, value: 'attending' }))).toEqual({
      type: 3,
      custom_id: 'kind',
      required: true,
      options: [
        { value: 'chair', label: 'Chair' },
        { value: 'attending', label: 'Attending', default: true },
      ],
    });
    expect(inputOf(field('kind', { kind: 'choice', choices: kinds }))).toMatchObject({
      required: false,
      min_values: 0,
    });
  });

  it('is text where a select would lose the value or take no more choices', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ value: `v${index}`, label: `V ${index}` }));
    expect(inputOf(field('kind', { kind: 'choice', choices: kinds, value: 'pd' }))).toMatchObject({
      type: 4,
      value: 'pd',
    });
    expect(inputOf(field('kind', { kind: 'choice', choices: many(25) })).type).toBe(3);
    expect(inputOf(field('kind', { kind: 'choice', choices: many(26) })).type).toBe(4);
    expect(inputOf(field('kind', { kind: 'choice', choices: [{ value: 'v'.repeat(100), label: 'V' }] })).type).toBe(3);
    expect(inputOf(field('kind', { kind: 'choice', choices: [{ value: 'v'.repeat(101), label: 'V' }] })).type).toBe(4);
  });

  it('is yes or no for a flag', () => {
    expect(inputOf(field('on', { kind: 'flag', value: 'no' }))).toMatchObject({
      type: 3,
      options: [{ value: 'yes' }, { value: 'no', default: true }],
    });
    expect(inputOf(field('on', { kind: 'flag', value: 'perhaps' }))).toMatchObject({ type: 4, value: 'perhaps' });
  });

  it('is a channel select for a channel', () => {
    expect(inputOf(field('to', { kind: 'channel', value: '345626669114982402' }))).toMatchObject({
      type: 8,
      default_values: [{ id: '345626669114982402', type: 'channel' }],
    });
    expect(inputOf(field('to', { kind: 'channel', value: '#general' }))).toMatchObject({ type: 4, value: '#general' });
  });

  it.each([
    ['person', 5, 'user'],
    ['group', 6, 'role'],
  ] as const)('is a select of its own for a %s; a name that is no id is picked anew', (kind, type, value) => {
    const id = '345626669114982402';
    expect(inputOf(field('to', { kind, value: id }))).toMatchObject({ type, default_values: [{ id, type: value }] });
    expect(inputOf(field('to', { kind, value: 'maya' }))).toMatchObject({ type });
    expect(inputOf(field('to', { kind, value: 'maya' }))).not.toHaveProperty('default_values');
  });
});

describe('a field for a file', () => {
  const attached = JSON.stringify({ name: 'a.csv', text: 'x'.repeat(5_000) });

  it('is an upload of one file', () => {
    expect(inputOf(field('table', { kind: 'file', required: true, max: 1_000 }))).toEqual({
      type: 19,
      custom_id: 'table',
      required: true,
      max_values: 1,
    });
    expect(inputOf(field('table', { kind: 'file' }))).toMatchObject({ required: false, min_values: 0 });
  });

  it('is empty when the form comes again, and nothing else says what the file holds', () => {
    const modal = render([field('table', { kind: 'file', required: true, value: attached, problem: 'Too large.' })]);
    expect(modal.components[0]).toMatchObject({ description: 'Too large.', component: { type: 19 } });
    expect(JSON.stringify(modal)).not.toContain('xxx');
  });

  it('that finds no room is named, and what it holds is neither carried nor told', () => {
    const texts = ['a', 'b', 'c', 'd', 'e'].map((name) => field(name, { required: true, value: name.repeat(60) }));
    const modal = render([...texts, field('table', { kind: 'file', value: attached })]);
    expect(remark(modal)).toContain('table: The table');
    expect(JSON.stringify(modal)).not.toContain('xxx');
  });
});

describe('a form of many fields', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];

  it('fits with five', () => {
    expect(labels(render(names.slice(0, 5).map((name) => field(name))))).toHaveLength(5);
  });

  it('shows four of six and names the others', () => {
    const modal = render(names.map((name) => field(name)));
    expect(labels(modal)).toEqual(['The a', 'The b', 'The c', 'The d']);
    expect(remark(modal)).toMatch(/options of the command:\ne: The e\nf: The f$/u);
  });

  it('shows what is wrong and what must be filled before the rest', () => {
    const modal = render(
      names.map((name) => field(name, { ...(name === 'f' && { problem: 'No.' }), required: name === 'e' })),
    );
    expect(labels(modal)).toEqual(['The a', 'The b', 'The e', 'The f']);
  });

  it('shows what is asked for only now', () => {
    const modal = render(names.map((name) => field(name, { ...(name === 'f' && { fresh: true, value: '' }) })));
    expect(labels(modal)).toEqual(['The a', 'The b', 'The c', 'The f']);
  });

  it('tells a problem in full that is too long for its field, and needs a place for that', () => {
    const problem = `${'Nothing was kept. '.repeat(8)}Read it.`;
    const some = (count: number) =>
      render(names.slice(0, count).map((name) => field(name, name === 'a' ? { problem } : {})));
    expect(remark(some(4))).toBe(problem);
    expect(labels(some(4))).toHaveLength(4);
    expect(labels(some(5))).toEqual(['The a', 'The b', 'The c', 'The d']);
    expect(remark(some(5))).toContain('e: The e');
  });

  it('carries the values of those it does not show', () => {
    const modal = render(names.map((name) => field(name, { value: `${name}1` })));
    expect(decode(modal.custom_id)).toEqual({ kind: 'form', call: { path: 'lor add', args: { e: 'e1', f: 'f1' } } });
  });

  it('leaves alone what an edit does not show: nothing of it is carried, and nothing has to be typed', () => {
    const modal = render(
      names.map((name) => field(name, { value: name.repeat(60) })),
      { keeps: true },
    );
    expect(decode(modal.custom_id)).toEqual({ kind: 'form', call: { path: 'lor add', args: {} } });
    expect(remark(modal)).toMatch(/^These stay as they are[\s\S]*\ne: The e\nf: The f$/u);
    expect(remark(modal)).not.toContain('/lor add');
  });

  it('says what to type when these are too long to carry', () => {
    const modal = render(names.map((name) => field(name, { value: name.repeat(60) })));
    expect(decode(modal.custom_id)).toEqual({ kind: 'form', call: { path: 'lor add', args: {} } });
    expect(remark(modal)).toContain(`/lor add e:${'e'.repeat(60)} f:${'f'.repeat(60)}`);
  });

  it('never prefills part of a value', () => {
    const shown = (length: number) =>
      labels(render([field('a'), field('b', { kind: 'paragraph', value: 'x'.repeat(length) })]));
    expect(shown(4000)).toEqual(['The a', 'The b']);
    expect(shown(4001)).toEqual(['The a']);
  });

  it('says how many others there are when they are too many to name', () => {
    const modal = render(Array.from({ length: 30 }, (_, index) => field(`field-${index}`, { label: 'l'.repeat(100) })));
    const named = remark(modal).split('\n').length - 2;
    expect(remark(modal)).toMatch(new RegExp(`and ${26 - named} more$`, 'u'));
  });
});
