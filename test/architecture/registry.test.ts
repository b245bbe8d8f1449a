import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toMenu, toRegistration } from '../../adapters/discord/register.ts';
import { registrationProblems } from '../../adapters/discord/registration-problems.ts';
import { commands } from '../../commands/index.ts';
import { migrations } from '../../migrations/index.ts';
import { parseTyped } from '../../src/core/parse.ts';
import { readArgs } from '../../src/core/read-args.ts';
import { readDate } from '../../src/dates/read-date.ts';
import { filesFor } from '../support/files-for.ts';

const root = new URL('../../', import.meta.url);

function filesIn(folder: string): readonly string[] {
  return readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .map((file) => file.replace(/\.ts$/u, ''));
}

describe('the list of commands', () => {
  const files = filesIn('commands/').filter((file) => !file.startsWith('shared/'));

  test('has every file, each under the path that people type', () => {
    const paths = files.map((file) => {
      const words = file.split('/');
      return words[0] === 'admin' ? ['lor-admin', ...words.slice(1)].join(' ') : ['lor', ...words].join(' ');
    });
    expect(commands.map(({ path }) => path).sort()).toEqual([...paths].sort());
  });

  test('fits what Discord takes in one registration', () => {
    expect(registrationProblems([...toRegistration(commands), ...toMenu(commands)])).toEqual([]);
  });

  test.each(commands.map((command) => [command.path, command] as const))(
    '/%s: its examples work as typed',
    (path, command) => {
      expect(command.examples.length).toBeGreaterThan(0);
      for (const example of command.examples) {
        expect(example.startsWith(`/${path}`)).toBe(true);
        const parsed = parseTyped(example.slice(1), commands);
        expect(parsed).toMatchObject({ kind: 'call', command: { path } });
        const args = parsed.kind === 'call' ? parsed.args : {};
        const given = { ...filesFor(command.options), ...args };
        expect(readArgs(command.options, given, '2027-06-01', readDate)).toMatchObject({ ok: true });
      }
    },
  );

  test.each(commands.map((command) => [command.path, command] as const))(
    '/%s: suggests only for its own options',
    (_, command) => {
      expect(Object.keys(command.options)).toEqual(expect.arrayContaining(Object.keys(command.suggest)));
    },
  );

  test('no name of an option holds a character that would end it in typed text', () => {
    for (const { options } of commands) for (const name of Object.keys(options)) expect(name).toMatch(/^[a-z]+$/u);
  });
});

test('the list of migrations has every file, in order', () => {
  const files = filesIn('migrations/').filter((file) => file !== 'table');
  expect(Object.keys(migrations)).toEqual([...files].sort());
});

test('the terminal adapter is made by a function of its name', () => {
  const code = readFileSync(new URL('adapters/terminal/index.ts', root), 'utf8');
  expect(code).toContain('export function createTerminalAdapter(');
});
