import type { FactRow, PackFact, Packs } from './pack.ts';
import type { PlainRow } from './row-schema.ts';

/** The ids of a pack's facts are the names of its keys in small letters: `eras/max-letters-per-program`. */
function rowsOfFacts(
  subject: string,
  facts: Readonly<Record<string, PackFact<unknown>>>,
): readonly [string, FactRow][] {
  return Object.entries(facts).map(([key, fact]) => [
    `${subject}/${key.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`,
    toRow(fact),
  ]);
}

/** What the services in force, the customs and the specialties say, as rows by id. */
export function rowsOfPacks({ services, rhythm, customs, specialties }: Omit<Packs, 'rows'>): Map<string, FactRow> {
  return new Map([
    ...Object.values(services).flatMap(({ id, facts }) => rowsOfFacts(id, { ...facts })),
    ...rowsOfFacts('rhythm', { ...rhythm }),
    ...rowsOfFacts('customs', { ...customs }),
    ...specialties.map(({ id, confidence, sources, season, checked }): [string, FactRow] => [
      `specialty/${id}`,
      { confidence, sources, season, checked },
    ]),
  ]);
}

/** A plain row with its sentence. */
export function rowOfPlain(row: PlainRow): FactRow {
  return { ...toRow(row), says: row.says };
}

function toRow(
  fact: Pick<PackFact<unknown>, 'confidence' | 'checked'> & { source?: string; season?: string },
): FactRow {
  const { confidence, checked, source, season } = fact;
  return { confidence, checked, season, sources: source === undefined || source === 'common advice' ? [] : [source] };
}
