import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { parseTyped } from '../../../src/core/parse.ts';
import { wall } from '../../support/bot.ts';
import { startTwin, type Twin, type TwinOption } from '../../support/discord-twin.ts';

const people = ['lea', 'maya', 'noor', 'ines', 'leo', 'ana', 'sam', 'kim', 'zoe', 'bea', 'tom'] as const;
const ephemeral = 64;

let twin: Twin;

beforeAll(async () => {
  twin = await startTwin(people, wall('2027-08-25 09:00'));
  for (const name of people) await twin.permit(name, '0');
  await vi.waitFor(() => expect(twin.bot.health().discord).toEqual({ up: true }), { timeout: 10_000 });
});
afterAll(() => twin.stop());

function sub(name: string, values: Readonly<Record<string, string>> = {}, focused?: string): readonly TwinOption[] {
  const options = Object.entries(values).map(([option, value]) => ({
    ...{ name: option, type: 3, value },
    ...(option === focused && { focused: true }),
  }));
  return [{ name, type: 1, options }];
}

const add = (name: string, values: Readonly<Record<string, string>>) => twin.runs(name, 'lor', sub('add', values));
const lists = (name: string) => twin.runs(name, 'lor', sub('list'));

/** The id of the first control whose id begins so. */
function idIn(text: string, start: string): string {
  const found = [...text.matchAll(/"custom_id":"((?:[^"\\]|\\.)*)"/gu)]
    .map(([, id]) => JSON.parse(`"${id}"`) as string)
    .find((id) => id.replaceAll('\\', '').startsWith(start));
  if (found === undefined) throw new Error(`no control that begins with ${start} in ${text}`);
  return found;
}

describe('commands', () => {
  it('store what their typed options say, and answer only whoever asked', async () => {
    const answer = await add('maya', { name: "Dr. O'Brien", kind: 'attending', due: 'sep 23' });
    expect(answer.type).toBe(4);
    expect((answer.data.flags ?? 0) & ephemeral).toBe(ephemeral);
    expect(answer.data.allowed_mentions).toMatchObject({ parse: [] });
    expect((await lists('maya')).text).toContain("O'Brien");
    expect((await lists('noor')).text).not.toContain("O'Brien");
  });

  it('with a wrong date open a form that says so; the form sent again with a right one stores', async () => {
    const form = await add('ines', { name: 'Dr. Chen', due: 'sept 31' });
    expect(form.type).toBe(9);
    expect(form.text).toContain('there is no such day');
    const wrong = await twin.submits('ines', form.data.custom_id ?? '', { name: 'Dr. Chen', due: 'feb 30' });
    expect(wrong.type).toBe(4);
    expect(wrong.text).toContain('there is no such day');
    const again = await twin.presses('ines', wrong.messageId ?? '', idIn(wrong.text, 'b|lor add|name|Dr. Chen'));
    expect(again.type).toBe(9);
    expect(again.text).toContain('feb 30');
    const right = await twin.submits('ines', again.data.custom_id ?? '', { name: 'Dr. Chen', due: 'oct 1' });
    expect(right.text).toContain('Chen');
    expect((await lists('ines')).text).toContain('1 Oct 2027');
  });

  it('show hostile text as itself and ping nobody', async () => {
    const { text, data } = await add('leo', { name: '@everyone **<@1>** https://evil.example' });
    expect(data.allowed_mentions).toMatchObject({ parse: [] });
    expect(text).not.toMatch(/[^\\]@everyone|[^\\]<@1>|https:\/\/evil/u);
    expect(text).toContain('\\\\@everyone');
  });

  it('C11: of admins are refused to a member and taken from whoever manages the server', async () => {
    const digest = [{ name: 'digest', type: 2, options: [...sub('list')] }];
    const refused = await twin.runs('ana', 'lor-admin', digest);
    expect((refused.data.flags ?? 0) & ephemeral).toBe(ephemeral);
    await twin.permit('ana', '32');
    const taken = await twin.runs('ana', 'lor-admin', digest);
    expect(taken.text).not.toEqual(refused.text);
  });
});

/** What Discord sends when somebody types this line. */
function typedOn(line: string): readonly [string, readonly TwinOption[]] {
  const parsed = parseTyped(line.slice(1), commands);
  if (parsed.kind !== 'call') throw new Error(`no command: ${line}`);
  const [root = '', ...path] = parsed.command.path.split(' ');
  const values = Object.entries(parsed.args).map(([name, value]) => ({ name, type: 3, value }));
  const options = path.reduceRight<TwinOption[]>(
    (inner, name, index) => [{ name, type: index === path.length - 1 ? 1 : 2, options: inner }],
    values,
  );
  return [root, options];
}

describe('every command', () => {
  it.each(
    commands.flatMap(({ examples, visibility, path }) => examples.map((line) => [line, visibility, path] as const)),
  )('%s is answered as %s', async (line, visibility) => {
    await twin.permit('lea', '32');
    const [root, options] = typedOn(line);
    const answer = await twin.runs('lea', root, options);
    // A message, a sign of life that files follow or, where something is missing or wrong, a form; one person alone sees each.
    expect([4, 5, 9]).toContain(answer.type);
    const alone = answer.type === 9 || ((answer.data.flags ?? 0) & ephemeral) === ephemeral;
    if (visibility === 'private') expect(alone).toBe(true);
    expect(answer.text).not.toContain('Something went wrong');
  });
});

describe('buttons and menus', () => {
  it('a button without its arguments opens a form, and the form stores', async () => {
    const added = await add('sam', { name: 'Dr. Wu' });
    const form = await twin.presses('sam', added.messageId ?? '', 'b|lor add');
    expect(form.type).toBe(9);
    const sent = await twin.submits('sam', form.data.custom_id ?? '', { name: 'Dr. Ode' });
    expect(sent.type).toBe(4);
    expect((await lists('sam')).text).toContain('Ode');
  });

  it('a button runs its command', async () => {
    const added = await add('kim', { name: 'Dr. Wu' });
    const undone = await twin.presses('kim', added.messageId ?? '', 'b|lor undo');
    expect(undone.type).toBe(4);
    expect((await lists('kim')).text).not.toContain('Wu');
  });

  it('a menu runs its command with what was picked', async () => {
    const topics = await twin.runs('zoe', 'lor', sub('topics'));
    const id = idIn(topics.text, 'm|');
    const [, value = ''] = /"value":"((?:[^"\\]|\\.)*)"/u.exec(topics.text) ?? [];
    const picked = await twin.picks('zoe', topics.messageId ?? '', id, value);
    expect(picked.type).toBe(4);
    expect((picked.data.flags ?? 0) & ephemeral).toBe(ephemeral);
    expect(picked.text.length).toBeGreaterThan(100);
  });
});

describe('autocomplete', () => {
  it('offers the letters of whoever types, and nobody else’s', async () => {
    await add('bea', { name: 'Dr. Rossi' });
    const own = await twin.types('bea', 'lor', sub('show', { letter: 'ros' }, 'letter'));
    expect(own.type).toBe(8);
    expect(own.text).toContain('Rossi');
    const other = await twin.types('tom', 'lor', sub('show', { letter: 'ros' }, 'letter'));
    expect(other.data).toEqual({ choices: [] });
  });

  it('offers zones and topics', async () => {
    const zones = await twin.types('tom', 'lor', sub('settings', { zone: 'los ang' }, 'zone'));
    expect(zones.text).toContain('America/Los_Angeles');
    const topics = await twin.types('tom', 'lor', sub('topics', { topic: 'waive' }, 'topic'));
    expect(topics.type).toBe(8);
  });

  it('reads a date back while it is being typed', async () => {
    const dates = await twin.types('tom', 'lor', sub('add', { name: 'Dr. Chen', due: 'sep 23' }, 'due'));
    expect(dates.data).toEqual({ choices: [{ name: 'Thu 23 Sep 2027', value: '2027-09-23' }] });
  });
});

describe('messages', () => {
  it('a mention is answered with a reply that everybody can read', async () => {
    const asked = await twin.says('tom', `<@${twin.twin.botUserId}> should I waive my right to see the letter?`);
    const answer = await twin.hears((message) => message.message_reference?.message_id === asked.id);
    expect((answer.flags ?? 0) & ephemeral).toBe(0);
    expect(JSON.stringify(answer.components)).toMatch(/waive/iu);
  });

  it('a digest is posted in its channel at its time', async () => {
    await twin.permit('ana', '32');
    await twin.runs('ana', 'lor-admin', [
      {
        name: 'deadline',
        type: 2,
        options: [...sub('add', { name: 'ERAS letters due', date: '2027-09-22', time: '17:00', zone: 'new york' })],
      },
    ]);
    await twin.runs('ana', 'lor-admin', [
      { name: 'digest', type: 2, options: [...sub('add', { schedule: '30 9 * * MON', zone: 'new york' })] },
    ]);
    // On a busy machine a command is announced before it is done.
    const listed = () => twin.runs('ana', 'lor-admin', [{ name: 'digest', type: 2, options: [...sub('list', {})] }]);
    await expect.poll(async () => (await listed()).text, { timeout: 20_000 }).toContain('lor-admin digest pause');
    await twin.playTo(wall('2027-08-30 10:00'));
    const posted = await twin.hears(
      (message) => JSON.stringify(message.components).includes('ERAS letters due') && !message.webhook_id,
    );
    expect((posted.flags ?? 0) & ephemeral).toBe(0);
  });
});
