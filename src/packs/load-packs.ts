import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type Check, DataFileError, parseYaml } from './data-file.ts';
import type { FactRow, Packs, ServicePack, Specialty } from './pack.ts';
import { rowOfPlain, rowsOfPacks } from './rows.ts';
import { checkRhythm, checkRows, checkSeasons, checkService, checkSpecialties } from './schema.ts';
import type { ServiceId } from './service.ts';

/**
 * Reads the packs in force from their folder; `seasons.yaml` names the season of each service, and
 * what no pack has a key for stands as plain rows in `facts/`, one file for each subject.
 * A wrong file throws a `DataFileError` with its name and line: a bot with half of the rules
 * would answer wrongly.
 */
export function loadPacks(folder: URL): Packs {
  const seasons = read(folder, 'seasons.yaml', checkSeasons);
  const specialties = read(folder, 'specialties.yaml', checkSpecialties);
  refuseTwins(specialties);
  const known = new Set(specialties.map(({ id }) => id));
  const service = (id: ServiceId): ServicePack => readService(folder, id, seasons[id], known);
  const packs = {
    services: {
      eras: service('eras'),
      carms: service('carms'),
      residencycas: service('residencycas'),
      'sf-match': service('sf-match'),
    },
    rhythm: read(folder, 'rhythm.yaml', checkRhythm),
    specialties,
  };
  return { ...packs, rows: addPlainRows(folder, rowsOfPacks(packs)) };
}

/** The specialty that somebody means by a name, a short form or an id; marks and case do not count. */
export function findSpecialty(packs: Packs, text: string): Specialty | undefined {
  const wanted = plain(text);
  if (wanted === '') return undefined;
  return packs.specialties.find((specialty) => namesOf(specialty).includes(wanted));
}

function namesOf({ id, name, aliases }: Specialty): readonly string[] {
  return [...new Set([id, name, ...aliases].map(plain))];
}

/** `OB/GYN`, `ob-gyn` and `Ob Gyn` are one. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '');
}

function read<T>(folder: URL, file: string, check: Check<T>): T {
  const path = new URL(file, folder);
  if (!existsSync(path)) throw new DataFileError(file, 1, 'the file is missing');
  return parseYaml(file, readFileSync(path, 'utf8'), check);
}

function readService(folder: URL, id: ServiceId, season: string, specialties: ReadonlySet<string>): ServicePack {
  const file = `${id}-${season}.yaml`;
  const pack = read(folder, file, checkService);
  if (pack.id !== id || pack.season !== season)
    throw new DataFileError(file, 1, `this is the pack ${pack.id} ${pack.season}, ${id} ${season} was expected`);
  const stranger = pack.facts.standardForms.value?.find((specialty) => !specialties.has(specialty));
  if (stranger) throw new DataFileError(file, 1, `standardForms: unknown specialty ${stranger}`);
  return pack;
}

/** One lookup for all that can be cited; a plain row may not take the id of another. */
function addPlainRows(folder: URL, rows: Map<string, FactRow>): ReadonlyMap<string, FactRow> {
  const files = readdirSync(new URL('facts/', folder)).filter((name) => name.endsWith('.yaml'));
  for (const name of files.sort()) {
    const taken = new Set(rows.keys());
    const plain = read(folder, `facts/${name}`, checkRows(name.replace(/\.yaml$/u, ''), taken));
    for (const row of plain) rows.set(row.id, rowOfPlain(row));
  }
  return rows;
}

/** Two specialties under one name would make the answer depend on their order. */
function refuseTwins(specialties: readonly Specialty[]): void {
  const owners = new Map<string, string>();
  for (const specialty of specialties) {
    for (const name of namesOf(specialty)) {
      const owner = owners.get(name);
      if (owner) throw new DataFileError('specialties.yaml', 1, `${owner} and ${specialty.id} are both called ${name}`);
      owners.set(name, specialty.id);
    }
  }
}
