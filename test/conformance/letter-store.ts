import { describe, expect, it } from 'vitest';
import { inverse } from '../../src/letters/change.ts';
import { aChange, added, aLetter, aMember, aProgram, aWriter } from '../support/samples.ts';
import type { OpenStores } from '../support/stores.ts';

/** What every store of letters owes. */
export function letterStoreConformance(open: OpenStores): void {
  describe('a store of letters', () => {
    it('gives a letter back as it was put in, with its writer', async () => {
      const transact = await open();
      const { letter, writer, found } = await transact(async (stores) => {
        const maya = await aMember(stores, 'maya');
        const writer = aWriter(maya, 'chen', { title: 'Chief', kind: 'chair', met: 'sub-I ✓' });
        const letter = aLetter(maya, 'L1', 'chen', {
          service: 'eras',
          specialty: 'Médecine interne 内科',
          due: '2027-09-23',
          stage: 'agreed',
          answer: 'strong',
          reached: { planned: '2027-08-01', agreed: '2027-08-20' },
        });
        await stores.letters.apply(aChange(maya, added(writer, letter)));
        return { letter, writer, found: await stores.letters.find(maya, 'L1') };
      });
      expect(found).toEqual({ letter, writer });
    });

    it('lists what is due first on top, then by name, and what has no date last', async () => {
      const transact = await open();
      const order = await transact(async (stores) => {
        const maya = await aMember(stores, 'maya');
        const put = async (id: string, name: string, due: `${number}-${number}-${number}` | null) =>
          stores.letters.apply(
            aChange(maya, added(aWriter(maya, `W${id}`, { name }), aLetter(maya, id, `W${id}`, { due }))),
          );
        await put('1', 'Zoe', null);
        await put('2', 'bert', '2027-10-01');
        await put('3', 'Anna', '2027-10-01');
        await put('4', 'Carl', '2027-09-01');
        await put('5', 'adam', null);
        return (await stores.letters.list(maya)).map(({ writer }) => writer.name);
      });
      expect(order).toEqual(['Carl', 'Anna', 'bert', 'adam', 'Zoe']);
    });

    it('gives programs back as they were put in, by name, to their member alone', async () => {
      const transact = await open();
      const { programs, found, others } = await transact(async (stores) => {
        const maya = await aMember(stores, 'maya');
        const ben = await aMember(stores, 'ben');
        const letter = aLetter(maya, 'L1', 'chen');
        const programs = [
          aProgram(maya, 'P2', { name: 'bern', due: '2027-09-29', letters: [{ letter: 'L1', on: '2027-09-01' }] }),
          aProgram(maya, 'P1', {
            name: 'Zürich',
            service: 'eras',
            season: '2028',
            setting: 'academic',
            needs: { letters: 3, most: 4, own: 2, chair: true, form: 'im-sel' },
            applied: '2027-09-24',
            notes: 'asked on the open day',
          }),
        ];
        await stores.letters.apply(aChange(maya, added(aWriter(maya, 'chen'), letter)));
        const records = programs.map((after) => ({ kind: 'program', before: null, after }) as const);
        await stores.letters.apply(aChange(maya, records));
        const [stolen] = programs;
        await stores.letters.apply(aChange(ben, [{ kind: 'program', before: stolen ?? null, after: null }]));
        return { programs, found: await stores.letters.programs(maya), others: await stores.letters.programs(ben) };
      });
      expect(found).toEqual(programs);
      expect(others).toEqual([]);
    });

    it('does not find, list, change or delete what is somebody else’s, even with its id', async () => {
      const transact = await open();
      const { before, after, seen } = await transact(async (stores) => {
        const { letters } = stores;
        const maya = await aMember(stores, 'maya');
        const ben = await aMember(stores, 'ben');
        const writer = aWriter(maya, 'chen');
        const letter = aLetter(maya, 'L1', 'chen');
        await letters.apply(aChange(maya, added(writer, letter)));
        const before = await letters.list(maya);
        const stolen = { ...letter, stage: 'dropped' } as const;
        await letters.apply(aChange(ben, [{ kind: 'letter', before: letter, after: stolen }]));
        await letters.apply(aChange(ben, [{ kind: 'writer', before: writer, after: { ...writer, name: 'Mine' } }]));
        await letters.apply(aChange(ben, [{ kind: 'letter', before: letter, after: null }]));
        await letters.apply(aChange(ben, [{ kind: 'writer', before: writer, after: null }]));
        const seen = {
          found: await letters.find(ben, 'L1'),
          list: await letters.list(ben),
          writers: await letters.writers(ben),
          mayas: (await letters.history(maya, ['L1', 'chen'])).length,
        };
        return { before, after: await letters.list(maya), seen };
      });
      expect(after).toEqual(before);
      expect(seen).toEqual({ found: undefined, list: [], writers: [], mayas: 1 });
    });

    it('counts the changes of each member from 1, whatever the clock did', async () => {
      const transact = await open();
      const numbers = await transact(async (stores) => {
        const { letters } = stores;
        const maya = await aMember(stores, 'maya');
        const ben = await aMember(stores, 'ben');
        const letter = aLetter(maya, 'L1', 'chen');
        await letters.apply(aChange(maya, added(aWriter(maya, 'chen'), letter)));
        await letters.apply(aChange(ben, added(aWriter(ben, 'silva'), aLetter(ben, 'L2', 'silva'))));
        const records = [{ kind: 'letter', before: letter, after: { ...letter, stage: 'asked' } }] as const;
        await letters.apply(aChange(maya, records, { at: '2020-01-01T00:00:00.000Z' }));
        const of = async (member: string, id: string) =>
          (await letters.history(member, [id])).map(({ number, at }) => [number, at.slice(0, 4)]);
        return { maya: await of(maya, 'L1'), ben: await of(ben, 'L2') };
      });
      expect(numbers).toEqual({
        maya: [
          [1, '2027'],
          [2, '2020'],
        ],
        ben: [[1, '2027']],
      });
    });

    it('names as the last change that stands the latest one that nobody took back', async () => {
      const transact = await open();
      const standing = await transact(async (stores) => {
        const { letters } = stores;
        const maya = await aMember(stores, 'maya');
        const other = await aMember(stores, 'ben');
        const last = async () => (await letters.lastStanding(maya))?.id;
        const takenBack: boolean[] = [];
        const back = async (member: string) => letters.isTakenBack(member, 'second');
        const seen = [await last()];
        const letter = aLetter(maya, 'L1', 'chen');
        const first = aChange(maya, added(aWriter(maya, 'chen'), letter), { id: 'first' });
        await letters.apply(first);
        const moved = { kind: 'letter', before: letter, after: { ...letter, stage: 'asked' } } as const;
        await letters.apply(aChange(maya, [moved], { id: 'second' }));
        seen.push(await last());
        const before = await back(maya);
        await letters.apply(aChange(maya, inverse([moved]), { undoes: 'second' }));
        takenBack.push(before, await back(maya), await back(other));
        seen.push(await last());
        await letters.apply(aChange(maya, inverse(first.records), { undoes: 'first' }));
        seen.push(await last());
        return { seen, takenBack };
      });
      expect(standing.seen).toEqual([undefined, 'second', 'first', undefined]);
      expect(standing.takenBack).toEqual([false, true, false]);
    });

    it('refuses to take one change back twice', async () => {
      const transact = await open();
      const undoTwice = transact(async (stores) => {
        const maya = await aMember(stores, 'maya');
        await stores.letters.apply(aChange(maya, [], { undoes: 'the same' }));
        await stores.letters.apply(aChange(maya, [], { undoes: 'the same' }));
      });
      await expect(undoTwice).rejects.toThrow(/unique/i);
    });
  });
}
