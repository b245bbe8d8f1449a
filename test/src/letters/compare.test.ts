import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWriters, kindAdvice } from '../../../src/letters/compare.ts';
import type { Dossier } from '../../../src/letters/dossier.ts';
import { closenesses, type Writer, type WriterKind } from '../../../src/letters/letter.ts';
import { aDossier, packs, today, written } from '../../support/dossier.ts';
import { aWriter } from '../../support/samples.ts';

function writer(id: string, more: Partial<Writer> = {}): Writer {
  return aWriter('maya', id, more);
}

/** Who stands before whom, and why: `a >story> b`. */
function order(writers: readonly Writer[], more: Partial<Dossier> = {}, specialty: string | null = 'IM'): string {
  const all = compareWriters(writers, specialty, aDossier(more));
  return all.map(({ writer: { id }, ahead }) => (ahead === null ? id : `${id} >${ahead}> `)).join('');
}

describe('the comparison of writers', () => {
  it('puts a story before a title', () => {
    const attending = writer('attending', { kind: 'attending', knows: 'well' });
    const chief = writer('chief', { kind: 'chair', knows: 'hardly', specialty: 'IM' });
    expect(order([chief, attending])).toBe('attending >story> chief');
  });

  it.each([
    ['story', { knows: 'somewhat' }, {}],
    ['story', {}, { knows: 'hardly' }],
    ['field', { specialty: 'Internal medicine' }, {}],
    ['field', {}, { specialty: 'surgery' }],
    ['weight', { kind: 'program-director' }, { kind: 'attending' }],
    ['weight', { kind: 'attending' }, { kind: 'research-mentor' }],
    ['weight', { kind: 'research-mentor' }, { kind: 'community-physician' }],
    ['weight', { kind: 'community-physician' }, { kind: 'other' }],
    ['weight', { kind: 'attending' }, { kind: 'chair' }],
    ['recency', { rotationEnds: '2026-08-20' }, { rotationEnds: '2026-01-20' }],
    ['recency', { rotationEnds: '2026-12-24' }, { rotationEnds: '2026-08-31' }],
    ['recency', { rotationEnds: '2020-01-01' }, {}],
  ] as const)('goes by %s: %j before %j', (criterion, better, worse) => {
    expect(order([writer('b', better), writer('a', worse)])).toBe(`b >${criterion}> a`);
  });

  it('holds a chair with a story as high as an attending with one', () => {
    const knows = 'well';
    expect(order([writer('b', { kind: 'chair', knows }), writer('a', { kind: 'attending', knows })])).toBe(
      'a >name> b',
    );
  });

  it('puts whoever said no, or only lukewarmly yes, behind', () => {
    const letters = [
      written('one', { id: 'no' }, { stage: 'declined' }),
      written('two', { id: 'luke' }, { stage: 'agreed', answer: 'lukewarm' }),
    ];
    const writers = [writer('no', { knows: 'well' }), writer('luke', { knows: 'well' }), writer('plain')];
    expect(order(writers, { letters })).toBe('plain >answer> luke >open> no');
  });

  it('forgets a no where there is another letter by the same writer', () => {
    const letters = [
      written('one', { id: 'b' }, { stage: 'declined' }),
      written('two', { id: 'b' }, { stage: 'requested', answer: 'strong' }),
    ];
    const [first] = compareWriters([writer('b', { knows: 'well' }), writer('a')], 'IM', aDossier({ letters }));
    expect(first).toMatchObject({ writer: { id: 'b' }, standing: { stage: 'requested', answer: 'strong' } });
  });

  it('prefers writers in the United States for an international graduate only', () => {
    const writers = [
      writer('b', { inUs: true, kind: 'attending' }),
      writer('a', { inUs: false, kind: 'program-director' }),
    ];
    expect(order(writers, { img: true })).toBe('b >us> a');
    expect(order(writers, { img: false })).toBe('a >weight> b');
  });

  it('leaves open what is not said', () => {
    const [one] = compareWriters([writer('a')], 'IM', aDossier());
    expect(one).toMatchObject({
      story: 'unsaid',
      field: 'unsaid',
      lastDay: null,
      standing: null,
      department: null,
      ahead: null,
    });
    const [other] = compareWriters([writer('a', { specialty: 'IM' })], null, aDossier());
    expect(other?.field).toBe('unsaid');
  });

  it('says of a chair how usual a department letter is in the specialty, in the United States', () => {
    const department = (specialty: string, more: Partial<Dossier> = {}) =>
      compareWriters([writer('a', { kind: 'chair' })], specialty, aDossier(more))[0]?.department;
    expect(department('general surgery')).toEqual({ custom: 'expected', row: 'specialty/general-surgery' });
    expect(department('psych')).toEqual({ custom: 'not-usual', row: 'specialty/psychiatry' });
    expect(department('neurology')).toBeNull();
    expect(department('general surgery', { service: 'carms' })).toBeNull();
  });

  it('counts the days to the last day together', () => {
    const lastDay = (rotationEnds: Writer['rotationEnds']) =>
      compareWriters([writer('a', { rotationEnds })], null, aDossier())[0]?.lastDay;
    expect(lastDay('2026-09-04')).toEqual({ day: '2026-09-04', days: 3 });
    expect(lastDay(today)).toEqual({ day: today, days: 0 });
    expect(lastDay('2026-08-30')).toEqual({ day: '2026-08-30', days: -2 });
  });

  it('is the same whatever order the writers come in, and says of each why they stand before the next', () => {
    const drawn = fc.record({
      kind: fc.option(fc.constantFrom(...(Object.keys(kindAdvice) as WriterKind[])), { nil: null }),
      knows: fc.option(fc.constantFrom(...closenesses), { nil: null }),
      specialty: fc.constantFrom(null, 'IM', 'surgery'),
      inUs: fc.option(fc.boolean(), { nil: null }),
      rotationEnds: fc.constantFrom(null, '2026-07-01' as const, '2026-10-01' as const),
    });
    fc.assert(
      fc.property(fc.array(drawn, { minLength: 2, maxLength: 7 }), fc.boolean(), (many, img) => {
        const writers = many.map((more, index) => writer(`w${index}`, more));
        const all = compareWriters(writers, 'IM', aDossier({ img }));
        expect(compareWriters(writers.toReversed(), 'IM', aDossier({ img }))).toEqual(all);
        expect(all.map(({ ahead }) => ahead !== null)).toEqual(all.map((_, index) => index < all.length - 1));
        for (const [index, { writer: one, ahead }] of all.entries()) {
          const next = all[index + 1]?.writer;
          if (!next || ahead === null) continue;
          const differs = {
            open: false,
            answer: false,
            story: one.knows !== next.knows,
            field: one.specialty !== next.specialty,
            us: img && one.inUs !== next.inUs,
            weight: one.kind !== next.kind,
            recency: one.rotationEnds !== next.rotationEnds,
            name: one.id !== next.id,
          };
          expect([ahead, differs[ahead]]).toEqual([ahead, true]);
        }
      }),
    );
  });

  it('rests on rows that the packs have', () => {
    for (const { row } of Object.values(kindAdvice)) expect(row === null || packs.rows.has(row)).toBe(true);
  });
});
