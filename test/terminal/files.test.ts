import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../support/temp-folder.ts';
import { play } from '../support/terminal.ts';

test('files leave and come back: saved beside the database, never over one another, and handed over with !attach', async () => {
  const folder = tempFolder();
  const database = join(folder, 'lorbot.db');
  const say = async (...lines: string[]) => {
    const { code, output, errors } = await play(lines, database).ended;
    expect([code, errors]).toEqual([0, '']);
    return output;
  };
  const output = await say(
    '!at 2027-08-23 08:00 America/New_York',
    '/lor add Dr. Okafor due:"sep 15"',
    '/lor data export',
    '/lor board',
    '/lor board',
  );
  const saved = join(folder, 'files');
  for (const name of ['lorbot.json', 'board.png', 'board-2.png']) {
    expect(output).toContain(`saved as ${join(saved, name)}`);
    expect(statSync(join(saved, name)).mode & 0o077).toBe(0);
  }
  expect(readFileSync(join(saved, 'board.png')).subarray(1, 4).toString()).toBe('PNG');
  expect(readdirSync(saved)).not.toContain('board-3.png');

  const again = await say(
    '!as noor',
    `!attach ${join(saved, 'lorbot.json')}`,
    '/lor data import',
    '!press 1',
    '/lor list',
  );
  expect(again.slice(again.indexOf('/lor list'))).toContain('Dr. Okafor');

  // As Excel saves a table on Windows in much of Europe.
  const table = join(folder, 'table.csv');
  writeFileSync(table, Buffer.from('Writer;Due\r\nJos\u00e9 Gr\u00fc\u00df;2027-10-01\r\n', 'latin1'));
  const listed = await say('!as lea', `!attach ${table}`, '/lor data import', '!press 1', '/lor list');
  expect(listed.slice(listed.indexOf('/lor list'))).toContain('José Grüß');

  const workbook = join(folder, 'table.xlsx');
  writeFileSync(workbook, 'PK\u0003\u0004');
  const refused = await say(`!attach ${workbook}`, '/lor data import', '!attach nowhere.csv');
  expect(refused).toContain('save “table.xlsx” as CSV and attach that');
  expect(refused).toContain('There is no file nowhere.csv.');
});
