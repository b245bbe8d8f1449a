import { beforeEach, describe, expect, it } from 'vitest';
import { attach, printAttachment } from '../../../src/core/attachment.ts';
import { type Command, type Context, defineCommand } from '../../../src/core/command.ts';
import { type CorePorts, createDispatch, type DispatchDeps, type Transact } from '../../../src/core/dispatch.ts';
import { StoreBusy, UserProblem } from '../../../src/core/errors.ts';
import type { Invocation, Request } from '../../../src/core/invocation.ts';
import { choice, clearable, date, file, flag, optional, text, whenAsked } from '../../../src/core/options.ts';
import {
  type Clock,
  hasReply,
  type LogFields,
  type Logger,
  type Outcome,
  type Random,
} from '../../../src/core/ports.ts';
import { createRateLimit } from '../../../src/core/rate-limit.ts';
import { button, buttons, line, paragraph, reply } from '../../../src/core/reply.ts';
import { toPlainText } from '../../../src/core/reply-text.ts';
import { dayIn } from '../../../src/dates/calendar.ts';
import { readDate } from '../../../src/dates/read-date.ts';
import type { Words } from '../../../src/words/words.ts';
import { wordsIn } from '../../../src/words/words-in.ts';

/** A notebook is all that these commands need: what is kept, kept at once or not at all. */
interface NotePorts extends CorePorts {
  readonly notes: { add(note: string): void; all(): readonly string[] };
}

const common = {
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: false,
  options: {},
} as const;

const note = text('Note', { max: 40 });
const colour = choice('Colour', { red: 'Red', green: 'Green' }, { rot: 'red' });

const add = defineCommand({
  ...common,
  path: 'lor add',
  summary: 'Add a note',
  examples: ['/lor add milk colour:red'],
  changes: true,
  options: {
    note,
    colour: optional(colour),
    due: optional(date('Due date')),
    sure: whenAsked(optional(flag('Sure?'))),
  },
  suggest: {
    note: (typed: string, { ports }: Context<NotePorts>) =>
      ports.notes.all().flatMap((one) => (one.startsWith(typed) ? [{ value: one, label: one }] : [])),
  },
  async run(args, { ports }: Context<NotePorts>) {
    ports.notes.add(args.note);
    if (args.note === 'twice') {
      throw new UserProblem('bad-value', line`Not twice.`, {
        option: 'note',
        next: [buttons(button('List', 'lor list'))],
      });
    }
    if (args.note === 'secret') {
      const values = { note: 'discreet', sure: '' };
      throw new UserProblem('bad-value', line`Not so.`, { option: 'note', values });
    }
    if (args.note === 'never') throw new UserProblem('not-allowed', line`Never.`);
    if (args.note === 'nothing') throw new UserProblem('nothing-to-do', line`Nothing to do.`);
    if (args.note === 'bug') throw new TypeError('undefined is not a note');
    return reply(paragraph(line`Added ${args.note}, ${args.colour ?? 'no colour'}, ${args.due ?? 'no date'}.`));
  },
});

const list = defineCommand({
  ...common,
  path: 'lor list',
  summary: 'List the notes',
  examples: ['/lor list'],
  visibility: 'public',
  run: async (_, { ports }: Context<NotePorts>) => reply(paragraph([ports.notes.all().join(', ')])),
});

const edit = defineCommand({
  ...common,
  path: 'lor edit',
  summary: 'Change a note',
  examples: ['/lor edit milk due:none'],
  changes: true,
  options: { note, colour: clearable(colour), due: clearable(date('Due date')) },
  async fill(args, { ports }: Context<NotePorts>) {
    if (!ports.notes.all().includes(args.note))
      throw new UserProblem('not-found', line`No such note.`, { option: 'note' });
    return { colour: 'green' };
  },
  run: async ({ note: wanted, due }) => reply(paragraph(line`${wanted} is due ${due ?? 'never'}.`)),
});

const who = defineCommand({
  ...common,
  path: 'lor who',
  summary: 'Who am I',
  examples: ['/lor who'],
  run: async (_, { actor, community, today, place }: Context<NotePorts>) =>
    reply(paragraph([[actor.id, actor.role, actor.zone, community, today, place.kind].join(' ')])),
});

const secret = defineCommand({
  ...common,
  path: 'lor-admin notes',
  summary: 'Notes of all',
  examples: ['/lor-admin notes'],
  access: 'admin',
  where: 'community',
  options: { note: optional(note) },
  suggest: { note: () => [{ value: 'secret', label: 'Secret' }] },
  run: async () => reply(paragraph(line`All notes.`)),
});

const help = defineCommand({
  ...common,
  path: 'lor help',
  summary: 'Help',
  examples: ['/lor help'],
  options: { command: optional(note) },
  run: async ({ command }) => reply(paragraph(line`Help on ${command ?? 'all'}.`)),
});

const broken = defineCommand({
  ...common,
  path: 'lor broken',
  summary: 'Breaks',
  examples: ['/lor broken x'],
  options: { note },
  suggest: {
    note: () => {
      throw new RangeError('no suggestions');
    },
  },
  run: async () => reply(),
});

const importing = defineCommand({
  ...common,
  path: 'lor import',
  summary: 'Import notes',
  examples: ['/lor import'],
  changes: true,
  options: { table: file('Table', { max: 1_000 }), colour: optional(colour) },
  async run({ table }, { ports }: Context<NotePorts>) {
    if (table.text === 'bad') throw new UserProblem('bad-value', line`Not like this.`, { option: 'table' });
    for (const one of table.text.split('\n')) ports.notes.add(one);
    return reply(paragraph(line`${table.name} is imported.`));
  },
});

const all: readonly Command<NotePorts>[] = [add, list, edit, who, secret, help, broken, importing];

/** Notes that a transaction keeps, or drops with everything else when it throws. */
function createNotebook() {
  let notes: readonly string[] = ['milk'];
  let claimed: readonly string[] = [];
  let strangers: readonly string[] = [];
  let presence: readonly string[] = [];
  const note =
    (what: string) =>
    async (...told: readonly string[]) => {
      presence = [...presence, [what, ...told].join(' ')];
    };
  const transact: Transact<NotePorts> = async (work) => {
    const before = { notes, claimed, strangers, presence };
    try {
      return await work({
        identities: {
          identify: async ({ user }, _, keep) => {
            if (keep) strangers = [...strangers, user];
            return { id: `M-${user}`, zone: 'America/New_York', language: user === 'luc' ? 'fr' : null };
          },
        },
        grants: {
          granted: async (...asked) => {
            lookups = [...lookups, asked.join(' ')];
            return grants[asked[2]];
          },
        },
        receipts: {
          claim: async (key) => {
            if (claimed.includes(key)) return false;
            claimed = [...claimed, key];
            return true;
          },
        },
        presence: { usedIn: note('used in'), usedAlone: note('used alone'), seen: note('seen'), left: note('left') },
        notes: {
          add: (one) => {
            notes = [...notes, one];
          },
          all: () => notes,
        },
      });
    } catch (error) {
      ({ notes, claimed, strangers, presence } = before);
      throw error;
    }
  };
  return { transact, kept: () => ({ notes, claimed, strangers }), presence: () => presence };
}

let logged: { level: string; message: string; fields: LogFields }[];
let changes: number;
let notebook: ReturnType<typeof createNotebook>;
/** Roles that the community gave, by the account, and who was asked about. */
let grants: Readonly<Record<string, 'curator' | 'admin'>> = {};
let lookups: readonly string[] = [];
let deliveries: number;

function record(level: string) {
  return (message: string, fields: LogFields = {}) => void logged.push({ level, message, fields });
}

function dispatchWith(more: Partial<DispatchDeps<NotePorts, Words>> = {}) {
  const references = ['ref1', 'ref2', 'ref3'];
  return createDispatch<NotePorts, Words>({
    commands: all,
    transact: notebook.transact,
    // 03:00 in London is still yesterday in New York.
    clock: { now: () => '2027-03-18T03:00:00.000Z', monotonic: () => 0 } satisfies Clock,
    random: { id: () => 'ID', reference: () => references.shift() ?? 'ref', secret: () => 'secret' } satisfies Random,
    logger: { info: record('info'), warn: record('warn'), error: record('error') } satisfies Logger,
    words: wordsIn,
    readDate,
    today: (now, zone) => dayIn(zone, now),
    rateLimit: createRateLimit(),
    perMinute: () => 60,
    afterChange: () => {
      changes += 1;
    },
    ...more,
  });
}

let dispatch: ReturnType<typeof dispatchWith>;

beforeEach(() => {
  logged = [];
  changes = 0;
  grants = {};
  lookups = [];
  deliveries = 0;
  notebook = createNotebook();
  dispatch = dispatchWith();
});

function invocation(request: Request, more: Partial<Invocation> = {}): Invocation {
  deliveries += 1;
  return {
    delivery: `D${deliveries}`,
    account: { platform: 'slack', workspace: 'W1', user: 'maya' },
    community: 'W1',
    place: { kind: 'dm' },
    administrator: false,
    request,
    ...more,
  };
}

function says(text: string, more: Partial<Invocation> = {}) {
  return dispatch(invocation({ kind: 'typed', text }, more));
}

function sends(path: string, args: Record<string, string>) {
  return dispatch(invocation({ kind: 'call', call: { path, args } }));
}

function textOf(outcome: Outcome): string {
  return hasReply(outcome) ? toPlainText(outcome.reply) : '';
}

describe('a person who chose French', () => {
  const luc = { account: { platform: 'slack', workspace: 'W1', user: 'luc' } } as const;

  it('hears it from every part of the core', async () => {
    expect(textOf(await says('lor lits', luc))).toContain('Vouliez-vous dire /lor list?');
    expect(textOf(await says('lor-admin notes', luc))).toContain('réservée aux personnes');
    expect(textOf(await says('lor add milk due:x', luc))).toContain('je ne peux pas lire');
    expect(await says('lor add', luc)).toMatchObject({
      kind: 'invalid',
      form: { language: 'fr' },
      reply: { language: 'fr' },
    });
    expect(await says('lor edit milk', luc)).toMatchObject({ kind: 'replied', form: { language: 'fr' } });
  });

  it('hears it even where the platform says another language', async () => {
    expect(textOf(await says('lor lits', { ...luc, language: 'en' }))).toContain('Vouliez-vous');
  });

  it('is answered in the usual language where everybody can read it', async () => {
    const heard = { as: 'mention', thread: 'T1' } as const;
    expect(textOf(await says('lor add milk due:x', { ...luc, heard }))).toContain('I cannot read');
  });
});

describe('a person who chose no language', () => {
  it('is answered as their platform says, also when something breaks', async () => {
    expect(textOf(await says('lor lits', { language: 'fr' }))).toContain('Vouliez-vous');
    expect(textOf(await says('lor broken', { language: 'fr' }))).toContain('Un problème est survenu');
    expect(textOf(await says('lor broken'))).toContain('Something went wrong');
  });
});

describe('where the bot is used', () => {
  const now = '2027-03-18T03:00:00.000Z';
  const discord = { platform: 'discord', workspace: '', user: 'maya' } as const;

  it('is noted of whoever changes something there', async () => {
    await says('lor add bread');
    expect(notebook.presence()).toEqual([`seen slack W1 ${now}`, `used in M-maya slack W1 ${now}`]);
  });

  it('outside of every community is noted as such', async () => {
    await says('lor add bread', { account: discord, community: null });
    expect(notebook.presence()).toEqual(['used alone M-maya']);
  });

  it('is noted as both where somebody has the bot for themselves as well', async () => {
    await says('lor add bread', { account: discord, community: 'G1', personal: true });
    expect(notebook.presence().slice(1)).toEqual([`used in M-maya discord G1 ${now}`, 'used alone M-maya']);
  });

  it('is no sign of the person who only looks, or whose change came to nothing, but one of the bot’s being there', async () => {
    for (const text of ['lor list', 'lor add twice', 'lor add', 'lor add bug']) await says(text);
    expect(notebook.presence()).toEqual(Array.from({ length: 4 }, () => `seen slack W1 ${now}`));
  });

  it('is noted as a platform tells it, and told again when it could not be', async () => {
    const told = { platform: 'discord', workspace: 'G1', at: now } as const;
    expect(await dispatch.presence({ ...told, present: false })).toBe(true);
    expect(await dispatch.presence({ ...told, present: true })).toBe(true);
    expect(notebook.presence()).toEqual([`left discord G1 ${now}`, `seen discord G1 ${now}`]);
    const busy = dispatchWith({ transact: () => Promise.reject(new StoreBusy('locked')) });
    expect(await busy.presence({ ...told, present: false })).toBe(false);
    expect(logged.at(-1)).toMatchObject({ level: 'error', fields: { platform: 'discord' } });
  });
});

describe('a command', () => {
  it('is answered, and what it changed is kept', async () => {
    const outcome = await says('lor add bread colour:ROT due:tomorrow');
    expect(outcome).toMatchObject({ kind: 'replied', visibility: 'private' });
    expect(textOf(outcome)).toBe('Added bread, red, 2027-03-18.');
    expect(notebook.kept()).toEqual({ notes: ['milk', 'bread'], claimed: ['slack:D1'], strangers: ['maya'] });
    expect(changes).toBe(1);
  });

  it('that changes nothing leaves no trace, not even of who asked', async () => {
    const outcome = await says('lor list');
    expect(outcome).toEqual({ kind: 'replied', visibility: 'public', reply: reply(paragraph(line`milk`)) });
    expect(notebook.kept()).toEqual({ notes: ['milk'], claimed: [], strangers: [] });
    expect(changes).toBe(0);
  });

  it('knows who asks, where, and which day it is for them', async () => {
    expect(textOf(await says('lor who'))).toBe('M-maya member America/New_York W1 2027-03-17 dm');
    const outside = { community: null, administrator: true, place: { kind: 'channel', channel: 'C1' } } as const;
    expect(textOf(await says('lor who', outside))).toBe('M-maya member America/New_York  2027-03-17 channel');
    expect(textOf(await says('lor who', { administrator: true }))).toContain('M-maya admin');
  });

  it('goes the same way from a button', async () => {
    expect(textOf(await sends('lor add', { note: 'bread' }))).toBe('Added bread, no colour, no date.');
  });

  it('that nobody knows is answered with help', async () => {
    const outcome = await says('lor frobnicate');
    expect(outcome.kind).toBe('unknown');
    expect(textOf(outcome)).toContain('frobnicate');
    expect((await sends('lor frobnicate', {})).kind).toBe('unknown');
    expect(textOf(await says('lor'))).toBe('Help on all.');
  });

  it('is logged once, by facts alone', async () => {
    await says('lor add bread');
    expect(logged).toEqual([
      {
        level: 'info',
        message: 'invocation',
        fields: { command: 'lor add', outcome: 'replied', platform: 'slack', milliseconds: 0 },
      },
    ]);
  });
});

describe('a command with something missing', () => {
  it('opens a form with what was understood, and says in words what is wrong', async () => {
    const outcome = await says('lor add colour:Rot due:feb 30');
    expect(outcome).toMatchObject({
      kind: 'invalid',
      form: {
        title: 'Add a note',
        call: { path: 'lor add', args: {} },
        fields: [
          { name: 'note', problem: 'Please fill in: Note.', choices: [{ value: 'milk', label: 'milk' }] },
          { name: 'colour', value: 'red' },
          { name: 'due', value: 'feb 30', problem: expect.stringContaining('February 2027 has 28 days') },
        ],
      },
    });
    expect(textOf(outcome)).toContain('Please fill in: Note.');
    expect(textOf(outcome)).toContain('there is no such day as “feb 30”');
    expect(textOf(outcome)).toContain('For example: /lor add milk colour:red');
    expect(notebook.kept().notes).toEqual(['milk']);
  });

  it('is told all wrong values at once', async () => {
    const outcome = await says('lor add bread colour:blau due:whenever');
    expect(outcome).toMatchObject({
      kind: 'invalid',
      form: {
        fields: [{ value: 'bread' }, { problem: expect.stringContaining('“blau”') }, { problem: expect.anything() }],
      },
    });
    expect(notebook.kept().notes).toEqual(['milk']);
  });
});

describe('a command that takes a file', () => {
  const attached = (text: string) => printAttachment(attach('a.csv', new TextEncoder().encode(text), 1_000));

  it('has its text', async () => {
    const outcome = await sends('lor import', { table: attached('bread\nsalt') });
    expect(textOf(outcome)).toBe('a.csv is imported.');
    expect(notebook.kept().notes).toEqual(['milk', 'bread', 'salt']);
  });

  it('opens a form that asks for it, also where words were typed in its place', async () => {
    for (const line of ['lor import', 'lor import a.csv', 'lor import colour:red']) {
      expect(await says(line)).toMatchObject({
        kind: 'invalid',
        form: { fields: [{ name: 'table', kind: 'file', required: true, max: 1_000 }, { name: 'colour' }] },
      });
    }
    expect(textOf(await says('lor import'))).toContain('Please attach a file: Table.');
    expect(textOf(await says('lor import a.csv'))).toContain('“a.csv” is none. Attach the file itself.');
    expect(notebook.kept().notes).toEqual(['milk']);
  });

  it('says what is wrong with it at its field, whoever found it', async () => {
    for (const [content, sentence] of [
      ['PK\u0003\u0004…', 'as CSV and attach that'],
      ['bad', 'Not like this.'],
    ] as const) {
      expect(await sends('lor import', { table: attached(content) })).toMatchObject({
        kind: 'invalid',
        form: { fields: [{ name: 'table', problem: expect.stringContaining(sentence) }, { name: 'colour' }] },
      });
    }
  });

  it('keeps the file where something else was wrong', async () => {
    const table = attached('bread');
    const outcome = await sends('lor import', { table, colour: 'blau' });
    expect(outcome).toMatchObject({ kind: 'invalid', form: { fields: [{ name: 'table', value: table }, {}] } });
    expect(textOf(outcome)).not.toContain('bread');
  });

  it('leaves no word of it in the log', async () => {
    await sends('lor import', { table: attached('a secret') });
    await sends('lor import', { table: attached('a secret'), colour: 'blau' });
    expect(logged.length).toBeGreaterThan(0);
    expect(JSON.stringify(logged)).not.toMatch(/secret|a\.csv/u);
  });
});

describe('an edit', () => {
  it('told only what to edit opens a form with what stands', async () => {
    expect(await says('lor edit milk')).toMatchObject({
      kind: 'replied',
      visibility: 'private',
      reply: { blocks: [{}, { kind: 'buttons', buttons: [{ call: { path: 'lor edit', args: { note: 'milk' } } }] }] },
      form: {
        call: { path: 'lor edit', args: { note: 'milk' } },
        fields: [
          { name: 'colour', value: 'green' },
          { name: 'due', kind: 'date' },
        ],
      },
    });
  });

  it('of something that is not there reopens its form with the problem at the field, and no other field', async () => {
    const outcome = await says('lor edit bread');
    expect(outcome).toMatchObject({ kind: 'invalid', form: { fields: [{ name: 'note', problem: 'No such note.' }] } });
    expect(outcome.kind === 'invalid' && outcome.form?.fields.map(({ name }) => name)).toEqual(['note']);
  });

  it('with a wrong value gets a form that cannot clear what it did not name', async () => {
    const outcome = await says('lor edit milk due:feb 30');
    expect(outcome.kind === 'invalid' && outcome.form?.fields.map(({ name, value }) => [name, value])).toEqual([
      ['note', 'milk'],
      ['due', 'feb 30'],
    ]);
  });

  it('with everything it needs runs', async () => {
    expect(textOf(await says('lor edit milk due:none'))).toBe('milk is due never.');
  });
});

describe('an expected problem', () => {
  it('reopens the form with the sentence at its field, and nothing is kept', async () => {
    const outcome = await says('lor add twice colour:green');
    expect(outcome).toMatchObject({
      kind: 'invalid',
      form: {
        fields: [
          { name: 'note', value: 'twice', problem: 'Not twice.' },
          { name: 'colour', value: 'green' },
          { name: 'due' },
        ],
      },
    });
    expect(textOf(outcome)).toContain('Not twice.');
    expect(textOf(outcome)).toContain('[List]');
    expect(notebook.kept()).toEqual({ notes: ['milk'], claimed: [], strangers: [] });
    expect(changes).toBe(0);
    expect(logged.map(({ level }) => level)).toEqual(['info']);
  });

  it('may put a better value into the form, ask for more, and repeat nothing of what was typed', async () => {
    const outcome = await says('lor add secret colour:green');
    expect(outcome).toMatchObject({
      kind: 'invalid',
      form: {
        fields: [
          { name: 'note', value: 'discreet', problem: 'Not so.', fresh: true },
          { name: 'colour', value: 'green' },
          { name: 'due' },
          { name: 'sure', value: '', fresh: true },
        ],
      },
    });
    expect(JSON.stringify(outcome)).not.toContain('secret');
    expect(notebook.kept().notes).toEqual(['milk']);
  });

  it('of no option is answered in words', async () => {
    const outcome = await says('lor add nothing');
    expect(outcome).toEqual({ kind: 'invalid', reply: reply(paragraph(line`Nothing to do.`)) });
  });

  it('of not being allowed is a refusal', async () => {
    expect(await says('lor add never')).toEqual({ kind: 'denied', reply: reply(paragraph(line`Never.`)) });
    expect(notebook.kept().notes).toEqual(['milk']);
  });
});

describe('a bug', () => {
  it('gives the member a reference that is in the log too, and nothing is kept', async () => {
    const outcome = await says('lor add bug');
    expect(outcome.kind).toBe('failed');
    expect(textOf(outcome)).toContain('ref1');
    expect(logged).toEqual([
      {
        level: 'error',
        message: 'a command failed',
        fields: { command: 'lor add', reference: 'ref1', error: expect.any(TypeError) },
      },
      {
        level: 'info',
        message: 'invocation',
        fields: { command: 'lor add', outcome: 'failed', platform: 'slack', milliseconds: 0 },
      },
    ]);
    expect(notebook.kept()).toEqual({ notes: ['milk'], claimed: [], strangers: [] });
    expect(changes).toBe(0);
  });

  it('in the store is told in the same way', async () => {
    const failing = dispatchWith({ transact: () => Promise.reject(new Error('disk full')) });
    expect((await failing(invocation({ kind: 'typed', text: 'lor list' }))).kind).toBe('failed');
  });

  it('in what a form offers is told in the same way', async () => {
    expect((await says('lor broken')).kind).toBe('failed');
  });
});

describe('the log', () => {
  it('holds nothing of who asked or what they wrote, whatever becomes of it', async () => {
    for (const note of ['bread', 'twice', 'never', 'nothing', 'bug']) {
      await says(`lor add ${note} due:sep 23`, {
        account: { platform: 'discord', workspace: 'private-workspace', user: 'private-user' },
        community: 'private-workspace',
        place: { kind: 'channel', channel: 'private-channel' },
      });
    }
    await says('lor add private-text colour:private-text');
    await says('lor private-text');
    await says('lor-admin notes private-text');
    await sends('private-path', { note: 'private-text' });
    expect(logged.length).toBe(10);
    for (const { message, fields } of logged) {
      expect(JSON.stringify([message, { ...fields, error: undefined }])).not.toMatch(/private|bread|sep 23/u);
    }
    const names = new Set(logged.flatMap(({ fields }) => Object.keys(fields)));
    expect([...names].sort()).toEqual(['command', 'error', 'milliseconds', 'outcome', 'platform', 'reference']);
  });
});

describe('a delivery that comes twice', () => {
  it('runs once', async () => {
    await says('lor add bread', { delivery: 'same' });
    expect(await says('lor add bread', { delivery: 'same' })).toEqual({ kind: 'repeated' });
    expect(notebook.kept().notes).toEqual(['milk', 'bread']);
  });

  it('is answered once, also when the command changes nothing', async () => {
    expect((await says('lor list', { delivery: 'same' })).kind).toBe('replied');
    expect(await says('lor list', { delivery: 'same' })).toEqual({ kind: 'repeated' });
  });

  it('runs once when both arrive at the same moment', async () => {
    const both = await Promise.all([1, 2].map(() => says('lor add bread', { delivery: 'same' })));
    expect(both.map(({ kind }) => kind)).toEqual(['replied', 'repeated']);
    expect(notebook.kept().notes).toEqual(['milk', 'bread']);
  });

  it('runs once when the bot was started anew in between', async () => {
    await says('lor add bread', { delivery: 'same' });
    dispatch = dispatchWith();
    expect(await says('lor add bread', { delivery: 'same' })).toEqual({ kind: 'repeated' });
    expect(notebook.kept().notes).toEqual(['milk', 'bread']);
  });

  it('may be tried again when it failed', async () => {
    let down = true;
    dispatch = dispatchWith({
      transact: (work) => (down ? Promise.reject(new Error('disk full')) : notebook.transact(work)),
    });
    expect((await says('lor add bread', { delivery: 'same' })).kind).toBe('failed');
    down = false;
    expect((await says('lor add bread', { delivery: 'same' })).kind).toBe('replied');
    expect(notebook.kept().notes).toEqual(['milk', 'bread']);
  });

  it('is another one on another platform', async () => {
    await says('lor add bread', { delivery: 'same' });
    const other = { delivery: 'same', account: { platform: 'discord', workspace: '', user: 'maya' } } as const;
    expect((await says('lor add bread', other)).kind).toBe('replied');
  });
});

describe('an admin’s command', () => {
  it('is refused to a member, by text and by button', async () => {
    const outcome = await says('lor-admin notes');
    expect(outcome.kind).toBe('denied');
    expect(textOf(outcome)).toContain('/lor-admin notes is for admins of this community');
    expect((await sends('lor-admin notes', {})).kind).toBe('denied');
  });

  it('is refused outside a community, to whomever', async () => {
    const outcome = await says('lor-admin notes', { administrator: true, community: null });
    expect(outcome.kind).toBe('denied');
    expect(textOf(outcome)).toContain('not in a DM');
  });

  it('is run for an admin', async () => {
    expect(textOf(await says('lor-admin notes', { administrator: true }))).toBe('All notes.');
    expect(lookups).toEqual([]);
  });

  it('runs for whom the community granted the role, which is looked up only then', async () => {
    grants = { maya: 'admin', noor: 'curator' };
    expect(textOf(await says('lor-admin notes'))).toBe('All notes.');
    expect(lookups).toEqual(['slack W1 maya']);
    const noor = { account: { platform: 'slack', workspace: 'W1', user: 'noor' } } as const;
    expect((await says('lor-admin notes', noor)).kind).toBe('denied');
    expect((await says('lor-admin notes', { community: null })).kind).toBe('denied');
    await says('lor who', noor);
    expect(lookups).toHaveLength(2);
    expect(
      await dispatch.suggest(invocation({ kind: 'call', call: { path: 'lor-admin notes', args: {} } }), 'note', ''),
    ).toHaveLength(1);
  });

  it('that is refused leaves no trace and wakes nobody', async () => {
    const write = { ...add, path: 'lor-admin add', access: 'admin' } as const;
    dispatch = dispatchWith({ commands: [write] });
    expect((await says('lor-admin add bread')).kind).toBe('denied');
    expect(notebook.kept()).toEqual({ notes: ['milk'], claimed: [], strangers: [] });
    expect(changes).toBe(0);
  });
});

describe('a flood of commands', () => {
  it('is told to wait, and nothing runs meanwhile', async () => {
    dispatch = dispatchWith({ perMinute: (platform) => (platform === 'slack' ? 2 : 60) });
    await says('lor add one');
    await says('lor add two');
    const outcome = await says('lor add three');
    expect(outcome.kind).toBe('denied');
    expect(textOf(outcome)).toContain('wait 30 seconds');
    expect(notebook.kept().notes).toEqual(['milk', 'one', 'two']);
  });
});

describe('suggestions', () => {
  const suggest = (text: string, option: string, typed: string, more: Partial<Invocation> = {}) =>
    dispatch.suggest(invocation({ kind: 'typed', text }, more), option, typed);

  it('are those of the command for what was typed so far', async () => {
    expect(await suggest('lor add', 'note', 'mi')).toEqual([{ value: 'milk', label: 'milk' }]);
    expect(await suggest('lor add', 'note', 'x')).toEqual([]);
  });

  it('pass the same check as the command', async () => {
    expect(await suggest('lor-admin notes', 'note', '')).toEqual([]);
    expect(await suggest('lor-admin notes', 'note', '', { administrator: true, community: null })).toEqual([]);
    expect(await suggest('lor-admin notes', 'note', '', { administrator: true })).toHaveLength(1);
  });

  it.each([
    ['lor add', 'due'],
    ['lor add', 'constructor'],
    ['lor add', '__proto__'],
    ['lor frobnicate', 'note'],
  ])('are none for %s %s', async (text, option) => {
    expect(await suggest(text, option, '')).toEqual([]);
    expect(logged).toEqual([]);
  });

  it('of a fixed choice are its values that fit, by label or value', async () => {
    const values = async (typed: string) => (await suggest('lor add', 'colour', typed)).map(({ value }) => value);
    expect(await values('')).toEqual(['red', 'green']);
    expect(await values('GRE')).toEqual(['green']);
    expect(await values('blue')).toEqual([]);
  });

  it('of a date are how it is understood, in the language of whoever types', async () => {
    const offered = (typed: string, more: Partial<Invocation> = {}) => suggest('lor add', 'due', typed, more);
    expect(await offered('2027-09-23')).toEqual([{ value: '2027-09-23', label: 'Thu 23 Sep 2027' }]);
    expect(await offered('2027-09-23', { language: 'fr' })).toEqual([
      { value: '2027-09-23', label: 'jeu. 23 sept. 2027' },
    ]);
    expect(await offered('blursday')).toEqual([]);
    expect(await offered(`${'1'.repeat(61)}`)).toEqual([]);
  });

  it('are none when they fail, and the log says so', async () => {
    expect(await suggest('lor broken', 'note', '')).toEqual([]);
    expect(logged).toEqual([
      { level: 'error', message: 'a suggestion failed', fields: { reference: 'ref1', error: expect.any(RangeError) } },
    ]);
  });

  it('keep nothing', async () => {
    await suggest('lor add', 'note', '');
    expect(notebook.kept()).toEqual({ notes: ['milk'], claimed: [], strangers: [] });
  });
});
