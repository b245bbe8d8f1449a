import { describe, expect, test } from 'vitest';
import { complete } from '../../../adapters/terminal/complete.ts';
import { createConversation } from '../../../adapters/terminal/conversation.ts';
import { readLine } from '../../../adapters/terminal/directive.ts';
import { plainPaint, renderForm } from '../../../adapters/terminal/render.ts';
import type { Instant } from '../../../src/core/time.ts';
import { createRandom } from '../../../src/random.ts';
import { emptyStore } from '../../support/empty-store.ts';
import { fileCommands, largestTable } from '../../support/file-commands.ts';
import { createSceneDispatch } from '../../support/scene-dispatch.ts';
import { createTestClock } from '../../support/test-clock.ts';

const files: Readonly<Record<string, string>> = {
  'letters.csv': 'name,kind',
  'my letters.csv': 'with a space',
  'book.xlsx': 'PK\u0003\u0004',
  'large.csv': 'x'.repeat(largestTable + 1),
};

/** A chat on a disk of these files. */
function chat({ interactive = false, commands = fileCommands, save = (name: string) => `files/${name}` } = {}) {
  const written: string[] = [];
  const conversation = createConversation(
    {
      interactive,
      paint: plainPaint,
      write: (text) => void written.push(text),
      clock: createTestClock('2027-09-01T12:00:00Z' as Instant),
      random: createRandom(),
      zone: 'UTC',
      readMoment: () => ({ problem: 'no' }),
      playTo: async () => undefined,
      restore: () => undefined,
      release: () => true,
      settled: async () => undefined,
      commands,
      saveFile: ({ name }) => save(name),
      readFile(path, max) {
        const content = files[path];
        if (path === 'folder') return { problem: 'no-file' };
        if (content === undefined) return { problem: 'missing' };
        return content.length > max ? { problem: 'too-large' } : { name: path, bytes: Buffer.from(content) };
      },
      store: emptyStore,
    },
    createSceneDispatch(commands),
  );
  return {
    conversation,
    /** What is written in answer to the last of these lines. */
    async says(...lines: readonly string[]): Promise<string> {
      let before = 0;
      for (const line of lines) {
        before = written.length;
        await conversation.obey(readLine(line));
      }
      return written.slice(before).join('\n\n');
    },
  };
}

describe('!attach', () => {
  test('hands a file over with the next command, and with no other', async () => {
    const { says } = chat();
    expect(await says('!attach letters.csv')).toBe('(letters.csv goes with the next command.)');
    expect(await says('/lor import mode:replace')).toBe('letters.csv (replace): name,kind');
    expect(await says('/lor import')).toContain('Please attach a file: The table to read.');
  });

  test('hands it over in the open form', async () => {
    const { says } = chat();
    expect(await says('/lor import mode:replace')).toContain('table:  (The table to read, needed) [!attach]');
    const filled = await says('!attach letters.csv');
    expect(filled).toContain('table: letters.csv (The table to read, needed) [!attach]');
    expect(filled).toContain('Fill it in with !fill mode=…, then !submit.');
    expect(await says('!submit')).toBe('letters.csv (replace): name,kind');
  });

  test('says how a form is filled that needs nothing but a file', async () => {
    expect(await chat().says('/lor import')).toContain('Hand the file over with !attach FILE, then !submit.');
  });

  test.each([
    ['none.csv', 'There is no file none.csv.'],
    ['folder', 'folder is no file.'],
    ['large.csv', `large.csv is too large. At most ${largestTable} bytes are taken.`],
    ['esc\u001b[2J', 'There is no file esc␛[2J.'],
  ])('says what is wrong with %j, and attaches nothing', async (path, sentence) => {
    const { says } = chat();
    expect(await says(`!attach ${path}`)).toContain(sentence);
    expect(await says('/lor import')).toContain('Please attach a file');
  });

  test('without a file says how it goes', async () => {
    expect(await chat().says('!attach')).toBe(
      'It goes like this: !attach letters.csv: hand over a file, in the open form or with the next command',
    );
  });

  test('takes a path in quotes, as a terminal writes it when a file is dropped', async () => {
    expect(await chat().says('!attach "my letters.csv"', '/lor import')).toBe('my letters.csv (add): with a space');
    expect(await chat().says("!attach 'my letters.csv'", '/lor import')).toContain('with a space');
    expect(await chat().says('!attach my letters.csv', '/lor import')).toContain('with a space');
  });

  test('an Excel workbook is refused by the command, and another file can take its place in the form', async () => {
    const { says } = chat();
    const refused = await says('!attach book.xlsx', '/lor import');
    expect(refused).toContain('save “book.xlsx” as CSV');
    expect(refused).toContain('table: book.xlsx');
    expect(await says('!attach letters.csv', '!submit')).toBe('letters.csv (add): name,kind');
  });

  test('is told about where the next command takes no file, and is gone then', async () => {
    const { says } = chat();
    expect(await says('!attach letters.csv', '/lor export')).toContain(
      '(This command takes no file, so letters.csv does not go with it.)',
    );
    expect(await says('/lor import')).toContain('Please attach a file');
  });

  test('belongs to whoever did it', async () => {
    expect(await chat().says('!attach letters.csv', '!as noah', '/lor import')).toContain('Please attach a file');
  });

  test('goes with a button, too', async () => {
    const { says } = chat({ commands: fileCommands });
    await says('/lor frobnicate', '/lor imprt');
    expect(await says('!attach letters.csv', '!press 1')).toBe('letters.csv (add): name,kind');
  });

  test('says where no command takes a file', async () => {
    const commands = fileCommands.filter(({ path }) => path !== 'lor import');
    expect(await chat({ commands }).says('!attach letters.csv')).toBe('There is no command that takes a file.');
  });

  test('is offered like the other directives', async () => {
    expect(await complete('!a', fileCommands, async () => [])).toEqual(['!as', '!at', '!attach']);
    expect(await chat().says('!frobnicate')).toContain('!attach');
  });
});

describe('at a keyboard, a form that asks for a file', () => {
  test('takes its path, and is sent', async () => {
    const { conversation, says } = chat({ interactive: true });
    expect(await says('/lor import mode:replace')).toContain('Type the path of the file.');
    expect(conversation.asked()).toBe('The table to read');
    expect(await says('none.csv')).toBe('There is no file none.csv.');
    expect(conversation.asked()).toBe('The table to read');
    expect(await says('"my letters.csv"')).toBe('my letters.csv (replace): with a space');
  });

  test('takes !attach as well', async () => {
    expect(await chat({ interactive: true }).says('/lor import', '!attach letters.csv')).toBe(
      'letters.csv (add): name,kind',
    );
  });
});

test('a form in French says it in French', () => {
  const field = { name: 'table', label: 'Le tableau', kind: 'file', required: true, max: 1_000 } as const;
  const form = { title: 'Importer', call: { path: 'lor import', args: {} }, fields: [field], language: 'fr' } as const;
  expect(renderForm(form, false)).toContain('Joignez le fichier avec !attach');
  expect(renderForm(form, true)).toContain('Tapez le chemin du fichier.');
});

describe('a file in an answer', () => {
  test('is saved, and its words say what it shows and where it is', async () => {
    expect(await chat().says('/lor board')).toBe(
      'Your board\n\nboard.png (Two letters, one asked): saved as files/board.png',
    );
  });

  test('that cannot be saved leaves the words, which say so', async () => {
    const save = () => {
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    };
    expect(await chat({ save }).says('/lor board')).toBe(
      'Your board\n\nboard.png (Two letters, one asked): could not be saved (ENOSPC)',
    );
  });
});
