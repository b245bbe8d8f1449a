import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Day } from '../core/time.ts';
import { inOrder } from './calendar-row.ts';
import { checkCalendar } from './calendar-schema.ts';
import { checkCustoms, checkRhythm } from './customs-schema.ts';
import { type Check, DataFileError, parseYaml } from './data-file.ts';
import { checkFormIds, checkForms } from './letter-form-schema.ts';
import { findNamed } from './named.ts';
import type { FactRow, Packs, Seasons, ServicePack, Specialty } from './pack.ts';
import { inForce } from './pack-of.ts';
import { checkRows } from './row-schema.ts';
import { rowOfPlain, rowsOfPacks } from './rows.ts';
import type { ServiceId } from './service.ts';
import { checkSeasons, checkService } from './service-schema.ts';
import { checkSpecialties } from './specialty-schema.ts';

/**
 * Reads the packs from their folder; docs/packs.md explains its files. `seasons.yaml` names the seasons
 * of each service, of which the one in force on `today` stands in `services`, without a day the oldest.
 * What no pack has a key for stands as plain rows in `facts/`, one file for each subject.
 * A wrong file throws a `DataFileError` with its name and line: a bot with half of the rules
 * would answer wrongly.
 */
export function loadPacks(folder: URL, today?: Day): Packs {
  const specialties = read(
    folder,
    'specialties.yaml',
    checkSpecialties(read(folder, 'letter-forms.yaml', checkFormIds)),
  );
  const known = new Set(specialties.map(({ id }) => id));
  const names = read(folder, 'seasons.yaml', checkSeasons);
  const seasons = eachService((id) => readSeasons(folder, id, names[id], known));
  const packs = {
    services: eachService((id) => (today === undefined ? seasons[id][0] : inForce(seasons[id], today))),
    seasons,
    rhythm: read(folder, 'rhythm.yaml', checkRhythm),
    customs: read(folder, 'customs.yaml', checkCustoms(known)),
    specialties,
    forms: read(folder, 'letter-forms.yaml', checkForms(known)),
    calendar: inOrder(read(folder, 'calendar.yaml', checkCalendar)),
  };
  return { ...packs, rows: addPlainRows(folder, rowsOfPacks(packs)) };
}

/** The specialty that somebody means by a name, a short form or an id; marks and case do not count. */
export function findSpecialty(packs: Packs, text: string): Specialty | undefined {
  return findNamed(packs.specialties, text);
}

function eachService<T>(make: (id: ServiceId) => T): Record<ServiceId, T> {
  return {
    eras: make('eras'),
    carms: make('carms'),
    residencycas: make('residencycas'),
    'sf-match': make('sf-match'),
  };
}

function read<T>(folder: URL, file: string, check: Check<T>): T {
  const path = new URL(file, folder);
  if (!existsSync(path)) throw new DataFileError(file, 1, 'the file is missing');
  return parseYaml(file, readFileSync(path, 'utf8'), check);
}

/** The packs of a service in the order of their seasons, each ending after the one before it. */
function readSeasons(
  folder: URL,
  id: ServiceId,
  seasons: readonly string[],
  specialties: ReadonlySet<string>,
): Seasons {
  const packs: ServicePack[] = [];
  for (const [index, season] of seasons.entries()) {
    const file = `${id}-${season}.yaml`;
    const before = packs.at(-1)?.facts.ends.value;
    const pack = read(folder, file, checkService({ specialties, before, followed: index < seasons.length - 1 }));
    if (pack.id !== id || pack.season !== season)
      throw new DataFileError(file, 1, `this is the pack ${pack.id} ${pack.season}, ${id} ${season} was expected`);
    packs.push(pack);
  }
  const [oldest, ...later] = packs;
  if (!oldest) throw new DataFileError('seasons.yaml', 1, `${id} has no season`);
  return [oldest, ...later];
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
