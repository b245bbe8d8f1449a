import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { toPlainText } from '../../../src/core/reply-text.ts';
import type { Mine } from '../../../src/exchange/import-plan.ts';
import { exportJson, type MemberData } from '../../../src/exchange/member-data.ts';
import { readExport } from '../../../src/exchange/read-export.ts';
import { planRestore, type RestorePlan, type Restoring } from '../../../src/exchange/restore.ts';
import { inverse, replay } from '../../../src/letters/change.ts';
import type { Change } from '../../../src/letters/letter.ts';
import { noPreferences } from '../../../src/members/member.ts';
import { openDatabase } from '../../../src/storage/database.ts';
import { restoreReply } from '../../../src/views/restore.ts';
import { wordsIn } from '../../../src/words/words-in.ts';
import { arbitraryData } from '../../support/arbitrary-data.ts';
import { written } from '../../support/importing.ts';
import { aLetter, aMember, aWriter, now } from '../../support/samples.ts';
import { type Stores, storesOf } from '../../support/stores.ts';
import { told } from '../../support/told.ts';

const empty: MemberData = { settings: noPreferences, writers: [], letters: [], programs: [], changes: [] };

function restoring(member: string, more: Partial<Restoring> = {}): Restoring {
  let made = 0;
  return {
    member,
    now,
    command: 'lor data import',
    ids: () => {
      made += 1;
      return `${member}-${String(made).padStart(4, '0')}`;
    },
    check: () => 'keep',
    ...more,
  };
}

/** What a file with this data would do in an account. */
function planned(data: MemberData, mine: MemberData, by: Restoring): RestorePlan {
  const read = readExport(exportJson(data, now));
  if (!('exported' in read)) throw new Error(JSON.stringify(read.problem));
  const plan = planRestore(read.exported, mine, by);
  if ('code' in plan) throw new Error(plan.code);
  return plan;
}

/** The account after the plan was carried out. */
function carriedOut(mine: MemberData, plan: RestorePlan): MemberData {
  const changes = plan.changes.map((change, index): Change => ({ ...change, number: mine.changes.length + index + 1 }));
  const { writers, letters, programs } = mine;
  const tracked = changes.reduce<Mine>((stands, { records }) => written(stands, records), {
    writers,
    letters,
    programs,
  });
  return { settings: { ...mine.settings, ...plan.settings }, ...tracked, changes: [...mine.changes, ...changes] };
}

/** The same data with ids that count from 1, in the order in which they are made, and without an owner. */
function withoutIds(data: MemberData): unknown {
  const { settings, writers, letters, programs, changes } = data;
  const ids = [...new Set([...writers, ...letters, ...programs].map(({ id }) => id))].toSorted();
  const known = new Map(ids.map((id, index) => [id, `#${index}`]));
  const all = JSON.stringify({
    settings,
    writers: sorted(writers),
    letters: sorted(letters),
    programs: sorted(programs),
    changes,
  });
  const seen = new Map<string, string>();
  return JSON.parse(all, (key: string, value: unknown) => {
    if (key === 'member') return undefined;
    if (typeof value !== 'string' || !['id', 'writer', 'letter', 'undoes'].includes(key)) return value;
    const name = known.get(value) ?? seen.get(value) ?? `gone ${seen.size}`;
    if (!known.has(value)) seen.set(value, name);
    return name;
  });
}

function sorted<T extends { readonly id: string }>(list: readonly T[]): readonly T[] {
  return list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

describe('a file that is read in', () => {
  it('gives an empty account, also somebody else’s, the same data and the same history', () => {
    fc.assert(
      fc.property(arbitraryData('maya'), (data) => {
        const plan = planned(data, empty, restoring('ben'));
        expect(plan.historyBroken).toBe(false);
        const stands = carriedOut(empty, plan);
        // Whoever counts in figures says so in each account.
        const settings = { ...data.settings, cohort: false };
        expect(withoutIds(stands)).toEqual(withoutIds({ ...data, settings }));
        expect(
          [...stands.writers, ...stands.letters, ...stands.programs].every(
            ({ id, member }) => member === 'ben' && id.startsWith('ben-'),
          ),
        ).toBe(true);
        for (const letter of stands.letters) expect(replay(stands.changes, letter.id)).toEqual(letter);
      }),
      { numRuns: 60 },
    );
  });

  it('changes nothing where all of it stands already, here or elsewhere', () => {
    fc.assert(
      fc.property(arbitraryData('maya'), (data) => {
        const here = planned(data, data, restoring('maya'));
        expect([here.changes, here.settings]).toEqual([[], {}]);
        const there = carriedOut(empty, planned(data, empty, restoring('ben')));
        expect(planned(data, there, restoring('zoe')).changes).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('adds to what stands, changes none of it, and is taken back by one undo', () => {
    fc.assert(
      fc.property(arbitraryData('maya'), arbitraryData('maya'), (data, other) => {
        // The same deeds under other ids: some of it stands already, by its name.
        const mine = carriedOut(empty, planned(other, empty, restoring('amy')));
        fc.pre(mine.changes.length > 0);
        const plan = planned(data, mine, restoring('ben'));
        const stands = carriedOut(mine, plan);
        expect(plan.changes.length).toBeLessThan(2);
        for (const [index, writer] of mine.writers.entries()) {
          for (const [key, value] of Object.entries(writer))
            if (value !== null) expect(stands.writers[index]).toHaveProperty(key, value);
        }
        for (const letter of mine.letters)
          expect(stands.letters.find(({ id }) => id === letter.id)).toMatchObject({
            stage: letter.stage,
            reached: letter.reached,
            answer: letter.answer,
          });
        expect(stands.writers.length - mine.writers.length).toBe(plan.added.writers);
        expect(stands.letters.length - mine.letters.length).toBe(plan.added.letters);
        expect(planned(data, stands, restoring('zoe')).changes).toEqual([]);
        const back = written(stands, inverse(plan.changes.flatMap(({ records }) => records)));
        expect(told(back).toSorted()).toEqual(told(mine).toSorted());
      }),
      { numRuns: 60 },
    );
  });

  const chen = aWriter('maya', 'W1', { name: 'Dr. Chen', title: 'Chief' });
  const letter = aLetter('maya', 'L1', 'W1', {
    due: '2027-09-23',
    stage: 'asked',
    reached: { planned: '2027-08-01', asked: '2027-08-02' },
  });
  const change = (id: string, records: Change['records'], undoes: string | null = null): Change => ({
    id,
    member: 'maya',
    number: 1,
    at: now,
    command: 'lor edit',
    records,
    undoes,
  });
  const lived: MemberData = {
    ...empty,
    writers: [chen],
    letters: [letter],
    changes: [
      change('C1', [
        { kind: 'writer', before: null, after: chen },
        { kind: 'letter', before: null, after: { ...letter, stage: 'planned' } },
      ]),
      change('C2', [{ kind: 'letter', before: { ...letter, stage: 'planned' }, after: letter }]),
    ],
  };

  it('fills what is empty in what stands and names it', () => {
    const mine = {
      ...empty,
      writers: [aWriter('ben', 'A1', { name: 'dr chen' })],
      letters: [aLetter('ben', 'A2', 'A1', { stage: 'agreed', reached: { agreed: '2027-08-03' } })],
    };
    const plan = planned(lived, mine, restoring('ben'));
    expect(plan.added).toEqual({ writers: 0, letters: 0, programs: 0 });
    expect(plan.kept).toEqual({ writers: 1, letters: 1, programs: 0 });
    expect(plan.filled.map(({ name }) => name)).toEqual(['dr chen', 'dr chen']);
    expect(told(carriedOut(mine, plan))).toEqual([
      'dr chen: title Chief',
      'letter of dr chen: due 2027-09-23, stage agreed, reached {agreed 2027-08-03}',
    ]);
    expect(toPlainText(restoreReply(plan, wordsIn('en')))).toBe(
      [
        'What this file would bring back',
        'New: 0 writers, 0 letters, 0 programs.',
        'Here already, and kept as it is: 1 writer, 1 letter, 0 programs.',
        'What is empty here and stands in the file',
        '- changed dr chen: Title from nothing to “Chief”\n- changed dr chen: Due from nothing to Thu 23 Sep 2027',
      ].join('\n\n'),
    );
  });

  it('keeps the way of a letter that is new, without steps that were taken back', () => {
    const undone: MemberData = {
      ...lived,
      changes: [
        ...lived.changes,
        change('C3', [{ kind: 'letter', before: letter, after: { ...letter, stage: 'declined' } }]),
        change('C4', [{ kind: 'letter', before: { ...letter, stage: 'declined' }, after: letter }], 'C3'),
      ],
    };
    const mine = { ...empty, writers: [aWriter('ben', 'A1', { name: 'Dr. Roy' })] };
    const [only, other] = planned(undone, mine, restoring('ben')).changes;
    expect(other).toBeUndefined();
    expect(only?.command).toBe('lor data import');
    expect(only?.records.map(({ kind, after }) => (kind === 'letter' ? after?.stage : kind))).toEqual([
      'writer',
      'planned',
      'asked',
    ]);
  });

  it.each<[string, readonly Change[]]>([
    [
      'changes what was never there',
      [change('C1', [{ kind: 'letter', before: { ...letter, stage: 'planned' }, after: letter }])],
    ],
    [
      'has a letter before its writer',
      [
        change('C1', [
          { kind: 'letter', before: null, after: letter },
          { kind: 'writer', before: null, after: chen },
        ]),
      ],
    ],
    [
      'takes the writer of a letter away',
      [...lived.changes, change('C3', [{ kind: 'writer', before: chen, after: null }])],
    ],
    ['adds the same twice', [...lived.changes, change('C3', [{ kind: 'writer', before: null, after: chen }])]],
    [
      'takes one change back twice',
      [
        ...lived.changes,
        change('C3', [{ kind: 'writer', before: chen, after: chen }], 'C2'),
        change('C4', [{ kind: 'writer', before: chen, after: chen }], 'C2'),
      ],
    ],
    [
      'takes back what was not the last, so that an undo would bring a letter back without its writer',
      [
        change('C1', [{ kind: 'writer', before: null, after: chen }]),
        change('C2', [{ kind: 'letter', before: null, after: letter }]),
        change('C3', [{ kind: 'letter', before: letter, after: null }]),
        change('C4', [{ kind: 'writer', before: chen, after: null }], 'C1'),
      ],
    ],
    [
      'takes something else back than it says',
      [...lived.changes, change('C3', [{ kind: 'letter', before: letter, after: null }], 'C2')],
    ],
    [
      'holds more at a time than there may be',
      [
        ...lived.changes,
        change(
          'C3',
          Array.from({ length: 60 }, (_, index) => ({
            kind: 'writer' as const,
            before: null,
            after: aWriter('maya', `B${index}`),
          })),
        ),
      ],
    ],
    ['changes nothing into nothing', [change('C1', [{ kind: 'writer', before: null, after: null }])]],
  ])('comes in without a history that %s', (_, changes) => {
    const plan = planned({ ...lived, changes }, empty, restoring('ben'));
    expect(plan.historyBroken).toBe(true);
    expect(plan.changes).toHaveLength(1);
    expect(told(carriedOut(empty, plan))).toEqual(told(lived));
  });

  it('ends with what the file holds, where its history ends with something else', () => {
    const later: MemberData = {
      ...lived,
      letters: [{ ...letter, due: '2027-10-01' }],
      changes: [...lived.changes, change('C3', [{ kind: 'letter', before: null, after: { ...letter, id: 'L2' } }])],
    };
    const plan = planned(later, empty, restoring('ben'));
    expect([plan.historyBroken, plan.changes.length]).toEqual([false, 4]);
    expect(told(carriedOut(empty, plan))).toEqual(told(later));
  });

  it('leaves a text that says who a patient is out of everything, the history too', () => {
    const spoken = { ...chen, notes: 'MRN 123456' };
    const data = {
      ...lived,
      writers: [spoken],
      changes: [
        change('C1', [
          { kind: 'writer', before: null, after: spoken },
          { kind: 'letter', before: null, after: letter },
        ]),
      ],
    };
    const plan = planned(
      data,
      empty,
      restoring('ben', { check: (text) => (text.includes('MRN') ? 'refuse' : 'doubt') }),
    );
    expect(plan.refusedTexts).toBe(1);
    expect(JSON.stringify(plan)).not.toContain('MRN');
    expect(plan.historyBroken).toBe(false);
  });

  it('turns reminders on only where nothing was ever chosen', () => {
    const on = { ...empty, settings: { ...noPreferences, reminders: true, img: true } };
    expect(planned(on, empty, restoring('ben')).settings).toEqual({ reminders: true, img: true });
    const mine = { ...empty, settings: { ...noPreferences, zone: 'UTC' } };
    expect(planned(on, mine, restoring('ben')).settings).toEqual({ img: true });
  });

  it('is refused as a whole when it would be more than there may be', () => {
    const many = (count: number, name: string) =>
      Array.from({ length: count }, (_, index) => aWriter('maya', `${name}${index}`));
    const read = readExport(exportJson({ ...empty, writers: many(40, 'A') }, now));
    if (!('exported' in read)) throw new Error('not read');
    expect(planRestore(read.exported, { ...empty, writers: many(40, 'B') }, restoring('maya'))).toEqual({
      code: 'limit',
      what: 'writers',
      max: 60,
    });
  });

  it('stands in a real store as it was in another account, with its history and its undo', async () => {
    const database = await openDatabase(':memory:', storesOf);
    onTestFinished(() => database.close());
    await database.transact(async (stores) => {
      const [maya, ben] = [await aMember(stores, 'maya'), await aMember(stores, 'ben')];
      const own = { ...chen, member: maya };
      const first = { ...letter, member: maya, stage: 'planned' as const };
      await stores.letters.apply({
        ...change('C1', [
          { kind: 'writer', before: null, after: own },
          { kind: 'letter', before: null, after: first },
        ]),
        member: maya,
      });
      await stores.letters.apply({
        ...change('C2', [{ kind: 'letter', before: first, after: { ...letter, member: maya } }]),
        member: maya,
      });
      const before = await dataOf(stores, maya);
      const plan = planned(before, await dataOf(stores, ben), restoring(ben));
      for (const step of plan.changes) await stores.letters.apply(step);
      expect(withoutIds(await dataOf(stores, ben))).toEqual(withoutIds(before));
      const last = await stores.letters.lastStanding(ben);
      expect(last?.records).toHaveLength(1);
      expect(await dataOf(stores, maya)).toEqual(before);
    });
  });
});

async function dataOf({ letters }: Stores, member: string): Promise<MemberData> {
  return {
    settings: noPreferences,
    writers: await letters.writers(member),
    letters: (await letters.list(member)).map((one) => one.letter),
    programs: await letters.programs(member),
    changes: await letters.history(member, 'all'),
  };
}
