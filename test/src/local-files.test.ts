import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLocalFile, saveFile } from '../../src/local-files.ts';
import { tempFolder } from '../support/temp-folder.ts';

function picture(name: string, text = 'x') {
  return { name, mime: 'image/png', alt: '', bytes: Buffer.from(text) };
}

describe('saving a file', () => {
  test('puts it into the folder, for its owner alone', () => {
    const folder = join(tempFolder(), 'files');
    const path = saveFile(picture('board.png', 'a picture'), folder);
    expect(path).toBe(join(folder, 'board.png'));
    expect(readFileSync(path, 'utf8')).toBe('a picture');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  test('never writes over what is there', () => {
    const folder = tempFolder();
    const paths = ['one', 'two', 'three'].map((text) => saveFile(picture('board.png', text), folder));
    expect(paths.map((path) => basename(path))).toEqual(['board.png', 'board-2.png', 'board-3.png']);
    expect(paths.map((path) => readFileSync(path, 'utf8'))).toEqual(['one', 'two', 'three']);
    expect(basename(saveFile(picture('notes'), folder))).toBe('notes');
    expect(basename(saveFile(picture('notes'), folder))).toBe('notes-2');
  });

  test('follows no link out of the folder', () => {
    const outside = join(tempFolder(), 'outside.txt');
    const folder = tempFolder();
    symlinkSync(outside, join(folder, 'board.png'));
    expect(basename(saveFile(picture('board.png'), folder))).toBe('board-2.png');
    expect(() => readFileSync(outside)).toThrow('ENOENT');
  });

  test.each([
    ['../../etc/passwd', '__.._etc_passwd'],
    ['/etc/passwd', '_etc_passwd'],
    ['C:\\Windows\\x.png', 'C__Windows_x.png'],
    ['.bashrc', '_bashrc'],
    ['..', '_'],
    ['', 'file'],
    ['réf.png', 'réf.png'],
    ['a\u0000b\n.png', 'a_b_.png'],
  ])('gives %j the name %j', (name, saved) => {
    expect(basename(saveFile(picture(name), tempFolder()))).toBe(saved);
  });

  test('never leaves the folder, whatever the name is, and keeps all of several', () => {
    const folder = tempFolder();
    let count = 0;
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => {
        const path = saveFile(picture(name), folder);
        count += 1;
        expect(dirname(relative(folder, path))).toBe('.');
        expect(basename(path)).not.toMatch(/^\./u);
        expect(Buffer.byteLength(basename(path))).toBeLessThanOrEqual(255);
        expect(readdirSync(folder)).toHaveLength(count);
      }),
    );
  });

  test('keeps the ending of a name that is too long', () => {
    expect(basename(saveFile(picture(`${'é'.repeat(400)}.csv`), tempFolder()))).toMatch(/^é{98}\.csv$/u);
  });
});

describe('reading a file', () => {
  test('gives its name and its bytes', () => {
    const path = join(tempFolder(), 'my letters.csv');
    writeFileSync(path, 'a,b');
    expect(readLocalFile(path, 3)).toEqual({ name: 'my letters.csv', bytes: Buffer.from('a,b') });
  });

  test('is relative to the working directory', () => {
    expect(readLocalFile('package.json', 100_000)).toMatchObject({ name: 'package.json' });
  });

  test('of more than is allowed stops there', () => {
    const path = join(tempFolder(), 'a.csv');
    writeFileSync(path, 'abcd');
    expect(readLocalFile(path, 3)).toEqual({ problem: 'too-large' });
    expect(readLocalFile('/dev/zero', 3)).toEqual({ problem: 'no-file' });
  });

  test('that is none says so, and never waits for one', () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'folder'));
    execFileSync('sh', ['-c', 'mkfifo "$1"', 'sh', join(folder, 'pipe')]);
    expect(readLocalFile(join(folder, 'none.csv'), 3)).toEqual({ problem: 'missing' });
    expect(readLocalFile(join(folder, 'none', 'none.csv'), 3)).toEqual({ problem: 'missing' });
    expect(readLocalFile(join(folder, 'folder'), 3)).toEqual({ problem: 'no-file' });
    expect(readLocalFile(join(folder, 'pipe'), 3)).toEqual({ problem: 'no-file' });
    expect(readLocalFile(`a\u0000b`, 3)).toEqual({ problem: 'unreadable' });
    expect(readLocalFile('x'.repeat(5_000), 3)).toEqual({ problem: 'unreadable' });
  });
});
