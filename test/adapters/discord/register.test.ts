import { SlashCommandBuilder } from '@discordjs/builders';
import { describe, expect, it } from 'vitest';
import { toRegistration } from '../../../adapters/discord/register.ts';
import { registrationProblems } from '../../../adapters/discord/registration-problems.ts';
import type { Command, Role } from '../../../src/core/command.ts';
import {
  channel,
  choice,
  clearable,
  date,
  file,
  flag,
  group,
  integer,
  type Options,
  optional,
  person,
  text,
  time,
  whenAsked,
} from '../../../src/core/options.ts';
import { reply } from '../../../src/core/reply.ts';

function command(
  path: string,
  options: Options = {},
  more: { summary?: string; access?: Role; suggests?: string[] } = {},
): Command<never> {
  const suggest = Object.fromEntries((more.suggests ?? []).map((name) => [name, () => []]));
  return {
    path,
    summary: more.summary ?? `Does ${path}`,
    examples: [],
    access: more.access ?? 'member',
    where: 'anywhere',
    visibility: 'private',
    changes: false,
    options,
    suggest,
    run: async () => reply(),
  };
}

/** The options of `/lor x`. */
function registered(options: Options, suggests: string[] = []): unknown {
  const [root] = toRegistration([command('lor x', options, { suggests })]);
  expect(registrationProblems(root ? [root] : [])).toEqual([]);
  return JSON.parse(JSON.stringify(root)).options[0].options;
}

function problems(...commands: readonly Command<never>[]): string[] {
  return registrationProblems(toRegistration(commands));
}

function many(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`v${index}`, `V ${index}`]));
}

describe('the tree', () => {
  const registration = toRegistration([
    command('lor add', { name: text('Who writes', { max: 80 }) }),
    command('lor remind on'),
    command('lor remind off'),
    command('lor-admin digest add', {}, { access: 'admin' }),
    command('lor-admin answers', {}, { access: 'curator' }),
  ]);

  it('has subcommands and groups by the words of the paths', () => {
    const option = { type: 3, name: 'name', description: 'Who writes', required: true, max_length: 80 };
    expect(registration[0]).toMatchObject({
      type: 1,
      name: 'lor',
      description: 'add, remind',
      options: [
        { type: 1, name: 'add', description: 'Does lor add', options: [option] },
        {
          type: 2,
          name: 'remind',
          description: 'on, off',
          options: [
            { type: 1, name: 'on' },
            { type: 1, name: 'off' },
          ],
        },
      ],
    });
    expect(registrationProblems(registration)).toEqual([]);
  });

  it('is everywhere for members, and in servers for their curators and admins', () => {
    expect(registration[0]).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] });
    expect(registration[0]).not.toHaveProperty('default_member_permissions');
    expect(registration[1]).toMatchObject({
      name: 'lor-admin',
      contexts: [0],
      integration_types: [0],
    });
    // A curator has no permission of Discord's, and what is hidden cannot be used.
    expect(registration[1]).not.toHaveProperty('default_member_permissions');
    const [mixed] = toRegistration([command('lor a'), command('lor b', {}, { access: 'admin' })]);
    expect(mixed).not.toHaveProperty('default_member_permissions');
    const [admins] = toRegistration([command('lor b', {}, { access: 'admin' })]);
    expect(admins).toMatchObject({ contexts: [0], default_member_permissions: '32' });
  });

  it('has names and descriptions that discord.js takes too', () => {
    for (const { name, description } of registration) {
      expect(() => new SlashCommandBuilder().setName(name).setDescription(description).toJSON()).not.toThrow();
    }
  });
});

describe('a file', () => {
  it('is attached, and is nothing to search for', () => {
    const options = { note: text('Note', { max: 9 }), table: file('Table', { max: 1_000 }) };
    expect(registered(options, ['table'])).toEqual([
      { type: 3, name: 'note', description: 'Note', required: true, max_length: 9 },
      { type: 11, name: 'table', description: 'Table', required: true },
    ]);
    expect(registered({ table: optional(file('Table', { max: 1_000 })) })).toMatchObject([{ type: 11 }]);
  });
});

describe('a translation', () => {
  const declared = command('lor x', { kind: clearable(choice('Which', { a: 'A' })), sure: optional(flag('Sure')) });
  const french = {
    'lor x': { summary: 'Un x', options: { kind: 'Lequel', sure: 'Certain' }, choices: { kind: { a: 'Un A' } } },
  };

  it('stands beside descriptions and choices, and leaves names alone', () => {
    const [root] = toRegistration([declared], { fr: french });
    expect(root?.options).toEqual([
      {
        type: 1,
        name: 'x',
        description: declared.summary,
        description_localizations: { fr: 'Un x' },
        options: [
          {
            type: 3,
            name: 'kind',
            description: 'Which',
            description_localizations: { fr: 'Lequel' },
            required: false,
            choices: [
              { name: 'A', value: 'a', name_localizations: { fr: 'Un A' } },
              { name: 'None', value: 'none', name_localizations: { fr: 'Aucun' } },
            ],
          },
          { type: 5, name: 'sure', description: 'Sure', description_localizations: { fr: 'Certain' }, required: false },
        ],
      },
    ]);
    expect(JSON.stringify(root)).not.toContain('"name_localizations":{}');
  });

  it('is held against the same limits, and the longest text of each field counts', () => {
    const long = { 'lor x': { summary: 'é'.repeat(101), options: {}, choices: { kind: { a: 'ô'.repeat(101) } } } };
    expect(registrationProblems(toRegistration([declared], { fr: long }))).toEqual([
      'lor x: its description in fr has 101 characters, Discord takes 100',
      'lor x kind: its choice A in fr has 101 characters, Discord takes 100',
    ]);
    const many = Array.from({ length: 25 }, (_, index) => command(`lor c${index}`, { a: text('A', { max: 9 }) }));
    const wordy = Object.fromEntries(
      many.flatMap(({ path }) => [[path, { summary: 'é'.repeat(100), options: { a: 'é'.repeat(100) } }]]),
    );
    expect(registrationProblems(toRegistration(many, { fr: wordy }))).toEqual([]);
    const wordier = many.map((one) => ({
      ...one,
      options: { ...one.options, b: text('x'.repeat(100), { max: 9 }), c: text('x'.repeat(80), { max: 9 }) },
    }));
    expect(registrationProblems(toRegistration(wordier))).toEqual([]);
    expect(registrationProblems(toRegistration(wordier, { fr: wordy }))).toEqual([expect.stringContaining('lor: has')]);
  });
});

describe('an option', () => {
  it('is typed by its kind', () => {
    const options = {
      words: text('Words', { max: 7000 }),
      count: integer('How many', { min: 1, max: 9 }),
      kind: choice('Which', { a: 'A', b: 'B' }),
      due: date('When'),
      at: time('What time'),
      sure: flag('Sure'),
      to: channel('Where'),
      who: person('Person'),
      team: group('Group'),
    };
    expect(registered(options)).toEqual([
      { type: 3, name: 'words', description: 'Words', required: true, max_length: 6000 },
      { type: 4, name: 'count', description: 'How many', required: true, min_value: 1, max_value: 9 },
      {
        type: 3,
        name: 'kind',
        description: 'Which',
        required: true,
        choices: [
          { name: 'A', value: 'a' },
          { name: 'B', value: 'b' },
        ],
      },
      { type: 3, name: 'due', description: 'When', required: true, autocomplete: true },
      { type: 3, name: 'at', description: 'What time', required: true },
      { type: 5, name: 'sure', description: 'Sure', required: true },
      { type: 7, name: 'to', description: 'Where', required: true, channel_types: [0, 5] },
      { type: 6, name: 'who', description: 'Person', required: true },
      { type: 8, name: 'team', description: 'Group', required: true },
    ]);
  });

  it('is searched when the command suggests values or they are more than are listed', () => {
    expect(registered({ a: text('A', { max: 10 }), b: text('B', { max: 10 }) }, ['b'])).toMatchObject([
      {},
      { autocomplete: true },
    ]);
    expect(registered({ a: choice('A', many(4)) })).toMatchObject([{ choices: { length: 4 } }]);
    const [long] = registered({ a: choice('A', many(5)) }) as object[];
    expect(long).toMatchObject({ type: 3, autocomplete: true });
    expect(long).not.toHaveProperty('choices');
  });

  it('stands behind all that are required, in the order of the declaration', () => {
    const names = (
      registered({ a: optional(flag('A')), b: flag('B'), c: optional(flag('C')), d: flag('D') }) as { name: string }[]
    ).map(({ name }) => name);
    expect(names).toEqual(['b', 'd', 'a', 'c']);
  });

  it('that a form asks for by itself is not registered', () => {
    expect(registered({ a: flag('A'), b: whenAsked(optional(flag('B'))) })).toMatchObject([{ name: 'a' }]);
  });

  it('can be cleared by a word', () => {
    const options = {
      kind: clearable(choice('Which', { a: 'A' })),
      sure: clearable(flag('Sure')),
      count: clearable(integer('How many', { min: 1, max: 9 })),
      tag: clearable(text('Tag', { max: 2 })),
    };
    expect(registered(options)).toMatchObject([
      { choices: [{ value: 'a' }, { value: 'none' }] },
      { choices: [{ value: 'yes' }, { value: 'no' }, { value: 'none' }] },
      { type: 3 },
      { max_length: 4 },
    ]);
  });
});

describe('problems', () => {
  const flags = (count: number): Options =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`o${index}`, flag('On')]));
  const subcommands = (count: number) => Array.from({ length: count }, (_, index) => command(`lor s${index}`));

  it('name what is wrong and where', () => {
    expect(problems(command('lor Add'))).toEqual(['lor Add: a name is lower-case']);
    expect(problems(command('lor a!'))).toEqual([expect.stringMatching(/^lor a!: a name has/u)]);
    expect(problems(command('lor add', {}, { summary: '' }))).toEqual(['lor add: has no description']);
    expect(problems(command('lor add', { dueDate: date('When') }))).toEqual(['lor add dueDate: a name is lower-case']);
  });

  it('are found one above each limit and not at it', () => {
    const name = (length: number) => problems(command(`lor ${'a'.repeat(length)}`)).length;
    expect([name(32), name(33)]).toEqual([0, 1]);
    const summary = (length: number) => problems(command('lor add', {}, { summary: 's'.repeat(length) }));
    expect(summary(100)).toEqual([]);
    expect(summary(101)).toEqual(['lor add: its description has 101 characters, Discord takes 100']);
    expect(problems(command('lor add', flags(25)))).toEqual([]);
    expect(problems(command('lor add', flags(26)))).toEqual(['lor add: has 26 options, Discord takes 25']);
    expect(problems(...subcommands(25))).toEqual([]);
    expect(problems(...subcommands(26))).toEqual(['lor: has 26 options, Discord takes 25']);
    const label = (length: number) =>
      problems(command('lor add', { kind: choice('Which', { a: 'l'.repeat(length) }) }));
    expect(label(100)).toEqual([]);
    expect(label(101)).toHaveLength(1);
    const value = (length: number) =>
      problems(command('lor add', { kind: choice('Which', { ['v'.repeat(length)]: 'V' }) }));
    expect(value(100)).toEqual([]);
    expect(value(101)).toHaveLength(1);
    expect(problems(command('lor a b'))).toEqual([]);
    expect(problems(command('lor a b c'))).toEqual(['lor a b: a path has at most 3 words']);
  });

  it('tell of twenty-six choices in a registration from elsewhere', () => {
    const choices = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ name: `c${index}`, value: `c${index}` }));
    const registration = (count: number) => [
      {
        name: 'x',
        description: 'x',
        options: [{ type: 3, name: 'a', description: 'a', choices: choices(count) } as never],
      },
    ];
    expect(registrationProblems(registration(25))).toEqual([]);
    expect(registrationProblems(registration(26))).toEqual(['x a: has 26 choices, Discord takes 25']);
  });

  it('tell of a menu that Discord would refuse', () => {
    const menu = (name: string, more: object = {}) => ({ type: 3, name, ...more });
    const menus = (count: number) => Array.from({ length: count }, (_, index) => menu(`Menu ${index}`));
    expect(registrationProblems([...menus(5), { name: 'menu', description: 'x' }])).toEqual([]);
    expect(registrationProblems(menus(6))).toEqual(['the menu of a message: has 6 commands, Discord takes 5']);
    expect(registrationProblems([menu('Answer this'), menu('Answer this')])).toEqual(['Answer this: registered twice']);
    expect(registrationProblems([menu('x'.repeat(33))])).toHaveLength(1);
    expect(registrationProblems([menu(' ')])).toHaveLength(1);
    expect(registrationProblems([menu('A', { description: 'x' })])).toEqual([
      'A: stands in a menu and has a description',
    ]);
  });

  it('add up a whole command', () => {
    // Each choice has 100 characters of label and 62 of value.
    const wide = (count: number) => {
      const labels = Array.from({ length: count }, (_, at) => [`${at}`.padStart(62, 'v'), `${at}`.padStart(100, 'l')]);
      return choice('w', Object.fromEntries(labels));
    };
    const size = (characters: number) => {
      const full = Object.fromEntries([...'abcdefghijkl'].map((name) => [name, wide(4)]));
      const summary = characters - 'x'.length - 13 * 'aw'.length - 49 * 162;
      return problems(command('x', { ...full, m: wide(1) }, { summary: 's'.repeat(summary) }));
    };
    expect(size(8000)).toEqual([]);
    expect(size(8001)).toEqual(['x: has 8001 characters with all below it, Discord takes 8000']);
  });

  it('tell of a command that Discord could not call', () => {
    expect(problems(command('lor'), command('lor add'))).toContain(
      'lor: has subcommands, so Discord cannot call it by itself',
    );
    expect(problems(command('lor a'), command('lor a b'))).toContain(
      'lor a: has subcommands, so Discord cannot call it by itself',
    );
    expect(problems(command('lor a'), command('lor a'))).toEqual(['lor: has a twice']);
  });
});
