import { folded } from '../dates/read-names.ts';
import type { Letter } from '../letters/letter.ts';
import type { CellValues } from './field.ts';
import type { Importing } from './import-plan.ts';

/** What a letter is for: what tells two letters of one writer apart. `null` is not said, or general. */
type Purpose = Pick<Letter, 'service' | 'specialty' | 'season' | 'form'>;

/** A row of which the writer is known: which letter of theirs does it mean? */
export interface Wanted {
  readonly row: number;
  /** Rows of the same writer have the same, also of a writer who is new. */
  readonly writer: string;
  readonly values: Readonly<Partial<CellValues>>;
}

/** Which letter a row is about. */
export type Match =
  | { readonly kind: 'mine'; readonly letter: Letter }
  | { readonly kind: 'new' }
  /** The same letter as an earlier row of the file. */
  | { readonly kind: 'repeats'; readonly row: number }
  | { readonly kind: 'unclear'; readonly count: number };

/**
 * Finds the letter of each row, by its number. Rows that name the purpose of a letter exactly choose
 * first, so that a row that says less takes what is left; a letter that says less than its row is
 * filled in. Nothing is taken twice, and nothing by chance: where several are left the row is unclear.
 */
export function matchLetters(
  wanted: readonly Wanted[],
  lettersOf: (writer: string) => readonly Letter[],
  { service: usual, specialty }: Pick<Importing, 'service' | 'specialty'>,
): ReadonlyMap<number, Match> {
  const matches = new Map<number, Match>();
  const full = (purpose: Purpose): Purpose => ({ ...purpose, specialty: fullName(purpose.specialty, specialty) });
  const purposeOf = (values: Wanted['values']) => full(purposeSaid(values));
  const lettersFor = (writer: string) => lettersOf(writer).map((letter) => ({ letter, purpose: full(letter) }));
  const leads = leadingRows(wanted, (values) => ({ ...purposeOf(values), service: values.service ?? usual }), matches);
  const claimed = new Set<string>();
  const claim = (row: number, letter: Letter) => {
    claimed.add(letter.id);
    matches.set(row, { kind: 'mine', letter });
  };

  for (const { service } of [{ service: null }, { service: usual }]) {
    for (const lead of leads) {
      if (matches.has(lead.row)) continue;
      const purpose = { ...purposeOf(lead.values), service: lead.values.service ?? service };
      const same = lettersFor(lead.writer).filter((one) => isSame(one.purpose, purpose));
      if (same.length > 1 && lead.values.further === undefined && !says(wanted, 'further'))
        matches.set(lead.row, { kind: 'unclear', count: same.length });
      const found = same[Math.min(lead.values.further ?? 1, same.length) - 1];
      if (found && !matches.has(lead.row) && !claimed.has(found.letter.id)) claim(lead.row, found.letter);
    }
  }
  for (const lead of leads) {
    if (matches.has(lead.row)) continue;
    const left = lettersFor(lead.writer).filter(
      ({ letter, purpose }) => !claimed.has(letter.id) && couldBe(purpose, purposeOf(lead.values)),
    );
    const [only] = left;
    if (only && left.length === 1) claim(lead.row, only.letter);
    else matches.set(lead.row, left.length > 1 ? { kind: 'unclear', count: left.length } : { kind: 'new' });
  }
  return matches;
}

/** Rows that are about one letter go by the first of them; a second letter for the same comes after the first. */
function leadingRows(
  wanted: readonly Wanted[],
  purposeOf: (values: Wanted['values']) => Purpose,
  matches: Map<number, Match>,
): readonly Wanted[] {
  const leads = new Map<string, Wanted>();
  for (const one of wanted) {
    const { service, specialty, season, form } = purposeOf(one.values);
    const key = JSON.stringify([one.writer, service, specialty, season, form, one.values.further ?? 1]);
    const lead = leads.get(key);
    if (lead) matches.set(one.row, { kind: 'repeats', row: lead.row });
    else leads.set(key, one);
  }
  return [...leads.values()].sort((a, b) => (a.values.further ?? 1) - (b.values.further ?? 1));
}

function says(wanted: readonly Wanted[], field: 'further'): boolean {
  return wanted.some(({ values }) => values[field] !== undefined);
}

function purposeSaid({ service, specialty, season, form }: Wanted['values']): Purpose {
  return { service: service ?? null, specialty: specialty || null, season: season ?? null, form: form ?? null };
}

/** A specialty as it is compared. */
export function fullName(specialty: string | null, full: (name: string) => string): string | null {
  return specialty === null ? null : folded(full(specialty));
}

function isSame(a: Purpose, b: Purpose): boolean {
  return telling.every((key) => a[key] === b[key]);
}

/** Whether nothing that both say differs. */
function couldBe(a: Purpose, b: Purpose): boolean {
  return telling.every((key) => a[key] === null || b[key] === null || a[key] === b[key]);
}

const telling = ['service', 'specialty', 'season', 'form'] as const satisfies readonly (keyof Purpose)[];
