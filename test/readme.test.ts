import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { commands } from '../commands/index.ts';
import { listed } from '../src/core/command.ts';
import { play, temporaryDatabase } from './support/terminal.ts';

const root = new URL('../', import.meta.url);
const readme = readFileSync(new URL('README.md', root), 'utf8');

/** The transcripts: what the bot printed, the lines that were typed among it. */
const transcripts = [...readme.matchAll(/```text\n(lorbot,[\s\S]*?)\n```/gu)].map((match) => match[1] ?? '');

function typedLines(transcript: string): readonly string[] {
  return transcript
    .split('\n')
    .flatMap((line) => /^[\w-]+(?: \(admin\))?(?: in #[\w-]+)?> (.*)$/u.exec(line)?.[1] ?? []);
}

describe('the README', () => {
  let database: ReturnType<typeof temporaryDatabase>;
  afterEach(() => database?.remove());

  test('has transcripts', () => {
    expect(transcripts).toHaveLength(2);
  });

  test.each(transcripts)('is true word for word', async (transcript) => {
    database = temporaryDatabase();
    const { output } = await play(typedLines(transcript), database.path).ended;
    expect(output.trimEnd()).toBe(transcript);
  });

  test('names the two commands to run and to test on its first screen', () => {
    const firstScreen = readme.split('\n').slice(0, 30).join('\n');
    expect(firstScreen).toContain('npm ci && npm start');
    expect(firstScreen).toContain('npm ci && npm test');
  });

  test('names every command', () => {
    const table = readme.slice(readme.indexOf('## What it can do'), readme.indexOf('## Slack and Discord'));
    for (const { path } of listed(commands)) {
      const words = path.split(' ');
      const row = table
        .split('\n')
        .find((line) => line.includes(`/${words.slice(0, -1).join(' ')}`) && line.includes(words.at(-1) ?? ''));
      expect(row, path).toBeDefined();
    }
  });
});

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync(new URL('docs/', root), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];

describe.each(documents)('%s', (document) => {
  const text = readFileSync(new URL(document, root), 'utf8');

  test('links only to what is there', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/gu)].map((match) => match[1] ?? '');
    const missing = links.filter((link) => !existsSync(new URL(link, new URL(document, root))));
    expect(missing).toEqual([]);
  });

  test('names only paths and scripts that are there', () => {
    const scripts = Object.keys(
      (JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { scripts: object }).scripts,
    );
    const paths = [...text.matchAll(/`((?:src|adapters|commands|migrations|test|docs)\/[\w./-]+)`/gu)].map(
      (match) => match[1] ?? '',
    );
    const named = [...text.matchAll(/npm run (?:--silent )?([a-z][a-z:]*)/gu)].map((match) => match[1] ?? '');
    // A checklist names files that its reader is about to make.
    const missing = paths.filter((path) => !existsSync(new URL(path, root)) && path !== 'commands/count.ts');
    expect([...missing, ...named.filter((script) => !scripts.includes(script))]).toEqual([]);
  });
});
