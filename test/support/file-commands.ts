import { defineCommand } from '../../src/core/command.ts';
import { choice, file as fileOption, optional, text } from '../../src/core/options.ts';
import { file, line, paragraph, reply } from '../../src/core/reply.ts';

/** Commands that take a file and give files, for adapters to be tried with. */

const common = { access: 'member', where: 'anywhere', changes: false, examples: [] } as const;

/** The shortest PNG there is: one pixel. */
export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const picture = file({ name: 'board.png', mime: 'image/png', alt: 'Two letters, one asked', bytes: pixel });

/** Bytes of the largest file that `lor import` takes. */
export const largestTable = 200;

const importTable = defineCommand({
  ...common,
  path: 'lor import',
  summary: 'Reads a table',
  visibility: 'private',
  options: {
    table: fileOption('The table to read', { max: largestTable }),
    mode: optional(choice('What to do', { add: 'Add', replace: 'Replace' })),
  },
  run: async ({ table, mode = 'add' }) => reply(paragraph(line`${table.name} (${mode}): ${table.text}`)),
});

const board = defineCommand({
  ...common,
  path: 'lor board',
  summary: 'Draws a board',
  visibility: 'private',
  options: {},
  run: async () => reply(paragraph(line`Your board`), picture),
});

const timeline = defineCommand({
  ...common,
  path: 'lor timeline',
  summary: 'Draws the season for all',
  visibility: 'public',
  options: {},
  run: async () => reply(paragraph(line`The season`), picture),
});

const exportAll = defineCommand({
  ...common,
  path: 'lor export',
  summary: 'Hands over everything',
  visibility: 'private',
  options: {},
  run: async () =>
    reply(
      paragraph(line`All of it`),
      file({ name: 'letters.csv', mime: 'text/csv', alt: 'Your letters', bytes: Buffer.from('name\nChen\n') }),
      file({ name: 'letters.json', mime: 'application/json', alt: 'The same', bytes: Buffer.from('{}') }),
    ),
});

/** A question in words is answered with a picture. */
const ask = defineCommand({
  ...common,
  path: 'lor ask',
  summary: 'Answers with a picture',
  visibility: 'public',
  options: { question: text('Question', { max: 200 }) },
  run: async () => reply(paragraph(line`It looks like this`), picture),
});

export const fileCommands = [importTable, board, timeline, exportAll, ask];
