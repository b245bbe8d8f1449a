import { describe, expect, test } from 'vitest';
import { toRegistration } from '../../adapters/discord/register.ts';
import { registrationProblems } from '../../adapters/discord/registration-problems.ts';
import { commands } from '../../commands/index.ts';
import { hearing, localise } from '../../src/core/localise.ts';
import { parseTyped } from '../../src/core/parse.ts';
import { readArgs } from '../../src/core/read-args.ts';
import { readDate } from '../../src/dates/read-date.ts';
import { fr } from '../../src/words/fr/index.ts';
import { filesFor } from '../support/files-for.ts';

const { declarations } = fr.core;
const all = commands.map((command) => [command.path, command] as const);

describe('in French', () => {
  test.each(all)('/%s has a summary, and each option and choice its label', (path, command) => {
    const words = declarations[path];
    expect(words?.summary.trim(), `${path}: no French summary`).toBeTruthy();
    expect(Object.keys(words?.options ?? {}).sort(), path).toEqual(Object.keys(command.options).sort());
    for (const [name, option] of Object.entries(command.options)) {
      const labels = words?.choices?.[name] ?? {};
      const values = option.kind === 'choice' ? option.choices.map(({ value }) => value) : [];
      expect(Object.keys(labels).sort(), `${path} ${name}`).toEqual([...values].sort());
    }
  });

  test('no words are kept for what there is not', () => {
    const paths = commands.map(({ path }) => path);
    expect(Object.keys(declarations).filter((path) => !paths.includes(path))).toEqual([]);
    for (const [path, { aliases = {} }] of Object.entries(declarations)) {
      const options = commands.find((command) => command.path === path)?.options ?? {};
      for (const [name, words] of Object.entries(aliases)) {
        const option = options[name];
        const values = option?.kind === 'choice' ? option.choices.map(({ value }) => value) : [];
        expect(
          Object.values(words).filter((value) => !values.includes(value)),
          `${path} ${name}`,
        ).toEqual([]);
      }
    }
  });

  test('every group of commands has a name', () => {
    const groups = new Set(commands.map(({ path }) => path.slice(0, path.lastIndexOf(' '))));
    expect([...groups].filter((group) => fr.core.help.groups[group] === undefined)).toEqual([]);
  });

  test('all of it fits what Discord takes in one registration', () => {
    expect(registrationProblems(toRegistration(commands, { fr: declarations }))).toEqual([]);
  });

  test.each(all)('/%s: its French examples work as typed', (path, command) => {
    const heard = hearing(command, declarations);
    for (const example of localise(heard, declarations).examples) {
      expect(example.startsWith(`/${path}`)).toBe(true);
      const parsed = parseTyped(example.slice(1), commands);
      const args = { ...filesFor(heard.options), ...(parsed.kind === 'call' ? parsed.args : {}) };
      expect(readArgs(heard.options, args, '2027-06-01', readDate), example).toMatchObject({ ok: true });
    }
  });

  test.each(all)('/%s takes every French label and word for its values, and the English ones still', (_, command) => {
    const heard = hearing(command, declarations);
    for (const [name, option] of Object.entries(localise(heard, declarations).options)) {
      if (option.kind !== 'choice') continue;
      const before = command.options[name];
      const english = before?.kind === 'choice' ? before.choices : [];
      const words = [...option.choices, ...english].flatMap(({ value, label }) => [
        [label, value],
        [value, value],
      ]);
      for (const [typed = '', value] of [...words, ...Object.entries(option.aliases)]) {
        for (const options of [heard.options, { [name]: option }]) {
          const read = readArgs({ [name]: options[name] ?? option }, { [name]: typed }, '2027-06-01', readDate);
          expect(read, `${name}:${typed}`).toEqual({ ok: true, args: { [name]: value } });
        }
      }
    }
  });
});
