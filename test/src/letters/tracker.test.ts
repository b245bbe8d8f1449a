import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RawArgs } from '../../../src/core/invocation.ts';
import { replay } from '../../../src/letters/change.ts';
import type { Letter, Writer } from '../../../src/letters/letter.ts';
import type { Program } from '../../../src/letters/program.ts';
import { trackingRows } from '../../../src/storage/tracking-rows.ts';
import { type Answer, openTestBot, type TestBot } from '../../support/bot.ts';
import { testVault } from '../../support/vault.ts';

/** The rules of the ladder, written out again so that a slip in the code shows. */
const ways: Readonly<Record<string, readonly string[]>> = {
  planned: ['asked', 'dropped'],
  asked: ['agreed', 'declined', 'dropped'],
  agreed: ['packet-sent', 'requested', 'declined', 'dropped'],
  'packet-sent': ['requested', 'declined', 'dropped'],
  requested: ['uploaded', 'declined', 'dropped'],
  uploaded: ['processed', 'dropped'],
  processed: ['dropped'],
  declined: ['asked', 'dropped'],
  dropped: ['planned'],
};

const people = ['maya', 'ben'] as const;
type Person = (typeof people)[number];

const namesOf: Readonly<Record<Person, readonly string[]>> = {
  maya: ['Dr. Chen', "Dr. O'Brien", 'Prof. Núñez'],
  ben: ['Dr. Silva', 'Dr. Novak'],
};

interface LetterRow extends Letter {
  readonly name: string;
}

const rows = trackingRows(testVault);

/** What the model knows: for each person the states that undo has to bring back, the latest last. */
interface Model {
  readonly standing: Record<Person, string[]>;
}

interface Real {
  readonly bot: TestBot;
}

function memberOf({ bot }: Real, who: Person): string {
  return bot.rows<{ id: string }>('select id from members where account = ?', who)[0]?.id ?? '';
}

function writersOf(real: Real, who: Person): readonly Writer[] {
  const sql = 'select * from writers where member = ? order by id';
  return real.bot.rows<Parameters<typeof rows.toWriter>[0]>(sql, memberOf(real, who)).map(rows.toWriter);
}

function lettersOf(real: Real, who: Person): readonly LetterRow[] {
  const sql = 'select * from letters where member = ? order by id';
  const names = new Map(writersOf(real, who).map(({ id, name }) => [id, name]));
  return real.bot
    .rows<Parameters<typeof rows.toLetter>[0]>(sql, memberOf(real, who))
    .map((row) => ({ ...rows.toLetter(row), name: names.get(row.writer) ?? '' }));
}

function programsOf(real: Real, who: Person): readonly Program[] {
  const sql = 'select * from programs where member = ? order by id';
  return real.bot.rows<Parameters<typeof rows.toProgram>[0]>(sql, memberOf(real, who)).map(rows.toProgram);
}

/** Everything of one person's as it lies in the file, unsealed. */
function stateOf(real: Real, who: Person): string {
  return JSON.stringify([lettersOf(real, who), writersOf(real, who), programsOf(real, who)]);
}

const other: Readonly<Record<Person, Person>> = { maya: 'ben', ben: 'maya' };

/** Nothing that belongs to one is seen or moved by what the other does; the journal tells the state. */
async function doing(real: Real, who: Person, work: () => Promise<Answer>): Promise<Answer> {
  const theirs = stateOf(real, other[who]);
  const answer = await work();
  expect(answer.kind).not.toBe('failed');
  expect(stateOf(real, other[who])).toBe(theirs);
  const seen = JSON.stringify(answer);
  for (const { id, name } of lettersOf(real, other[who])) {
    expect(answer.text).not.toContain(name);
    expect(seen).not.toContain(id);
  }
  for (const { id, name } of programsOf(real, other[who])) {
    expect(answer.text).not.toContain(name);
    expect(seen).not.toContain(id);
  }
  replayed(real, who);
  capsHold(real, who);
  return answer;
}

/** No program has more letters than its service takes, none that is not there, and none twice. */
function capsHold(real: Real, who: Person): void {
  const ids = lettersOf(real, who).map(({ id }) => id);
  for (const { letters } of programsOf(real, who)) {
    const assigned = letters.map(({ letter }) => letter);
    expect(assigned.length).toBeLessThanOrEqual(4);
    expect(new Set(assigned).size).toBe(assigned.length);
    expect(ids).toEqual(expect.arrayContaining(assigned));
  }
}

/** Every letter that ever was is, told by its history, what is stored, or gone. */
function replayed(real: Real, who: Person): void {
  const changes = real.bot
    .rows<Parameters<typeof rows.toChange>[0]>(
      'select * from changes where member = ? order by number',
      memberOf(real, who),
    )
    .map(rows.toChange);
  expect(changes.map(({ number }) => number)).toEqual(changes.map((_, index) => index + 1));
  const stored = lettersOf(real, who).map(({ name: _, ...letter }) => letter);
  const ids = new Set(
    changes.flatMap(({ records }) => records.map(({ before, after }) => (after ?? before)?.id ?? '')),
  );
  for (const id of ids) {
    expect(replay(changes, id)).toEqual(stored.find((letter) => letter.id === id) ?? null);
  }
  for (const program of programsOf(real, who)) {
    const states = changes.flatMap(({ records }) =>
      records.flatMap((record) =>
        record.kind === 'program' && (record.after ?? record.before)?.id === program.id ? [record.after] : [],
      ),
    );
    expect(states.at(-1)).toEqual(program);
  }
  expect(stored.every(({ id }) => ids.has(id))).toBe(true);
}

/** Does something that may change the person's letters; the model keeps the state before it. */
async function changing(model: Model, real: Real, who: Person, work: () => Promise<Answer>): Promise<Answer> {
  const before = stateOf(real, who);
  const answer = await doing(real, who, work);
  const changed = stateOf(real, who) !== before;
  if (changed) model.standing[who].push(before);
  // What was not done is said, and what is said to be done is done.
  if (answer.kind !== 'replied') expect([answer.text, changed]).toEqual([answer.text, false]);
  return answer;
}

class Add implements fc.AsyncCommand<Model, Real> {
  readonly who: Person;
  readonly name: string;
  readonly due: string;

  constructor(who: Person, name: string, due: string) {
    this.who = who;
    this.name = name;
    this.due = due;
  }

  check = () => true;

  async run(model: Model, real: Real): Promise<void> {
    const before = lettersOf(real, this.who).length;
    const answer = await changing(model, real, this.who, () =>
      real.bot.as(this.who).says(`/lor add ${this.name} due:"${this.due}"`),
    );
    const after = lettersOf(real, this.who);
    expect([answer.kind, after.length]).toEqual(['replied', before + 1]);
    expect(after.at(-1)).toMatchObject({ name: this.name, stage: 'planned', due: this.due });
  }

  toString = () => `${this.who}: add ${this.name} due ${this.due}`;
}

class Move implements fc.AsyncCommand<Model, Real> {
  readonly who: Person;
  readonly index: number;
  readonly to: string;

  constructor(who: Person, index: number, to: string) {
    this.who = who;
    this.index = index;
    this.to = to;
  }

  check = () => true;

  async run(model: Model, real: Real): Promise<void> {
    const all = lettersOf(real, this.who);
    const letter = all[this.index % Math.max(1, all.length)];
    if (!letter) return;
    const answer = await changing(model, real, this.who, () =>
      real.bot.as(this.who).calls({ path: 'lor next', args: { letter: letter.id, to: this.to } }),
    );
    const legal = ways[letter.stage]?.includes(this.to) ?? false;
    const stage = lettersOf(real, this.who).find(({ id }) => id === letter.id)?.stage;
    expect([letter.stage, this.to, answer.kind, stage]).toEqual(
      legal ? [letter.stage, this.to, 'replied', this.to] : [letter.stage, this.to, 'invalid', letter.stage],
    );
    if (!legal) expect(answer.text).toContain(`${letter.name} stands at`);
  }

  toString = () => `${this.who}: letter ${this.index} to ${this.to}`;
}

class Edit implements fc.AsyncCommand<Model, Real> {
  readonly who: Person;
  readonly index: number;
  readonly values: RawArgs;

  constructor(who: Person, index: number, values: RawArgs) {
    this.who = who;
    this.index = index;
    this.values = values;
  }

  check = () => true;

  async run(model: Model, real: Real): Promise<void> {
    const all = lettersOf(real, this.who);
    const letter = all[this.index % Math.max(1, all.length)];
    if (!letter) return;
    const answer = await changing(model, real, this.who, () =>
      real.bot.as(this.who).calls({ path: 'lor edit', args: { letter: letter.id, ...this.values } }),
    );
    expect(answer.kind).toBe('replied');
    const after = lettersOf(real, this.who).find(({ id }) => id === letter.id);
    const due = this.values.due === 'none' ? null : (this.values.due ?? letter.due);
    expect(after).toMatchObject({ name: this.values.name ?? letter.name, due, stage: letter.stage });
  }

  toString = () => `${this.who}: edit letter ${this.index} ${JSON.stringify(this.values)}`;
}

class Remove implements fc.AsyncCommand<Model, Real> {
  readonly who: Person;
  readonly index: number;

  constructor(who: Person, index: number) {
    this.who = who;
    this.index = index;
  }

  check = () => true;

  async run(model: Model, real: Real): Promise<void> {
    const all = lettersOf(real, this.who);
    const letter = all[this.index % Math.max(1, all.length)];
    if (!letter) return;
    await changing(model, real, this.who, () =>
      real.bot.as(this.who).calls({ path: 'lor remove', args: { letter: letter.id } }),
    );
    expect(lettersOf(real, this.who).map(({ id }) => id)).toEqual(
      all.map(({ id }) => id).filter((id) => id !== letter.id),
    );
  }

  toString = () => `${this.who}: remove letter ${this.index}`;
}

/** What can be done with programs; `at` picks among those there are. */
const programDeeds = {
  add: (_: string, __: string, name: string) => ({ path: 'lor program add', args: { name, service: 'eras' } }),
  assign: (program: string, letter: string) => ({ path: 'lor program assign', args: { program, letter } }),
  unassign: (program: string, letter: string) => ({ path: 'lor program unassign', args: { program, letter } }),
  propose: () => ({ path: 'lor program propose', args: { apply: 'yes' } }),
  applied: (program: string) => ({ path: 'lor program applied', args: { program } }),
  remove: (program: string) => ({ path: 'lor program remove', args: { program } }),
} as const;

class ProgramDeed implements fc.AsyncCommand<Model, Real> {
  readonly who: Person;
  readonly deed: keyof typeof programDeeds;
  readonly at: number;

  constructor(who: Person, deed: keyof typeof programDeeds, at: number) {
    this.who = who;
    this.deed = deed;
    this.at = at;
  }

  check = () => true;

  async run(model: Model, real: Real): Promise<void> {
    const programs = programsOf(real, this.who);
    const letters = lettersOf(real, this.who);
    const program = programs[this.at % Math.max(1, programs.length)]?.id ?? 'none';
    const letter = letters[this.at % Math.max(1, letters.length)]?.id ?? 'none';
    const name = `${this.who} hospital ${this.at % 3}`;
    await changing(model, real, this.who, () =>
      real.bot.as(this.who).calls(programDeeds[this.deed](program, letter, name)),
    );
  }

  toString = () => `${this.who}: program ${this.deed} ${this.at}`;
}

/** What is done around a letter: the packet, a mail that went out, who stands by. */
const letterDeeds = {
  packet: (letter: string) => ({ path: 'lor packet', args: { letter, item: 'cv' } }),
  sheet: (letter: string) => ({ path: 'lor packet', args: { letter, sheet: 'Led a quality project' } }),
  asked: (letter: string) => ({ path: 'lor draft', args: { letter, kind: 'ask', sent: 'today' } }),
  nudged: (letter: string) => ({ path: 'lor draft', args: { letter, kind: 'nudge', sent: 'today' } }),
  thanked: (letter: string) => ({ path: 'lor draft', args: { letter, kind: 'thanks', sent: 'today' } }),
  backup: (letter: string, writer: string) => ({ path: 'lor backup', args: { letter, writer } }),
  activate: (letter: string) => ({ path: 'lor backup', args: { letter, activate: 'yes' } }),
} as const;

class LetterDeed implements fc.AsyncCommand<Model, Real> {
  readonly who: Person;
  readonly deed: keyof typeof letterDeeds;
  readonly at: number;

  constructor(who: Person, deed: keyof typeof letterDeeds, at: number) {
    this.who = who;
    this.deed = deed;
    this.at = at;
  }

  check = () => true;

  async run(model: Model, real: Real): Promise<void> {
    const letters = lettersOf(real, this.who);
    const writers = writersOf(real, this.who);
    const letter = letters[this.at % Math.max(1, letters.length)]?.id ?? 'none';
    const writer = writers[this.at % Math.max(1, writers.length)]?.id ?? 'none';
    await changing(model, real, this.who, () => real.bot.as(this.who).calls(letterDeeds[this.deed](letter, writer)));
  }

  toString = () => `${this.who}: ${this.deed} ${this.at}`;
}

class Undo implements fc.AsyncCommand<Model, Real> {
  readonly who: Person;

  constructor(who: Person) {
    this.who = who;
  }

  check = () => true;

  async run(model: Model, real: Real): Promise<void> {
    const wanted = model.standing[this.who].pop();
    const before = stateOf(real, this.who);
    const answer = await doing(real, this.who, () => real.bot.as(this.who).says('/lor undo'));
    expect(stateOf(real, this.who)).toBe(wanted ?? before);
    expect(answer.text).toContain(wanted === undefined ? 'There is nothing to take back.' : 'Taken back:');
  }

  toString = () => `${this.who}: undo`;
}

/** The ways in which an id reaches the bot: typed, behind a button or in a menu, in a form. */
const entries: readonly ((id: string) => { readonly path: string; readonly args: RawArgs } | string)[] = [
  (id) => `/lor show ${id}`,
  (id) => `/lor next ${id} to:asked`,
  (id) => `/lor edit ${id}`,
  (id) => `/lor edit ${id} due:none name:Mine`,
  (id) => `/lor remove ${id}`,
  (id) => ({ path: 'lor show', args: { letter: id } }),
  (id) => ({ path: 'lor next', args: { letter: id, to: 'asked' } }),
  (id) => ({ path: 'lor next', args: { letter: id } }),
  (id) => ({ path: 'lor edit', args: { letter: id } }),
  (id) => ({ path: 'lor edit', args: { letter: id, name: 'Mine', due: '2027-10-10', kind: '', title: '' } }),
  (id) => ({ path: 'lor remove', args: { letter: id } }),
  (id) => ({ path: 'lor packet', args: { letter: id, item: 'cv' } }),
  (id) => ({ path: 'lor draft', args: { letter: id, kind: 'ask', sent: 'today' } }),
  (id) => ({ path: 'lor backup', args: { letter: id } }),
];

class Steal implements fc.AsyncCommand<Model, Real> {
  readonly who: Person;
  readonly index: number;
  readonly entry: number;

  constructor(who: Person, index: number, entry: number) {
    this.who = who;
    this.index = index;
    this.entry = entry;
  }

  check = () => true;

  async run(_: Model, real: Real): Promise<void> {
    const theirs = lettersOf(real, other[this.who]);
    const letter = theirs[this.index % Math.max(1, theirs.length)];
    const entry = entries[this.entry % entries.length];
    if (!letter || !entry) return;
    const before = stateOf(real, this.who);
    const speaker = real.bot.as(this.who);
    const unknown = 'x'.repeat(letter.id.length);
    const tries = (id: string) => {
      const made = entry(id);
      return typeof made === 'string' ? speaker.says(made) : speaker.calls(made);
    };
    const stolen = JSON.stringify(await tries(letter.id)).replaceAll(letter.id, unknown);
    expect(stolen).toBe(JSON.stringify(await tries(unknown)));
    expect(stolen).not.toContain(letter.name);
    for (const path of ['lor show', 'lor next', 'lor edit', 'lor remove'])
      expect(await speaker.suggests(path, 'letter', letter.id)).toEqual([]);
    expect(stateOf(real, this.who)).toBe(before);
    expect(lettersOf(real, other[this.who])).toEqual(theirs);
  }

  toString = () => `${this.who}: uses letter ${this.index} of the other by way ${this.entry}`;
}

describe('two members who track their letters', () => {
  const who = fc.constantFrom(...people);
  const index = fc.nat({ max: 5 });
  const named = who.chain((person) => fc.tuple(fc.constant(person), fc.constantFrom(...namesOf[person])));
  const due = fc.constantFrom('2027-09-20', '2027-10-01', '2027-11-15');
  const stage = fc.constantFrom(...Object.keys(ways));
  const values = (name: string) =>
    fc.constantFrom<RawArgs>({ due: '2027-12-01' }, { due: 'none' }, { name }, { name, due: '2027-10-01' });

  const programDeed = fc.constantFrom(...(Object.keys(programDeeds) as (keyof typeof programDeeds)[]));
  const letterDeed = fc.constantFrom(...(Object.keys(letterDeeds) as (keyof typeof letterDeeds)[]));

  const commands = fc.commands(
    [
      fc.tuple(named, due).map(([[person, name], on]) => new Add(person, name, on)),
      fc.tuple(who, index, stage).map(([person, at, to]) => new Move(person, at, to)),
      fc.tuple(who, index, stage).map(([person, at, to]) => new Move(person, at, to)),
      fc.tuple(named, index).chain(([[person, name], at]) => values(name).map((given) => new Edit(person, at, given))),
      fc.tuple(who, index).map(([person, at]) => new Remove(person, at)),
      fc.tuple(who, programDeed, fc.nat({ max: 9 })).map(([person, deed, at]) => new ProgramDeed(person, deed, at)),
      fc.tuple(who, programDeed, fc.nat({ max: 9 })).map(([person, deed, at]) => new ProgramDeed(person, deed, at)),
      fc.tuple(who, letterDeed, index).map(([person, deed, at]) => new LetterDeed(person, deed, at)),
      who.map((person) => new Undo(person)),
      who.map((person) => new Undo(person)),
      fc.tuple(who, index, fc.nat({ max: 100 })).map(([person, at, entry]) => new Steal(person, at, entry)),
    ],
    { maxCommands: 40 },
  );

  it('can take back every change to the exact state before it, keep a complete history, and never meet', async () => {
    await fc.assert(
      fc.asyncProperty(commands, async (list) => {
        // In a season whose cap is confirmed.
        const bot = await openTestBot({ now: '2026-09-01 09:00' });
        for (const person of people) await bot.as(person).says('/lor settings img:no service:eras');
        await fc.asyncModelRun(() => ({ model: { standing: { maya: [], ben: [] } }, real: { bot } }), list);
        await bot.close();
      }),
      { numRuns: 25 },
    );
  }, 240_000);

  it('are told the same of a letter of the other as of one that never was, by every way', async () => {
    const bot = await openTestBot();
    const real = { bot };
    for (const name of namesOf.maya) await bot.as('maya').says(`/lor add ${name}`);
    await bot.as('ben').says('/lor add Dr. Silva');
    for (let entry = 0; entry < entries.length; entry += 1)
      await new Steal('ben', entry, entry).run({ standing: { maya: [], ben: [] } }, real);
  });

  it('are told so too when they track nothing themselves', async () => {
    const bot = await openTestBot();
    await bot.as('maya').says('/lor add Dr. Chen');
    await bot.as('ben').says('/lor settings img:no');
    for (let entry = 0; entry < entries.length; entry += 1)
      await new Steal('ben', 0, entry).run({ standing: { maya: [], ben: [] } }, { bot });
  });
});
