import type { Day } from '../../src/core/time.ts';
import type { Dossier } from '../../src/letters/dossier.ts';
import type { Letter, LetterWithWriter, Writer } from '../../src/letters/letter.ts';
import { newProgram } from '../../src/letters/new-records.ts';
import type { Program } from '../../src/letters/program.ts';
import { loadPacks } from '../../src/packs/load-packs.ts';
import type { Packs, ServicePack } from '../../src/packs/pack.ts';
import type { ServiceId } from '../../src/packs/service.ts';
import { aLetter, aWriter } from './samples.ts';

/** What judgements about letters look at, with what a test does not care about filled in. */

/** A Tuesday in the season of 2027. */
export const today: Day = '2026-09-01';

export const packs: Packs = loadPacks(new URL('../../src/packs/', import.meta.url), today);

/** A letter that is in, of a writer of its own called by its id in capitals: `chen` is written by `CHEN`. */
export function written(id: string, writer: Partial<Writer> = {}, letter: Partial<Letter> = {}): LetterWithWriter {
  const author = aWriter('maya', writer.id ?? id.toUpperCase(), writer);
  return { writer: author, letter: aLetter('maya', id, author.id, { stage: 'uploaded', ...letter }) };
}

/** A program to which letters go, by their ids; since the day before. */
export function aProgram(id: string, more: Partial<Program> = {}, letters: readonly string[] = []): Program {
  const assigned = letters.map((letter) => ({ letter, on: '2026-08-31' }) as const);
  return { ...newProgram(id, 'maya', id), letters: assigned, ...more };
}

export function aDossier(more: Partial<Dossier> = {}): Dossier {
  return { letters: [], programs: [], service: null, specialties: [], img: null, packs, today, ...more };
}

/** The packs with other facts of a service, in all its seasons. */
export function packsWith(service: ServiceId, facts: Partial<ServicePack['facts']>, base: Packs = packs): Packs {
  const changed = (pack: ServicePack): ServicePack => ({ ...pack, facts: { ...pack.facts, ...facts } });
  const [first, ...rest] = base.seasons[service];
  return {
    ...base,
    services: { ...base.services, [service]: changed(base.services[service]) },
    seasons: { ...base.seasons, [service]: [changed(first), ...rest.map(changed)] },
  };
}

/** A fact that nobody could confirm. */
export const unconfirmed = { confidence: 'unconfirmed', checked: '2026-08-01' } as const;

/** A fact of a test's own. */
export function sourced<T>(value: T, confidence: 'high' | 'medium' | 'low') {
  return { value, confidence, source: 'https://example.org/rules', season: '2027', checked: '2026-08-01' } as const;
}
