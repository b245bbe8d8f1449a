import { describe, expect, it } from 'vitest';
import { makeEditForm, makeForm } from '../../../src/core/make-form.ts';
import {
  channel,
  choice,
  clearable,
  date,
  file,
  flag,
  integer,
  type Options,
  optional,
  text,
  time,
  whenAsked,
} from '../../../src/core/options.ts';

const kind = choice('Kind of writer', { chair: 'Department chair', other: 'Other' }, { head: 'chair' });

const add = {
  path: 'lor add',
  summary: 'Track a letter',
  options: {
    due: optional(date('Due date')),
    name: text('Name of the writer', { max: 80 }),
    kind: optional(kind),
    note: optional(text('Note', { max: 500, paragraphs: true })),
    page: optional(integer('Page', { min: 1, max: 9 })),
    img: optional(flag('IMG')),
    at: optional(time('At')),
    where: channel('Where'),
  } satisfies Options,
};

const edit = {
  path: 'lor edit',
  summary: 'Change a letter',
  options: {
    letter: text('Letter', { max: 120 }),
    name: optional(text('Name', { max: 80 })),
    due: clearable(date('Due date')),
    kind: clearable(kind),
  } satisfies Options,
  fill: async () => ({}),
};

const nothing = { values: {}, problems: {}, suggestions: {} };

describe('a form', () => {
  it('has a field for every option, those that are needed first', () => {
    const form = makeForm(add, nothing);
    expect(form).toMatchObject({ title: 'Track a letter', call: { path: 'lor add', args: {} } });
    expect(form.fields.map(({ name }) => name)).toEqual(['name', 'where', 'due', 'kind', 'note', 'page', 'img', 'at']);
    expect(form.fields.map((field) => field.kind)).toEqual([
      'text',
      'channel',
      'date',
      'choice',
      'paragraph',
      'integer',
      'flag',
      'time',
    ]);
    expect(form.fields[0]).toEqual({
      name: 'name',
      label: 'Name of the writer',
      kind: 'text',
      required: true,
      max: 80,
    });
    expect(form.fields[3]).toMatchObject({ required: false, choices: kind.choices });
  });

  it('holds what was given, and what is wrong with it at its field', () => {
    const problems = { due: 'There is no such day.' };
    const form = makeForm(add, { ...nothing, values: { name: 'Chen', due: 'feb 30' }, problems });
    const [name, where, due] = form.fields;
    expect(name).toMatchObject({ value: 'Chen' });
    expect(name).not.toHaveProperty('problem');
    expect(where).not.toHaveProperty('value');
    expect(due).toMatchObject({ value: 'feb 30', problem: 'There is no such day.' });
  });

  it('offers the member’s own values, but keeps a value that is none of them', () => {
    const suggestions = { name: [{ value: 'L1', label: 'Dr. Chen' }] };
    const field = (name?: string) =>
      makeForm(add, { ...nothing, values: name === undefined ? {} : { name }, suggestions }).fields[0];
    expect(field()).toMatchObject({ kind: 'choice', choices: suggestions.name });
    expect(field('L1')).toMatchObject({ kind: 'choice', value: 'L1' });
    expect(field('Che')).toMatchObject({ kind: 'text', value: 'Che', choices: suggestions.name });
  });

  it('has a place for a file, and holds the one that was handed over', () => {
    const importing = { path: 'lor import', summary: 'Import', options: { table: file('Table', { max: 1_000 }) } };
    const attached = '{"name":"a.csv","text":"x"}';
    expect(makeForm(importing, nothing).fields).toEqual([
      { name: 'table', label: 'Table', kind: 'file', required: true, max: 1_000 },
    ]);
    const [field] = makeForm(importing, { ...nothing, values: { table: attached } }).fields;
    expect(field?.value).toBe(attached);
  });

  it('offers nothing where there is nothing to offer', () => {
    const [field] = makeForm(add, { ...nothing, suggestions: { name: [] } }).fields;
    expect(field).toMatchObject({ kind: 'text' });
    expect(field).not.toHaveProperty('choices');
  });

  it('has no field that would clear, sent empty, what nobody meant to touch', () => {
    const settings = { ...edit, options: { zone: optional(text('Zone', { max: 60 })), due: edit.options.due } };
    const { fill: _, ...withoutFill } = settings;
    const names = (command: Parameters<typeof makeForm>[0], values: Record<string, string>) =>
      makeForm(command, { ...nothing, values }).fields.map(({ name }) => name);
    expect(names(withoutFill, { zone: 'xyzzy' })).toEqual(['zone']);
    expect(names(withoutFill, { zone: 'xyzzy', due: '' })).toEqual(['zone', 'due']);
    expect(names(edit, {})).toEqual(['letter']);
    expect(names(edit, { letter: 'Chen', due: 'feb 30' })).toEqual(['letter', 'due']);
  });
});

describe('the form of an edit', () => {
  it('settles what is edited and holds what stands today', () => {
    const form = makeEditForm(edit, { ...nothing, values: { letter: 'L1', name: 'Dr. Chen', kind: 'chair' } });
    expect(form.call).toEqual({ path: 'lor edit', args: { letter: 'L1' } });
    expect(form.keeps).toBe(true);
    expect(form.fields.map(({ name, value }) => [name, value])).toEqual([
      ['name', 'Dr. Chen'],
      ['due', undefined],
      ['kind', 'chair'],
    ]);
  });
});

describe('a value in the place of what was typed', () => {
  it('stands in its field, which says that it is another', () => {
    const typed = { name: 'Dr. Chen', note: 'MRN 12345' };
    const { fields } = makeForm(add, { ...nothing, values: typed, instead: { note: 'a patient' } });
    expect(fields).toContainEqual(expect.objectContaining({ name: 'note', value: 'a patient', fresh: true }));
    expect(fields).toContainEqual(expect.objectContaining({ name: 'name', value: 'Dr. Chen' }));
    expect(fields.filter(({ fresh }) => fresh)).toHaveLength(1);
    expect(JSON.stringify(fields)).not.toContain('12345');
  });
});

describe('what is only asked for when there is a reason', () => {
  const question = { sure: whenAsked(optional(flag('Sure?'))) };
  const adds = { ...add, options: { ...add.options, ...question } };
  const edits = { ...edit, options: { ...edit.options, ...question } };
  const asked = { ...nothing, instead: { sure: '' } };

  it('has no field until it is asked for, or was given', () => {
    const has = (form: ReturnType<typeof makeForm>) => form.fields.some(({ name }) => name === 'sure');
    expect([makeForm(adds, nothing), makeForm(edits, nothing), makeEditForm(edits, nothing)].map(has)).toEqual([
      false,
      false,
      false,
    ]);
    expect([makeForm(adds, asked), makeForm(edits, asked), makeEditForm(edits, asked)].map(has)).toEqual([
      true,
      true,
      true,
    ]);
    expect(has(makeEditForm(edits, { ...nothing, values: { letter: 'Chen', sure: 'no' } }))).toBe(true);
  });

  it('has an empty field that is new to whoever sees the form', () => {
    const field = makeForm(edits, asked).fields.find(({ name }) => name === 'sure');
    expect(field).toEqual({ name: 'sure', label: 'Sure?', kind: 'flag', required: false, value: '', fresh: true });
  });
});
