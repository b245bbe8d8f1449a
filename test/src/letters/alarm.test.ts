import { describe, expect, it } from 'vitest';
import { alarms } from '../../../src/letters/alarm.ts';
import type { Dossier } from '../../../src/letters/dossier.ts';
import type { ProgramNeeds } from '../../../src/letters/program.ts';
import { aDossier, aProgram, written } from '../../support/dossier.ts';

const three: ProgramNeeds = { letters: 3, most: null, own: null, chair: null, form: null };
const letters = [written('one'), written('two'), written('way', {}, { stage: 'requested' })];

function found(more: Partial<Dossier>): readonly string[] {
  return alarms(aDossier({ letters, ...more }), 14).map((alarm) =>
    alarm.code === 'unassigned'
      ? `${alarm.letter} on 0 of ${alarm.programs}`
      : `${alarm.program} ${alarm.have} of ${alarm.asked} ${alarm.urgency.kind}`,
  );
}

describe('the alarm', () => {
  it('names letters that are in and go nowhere, with the programs that could have them', () => {
    const programs = [
      aProgram('mercy', { service: 'eras' }, ['one']),
      aProgram('laval', { service: 'carms' }),
      aProgram('open'),
    ];
    const eras = [written('one'), written('two', {}, { service: 'eras' }), written('three', {}, { service: 'carms' })];
    expect(found({ letters: eras, programs })).toEqual(['two on 0 of 2', 'three on 0 of 2']);
  });

  it('says nothing of letters that are not in, nor where no program could have one', () => {
    const programs = [aProgram('mercy', { service: 'eras' }, ['one', 'two'])];
    expect(found({ programs })).toEqual([]);
    expect(found({ programs: [] })).toEqual([]);
    const other = [written('two', {}, { service: 'carms' })];
    expect(found({ letters: other, programs: [aProgram('mercy', { service: 'eras' })] })).toEqual([]);
  });

  it('names programs with fewer letters than they ask for, those that press first', () => {
    const short = (id: string, more: Parameters<typeof aProgram>[1] = {}) =>
      aProgram(id, { needs: three, ...more }, ['one', 'two']);
    const programs = [
      short('later'),
      short('applied', { applied: '2026-08-20' }),
      short('over', { due: '2026-08-31' }),
      short('far', { due: '2026-10-30' }),
      short('soon', { due: '2026-09-15' }),
      short('sooner', { due: '2026-09-01', applied: '2026-08-20' }),
      aProgram('whole', { needs: three }, ['one', 'two', 'way']),
      aProgram('unknown', {}, []),
    ];
    expect(found({ programs })).toEqual([
      'sooner 2 of 3 soon',
      'soon 2 of 3 soon',
      'over 2 of 3 overdue',
      'applied 2 of 3 applied',
      'later 2 of 3 later',
      'far 2 of 3 later',
    ]);
  });

  it('counts no letter that is gone, or that is no longer tracked', () => {
    const gone = [...letters.slice(0, 1), written('two', {}, { stage: 'dropped' })];
    const programs = [aProgram('mercy', { needs: three }, ['one', 'two', 'vanished'])];
    expect(found({ letters: gone, programs })).toEqual(['mercy 1 of 3 later']);
  });

  it('knows from the packs what is usual in a specialty, and whose word it is', () => {
    const programs = [aProgram('mercy', { specialty: 'IM', service: 'eras' }, ['one'])];
    expect(alarms(aDossier({ letters: letters.slice(0, 1), programs }), 14)).toEqual([
      {
        code: 'short',
        program: 'mercy',
        have: 1,
        asked: 3,
        by: { row: 'specialty/internal-medicine' },
        urgency: { kind: 'later' },
      },
    ]);
  });
});
