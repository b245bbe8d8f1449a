import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { play, temporaryDatabase } from '../support/terminal.ts';

describe('the terminal', () => {
  let database: ReturnType<typeof temporaryDatabase>;
  beforeEach(() => {
    database = temporaryDatabase();
  });
  afterEach(() => database.remove());

  async function say(...lines: string[]): Promise<string> {
    const { code, output, errors } = await play(lines, database.path).ended;
    expect(errors).toBe('');
    expect(code).toBe(0);
    return output;
  }

  test('ends with code 0 at the end of its script, and makes its file', async () => {
    await say('/lor help');
    expect(existsSync(database.path)).toBe(true);
  });

  test('takes a line without a slash as a question', async () => {
    expect(await say('when should i ask for letters')).toContain('Sources:');
  });

  test('fills, mends and sends a form', async () => {
    const output = await say(
      '/lor add',
      '!fill name=Dr. Mei Chen kind=chair due=feb 30',
      '!submit',
      '!fill due=2027-09-23 nonsense=1',
      '!submit',
      '/lor list',
    );
    expect(output).toContain('there is no such day as “feb 30”');
    expect(output).toContain('The form has no field nonsense.');
    expect(output.slice(output.lastIndexOf('/lor list'))).toMatch(/Dr\. Mei Chen\n {2}planned · due Thu 23 Sep 2027/u);
  });

  test('opens the form of an edit with what stands, and an emptied field clears it', async () => {
    const output = await say(
      '/lor add Dr. Chen due:2027-09-23 met:"ICU, May"',
      '/lor edit chen',
      '!fill met="" due=2027-10-01',
      '!submit',
    );
    expect(output).toContain('met: ICU, May (Where you met)');
    const changed = output.slice(output.indexOf('Dr. Chen is changed.'));
    expect(changed).toContain('Fri 1 Oct 2027');
    expect(changed).not.toContain('ICU');
  });

  test('presses the numbered button of what was shown last', async () => {
    const output = await say('/lor add Dr. Chen', '!press 1', '!press 2');
    expect(output).toContain('Dr. Chen: asked');
    expect(output).toContain('They promised: a lukewarm yes');
  });

  test('keeps its moment in the file, and only moves it forward', async () => {
    await say('!at 2027-08-25 09:00 America/New_York');
    const output = await say('/lor today', '!at 2027-08-24 09:00 America/New_York');
    expect(output).toContain('The clock stands at Wed 25 Aug 2027, 09:00 (New York).');
    expect(output).toContain('The clock only moves forward');
  });

  test('tells in a channel what only the asker sees, and is silent when it is not meant', async () => {
    const output = await say(
      '!in #lor-help',
      '/lor list',
      '!say does anybody know a good restaurant',
      '!say @lorbot how many letters do i need',
    );
    expect(output).toContain('(only you see this)');
    expect(output).toContain('There I answer only when I am mentioned.');
    expect(output).toContain('How many letters to get');
  });

  test('reads channels where the operator says so, and answers there for all', async () => {
    const lines = [
      '!as ana admin',
      '!in #lor-help',
      '/lor-admin channel mode:auto',
      '!as maya',
      '!say can i reuse a letter from last year?',
      '!say lunch anyone',
      '!say what about carms?',
      '!say @lorbot can i reuse a letter from last year?',
    ];
    const silent = await say(...lines);
    expect(silent).toContain('LORBOT_READ_CHANNELS=on');
    expect(silent.match(/There I answer only when I am mentioned/gu)).toHaveLength(3);
    const env = { LORBOT_READ_CHANNELS: 'on' };
    const { output } = await play(lines, database.path, { env }).ended;
    const answerTo = (line: string) => output.split(`> ${line}\n`)[1]?.split('\nmaya in ')[0] ?? '';
    expect(answerTo('!say lunch anyone')).toContain('(maya says it in #lor-help. I stay silent.)');
    expect(answerTo('!say what about carms?')).toContain('In CaRMS');
    expect(answerTo('!say what about carms?')).not.toContain('only you see this');
    expect(answerTo('!say @lorbot can i reuse a letter from last year?')).toContain('I answered that in this channel');
  });

  test('an admin is one only while they are called so', async () => {
    const output = await say('!as ana admin', '/lor-admin digest list', '!as ana', '/lor-admin digest list');
    expect(output).toContain('No digest is set up yet.');
    expect(output).toContain('is for admins of this community');
  });

  test('a database that cannot be opened is named in a sentence, and so is its key', async () => {
    const LORBOT_KEYS = `one:${Buffer.alloc(32).toString('base64')}`;
    const database = await play([], '/dev/null/nowhere.db', { env: { LORBOT_KEYS } }).ended;
    expect(database).toMatchObject({ code: 1, output: '' });
    expect(database.errors).toMatch(/^The database \/dev\/null\/nowhere\.db cannot be opened: .*\n$/u);
    const key = await play([], '/dev/null/nowhere.db').ended;
    expect(key).toMatchObject({ code: 1, output: '' });
    expect(key.errors).toMatch(/^The key file \/dev\/null\/lorbot\.key cannot be made or read: .*LORBOT_KEYS.*\n$/u);
  });
});
