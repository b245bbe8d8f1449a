import { describe, expect, it } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { helpReply } from '../../../src/core/help.ts';
import { file } from '../../../src/core/options.ts';
import { toPlainText } from '../../../src/core/reply-text.ts';
import { en } from '../../../src/words/en/index.ts';

function help(topic?: string): string {
  return toPlainText(helpReply(commands, topic, en.core));
}

describe('help', () => {
  it.each(commands)('names /$path and what it does', ({ path, summary }) => {
    expect(help()).toContain(`/${path} – ${summary}`);
  });

  it('calls every group of commands by a title', () => {
    const groups = new Set(commands.map(({ path }) => path.slice(0, path.lastIndexOf(' '))));
    for (const group of groups) expect(help()).toContain(en.core.help.groups[group]);
  });

  it('offers every command in a menu that leads to its own help', () => {
    const menu = helpReply(commands, undefined, en.core).blocks.find((block) => block.kind === 'menu');
    expect(menu).toMatchObject({ call: { path: 'lor help', args: {} }, option: 'command' });
    expect(menu?.choices.map(({ value }) => value)).toEqual(commands.map(({ path }) => path));
  });
});

describe('help on a command', () => {
  it.each(commands)('/$path tells its options, which of them are needed, and its examples', (command) => {
    const text = help(command.path);
    expect(text.startsWith(`/${command.path}\n\n${command.summary}`)).toBe(true);
    for (const [name, option] of Object.entries(command.options)) {
      const need = option.required ? en.core.help.required : en.core.help.optional;
      expect(text).toContain(`- ${name}: ${option.summary}, ${need}`);
      if (option.kind === 'choice') for (const { value } of option.choices) expect(text).toContain(value);
    }
    for (const example of command.examples) expect(text).toContain(`- ${example}`);
    const forAll = command.access === 'guest' || command.access === 'member';
    expect(text.includes('admins')).toBe(!forAll || command.summary.includes('admins'));
  });

  it('says of a file that it is attached', () => {
    const options = { table: file('The table to read', { max: 1_000 }) };
    const importing = { path: 'lor import', summary: 'Import', examples: [], access: 'member' as const, options };
    const text = toPlainText(helpReply([importing], 'import', en.core));
    expect(text).toContain('- table: The table to read, needed (attached, not typed)');
  });

  it.each(['add', '/lor add', 'LOR ADD', ' lor add '])('is found by “%s”', (topic) => {
    expect(help(topic)).toBe(help('lor add'));
  });

  it('is found by a short name among the commands of admins', () => {
    expect(help('digest add')).toBe(help('lor-admin digest add'));
  });
});

describe('help on a group', () => {
  it.each(['remind', 'lor remind', '/lor remind'])(
    'tells the commands that begin with “%s”, and no others',
    (topic) => {
      const text = help(topic);
      for (const path of ['/lor remind on', '/lor remind off', '/lor remind list']) expect(text).toContain(path);
      expect(text).not.toContain('/lor add');
    },
  );

  it('tells all admins’ commands of “lor-admin”', () => {
    const paths = commands.map(({ path }) => path).filter((path) => path.startsWith('lor-admin '));
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) expect(help('lor-admin')).toContain(`/${path}`);
  });
});

describe('help on what does not exist', () => {
  it('says so, and tells what does', () => {
    const text = help('xyzzy');
    expect(text).toContain('There is no command “xyzzy”');
    for (const { path } of commands) expect(text).toContain(`/${path}`);
  });
});
