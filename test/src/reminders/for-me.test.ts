import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/core/time.ts';
import type { LetterWithWriter } from '../../../src/letters/letter.ts';
import type { Stage } from '../../../src/letters/stages.ts';
import type { ServiceId } from '../../../src/packs/service.ts';
import type { AnnouncedDate } from '../../../src/reminders/announced.ts';
import { meaningFor } from '../../../src/reminders/for-me.ts';
import { aLetter, aWriter } from '../../support/samples.ts';

const zone = 'America/New_York';
const date = (name: string, day: Day, more: Partial<AnnouncedDate> = {}): AnnouncedDate => ({
  name,
  day,
  time: null,
  zone,
  system: null,
  kind: 'community',
  by: { who: 'community' },
  ...more,
});
const letter = (id: string, due: Day | null, service: ServiceId | null = null, stage: Stage = 'planned') =>
  ({ letter: aLetter('M', id, 'W', { due, service, stage }), writer: aWriter('M', 'W') }) satisfies LetterWithWriter;

const eras = date('ERAS opens', '2027-09-01', { system: 'eras', kind: 'opens' });
const own = date('Letters due', '2027-09-22');
const carms = date('CaRMS due', '2027-11-26', { system: 'carms', kind: 'deadline' });
const result = date('Match Day', '2027-09-10', { system: 'nrmp', kind: 'result' });
const dates = [eras, result, own, carms];

function placed(letters: readonly LetterWithWriter[], service: ServiceId | null = null) {
  const { dates: found, others } = meaningFor(dates, letters, service);
  return [
    ...found.map((one) => [one.date.name, one.letters.map(({ letter: { id } }) => id)]),
    others.map((one) => one.letter.id),
  ];
}

describe('what dates mean for letters', () => {
  it('is said at the one date of its service, or of the community, that is nearest to its own', () => {
    const letters = [
      letter('A', '2027-09-20', 'eras'),
      letter('B', '2027-09-02', 'eras'),
      letter('C', '2027-11-20', 'carms'),
    ];
    expect(placed(letters)).toEqual([
      ['ERAS opens', ['B']],
      ['Match Day', []],
      ['Letters due', ['A']],
      ['CaRMS due', ['C']],
      [],
    ]);
  });

  it('is the first one where a letter has no date, and the settings say its service', () => {
    expect(placed([letter('A', null)], 'carms').map(String)).toContain('Letters due,A');
    expect(placed([letter('A', null)], 'eras').map(String)).toContain('ERAS opens,A');
  });

  it('is nothing for what is in, or will not come', () => {
    const letters = [letter('A', '2027-09-20', 'eras', 'uploaded'), letter('B', null, 'eras', 'declined')];
    expect(placed(letters).flat(2)).not.toContain('A');
    expect(placed(letters).flat(2)).not.toContain('B');
  });

  it('names what none of the dates concerns', () => {
    const { dates: found, others } = meaningFor([eras, result], [letter('A', null, 'carms')], 'eras');
    expect(found.every((one) => one.letters.length === 0)).toBe(true);
    expect(others.map((one) => one.letter.id)).toEqual(['A']);
  });
});
