import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { isAddress } from '../../../src/packs/address.ts';

const folder = new URL('../../../src/packs/', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));

/** One value of a file, with the keys that lead to it. */
interface Leaf {
  readonly place: string;
  readonly key: string;
  readonly value: unknown;
}

/** Every value in a file; the entries of a list have its key. */
function leavesOf(place: string, key: string, value: unknown): readonly Leaf[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => leavesOf(`${place}.${index}`, key, one));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, one]) => leavesOf(`${place}.${name}`, name, one));
  return [{ place, key, value }];
}

const textOf = (file: string) => readFileSync(new URL(file, folder), 'utf8');
const leaves = files.flatMap((file) => leavesOf(file, '', parse(textOf(file))));

/** The season of which nothing is published yet. Move it on once its pages are read. */
const ahead = '2028';
const before = String(Number(ahead) - 1);

/** The largest figure that makes sense, by the place that it stands in; a figure of no known place is none. */
const bounds: readonly (readonly [RegExp, number])[] = [
  [/maxLettersPerProgram\.value$/u, 9],
  [/BusinessDays\.value$/u, 30],
  [/LookBackYears\.value$/u, 10],
  [/ProcessingHours\.value$/u, 96],
  [/askLeadDays\.value\.(from|to)$/u, 90],
  [/(nudgeWindowDays|backupDays)\.value\.\w+$/u, 42],
  [/(nudgesPerWriter|writersToSecure|letterCount|mix)\.value(\.\w+)?$/u, 9],
  [/(statusCheckDays|nudgeAgainDays)\.value$/u, 31],
  [/\.letters\.(from|to)$/u, 9],
  [/\.needs\..*\b(min|better|atMost)$/u, 9],
  [/\.needs\.other$/u, 9],
];

describe('the data of the packs', () => {
  it('is read whole', () => {
    expect(files).toEqual(expect.arrayContaining(['eras-2028.yaml', 'calendar.yaml', 'facts/letters.yaml']));
    expect(leaves.length).toBeGreaterThan(2_000);
  });

  it('comes from https addresses or is called common advice', () => {
    const sources = leaves.filter(({ key }) => key === 'source' || key === 'sources');
    expect(sources.length).toBeGreaterThan(300);
    expect(sources.filter(({ value }) => value !== 'common advice' && !isAddress(String(value)))).toEqual([]);
  });

  it('has figures within bounds, each of a kind that we know', () => {
    const figures = leaves.filter(({ value }) => typeof value === 'number');
    expect(figures.length).toBeGreaterThan(60);
    const strange = figures.filter(({ place, value }) => {
      const most = bounds.find(([where]) => where.test(place))?.[1] ?? -1;
      return !Number.isInteger(value) || Number(value) < 0 || Number(value) > most;
    });
    expect(strange).toEqual([]);
  });

  it('is sure of nothing about a season that nobody has published', () => {
    const later = leaves.filter(({ place }) => place.includes(`-${ahead}.yaml`));
    expect(later.length).toBeGreaterThan(100);
    expect(later.filter(({ value }) => value === 'high')).toEqual([]);
  });

  it('claims no more about it than about the season before', () => {
    const rank = (value: unknown) => ['unconfirmed', 'low', 'medium', 'high'].indexOf(String(value));
    const known = new Map(leaves.map(({ place, value }) => [place, value]));
    const surer = leaves.filter(
      ({ place, key, value }) =>
        key === 'confidence' &&
        place.includes(`-${ahead}.yaml`) &&
        rank(value) > rank(known.get(place.replace(`-${ahead}.yaml`, `-${before}.yaml`))),
    );
    expect(surer).toEqual([]);
  });
});
