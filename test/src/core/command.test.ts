import { describe, expect, it } from 'vitest';
import { defineCommand, opensForm } from '../../../src/core/command.ts';
import { clearable, flag, optional, text, whenAsked } from '../../../src/core/options.ts';
import { reply } from '../../../src/core/reply.ts';

const common = {
  summary: 'Something',
  examples: ['/lor x'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: false,
  run: async () => reply(),
} as const;

const name = text('Name', { max: 9 });

const add = defineCommand({ ...common, path: 'lor add', options: { name, title: optional(name) } });
const list = defineCommand({ ...common, path: 'lor list', options: { page: optional(name) } });
const edit = defineCommand({
  ...common,
  path: 'lor edit',
  options: { letter: name, title: clearable(name) },
  fill: async () => ({}),
});
const asks = defineCommand({
  ...common,
  path: 'lor asks',
  options: { letter: name, title: clearable(name), sure: whenAsked(optional(flag('Sure'))) },
  fill: async () => ({}),
});

describe('a command', () => {
  it('opens a form when something that it needs is missing or blank', () => {
    expect(opensForm(add, {})).toBe(true);
    expect(opensForm(add, { name: ' \n' })).toBe(true);
    expect(opensForm(add, { title: 'Chief' })).toBe(true);
  });

  it('runs when it has what it needs', () => {
    expect(opensForm(add, { name: 'Chen' })).toBe(false);
    expect(opensForm(list, {})).toBe(false);
  });

  it('that edits opens its form when it is told only what to edit', () => {
    expect(opensForm(edit, {})).toBe(true);
    expect(opensForm(edit, { letter: 'Chen' })).toBe(true);
    expect(opensForm(edit, { letter: 'Chen', title: 'Chief' })).toBe(false);
    expect(opensForm(edit, { letter: 'Chen', title: '' })).toBe(false);
  });

  it('that edits opens its form also when nothing but an answer to a question is given', () => {
    expect(opensForm(asks, { letter: 'Chen', sure: 'no' })).toBe(true);
    expect(opensForm(asks, { letter: 'Chen', sure: 'no', title: 'Chief' })).toBe(false);
  });

  it('suggests nothing when it declares no suggestions', () => {
    expect(list.suggest).toEqual({});
  });
});
