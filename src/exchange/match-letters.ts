import { folded } from '../dates/read-names.ts';
import type { Letter } from '../letters/letter.ts';
import type { ServiceId } from '../packs/service.ts';
import type { CellValues } from './field.ts';
import type { Importing } from './import-plan.ts';
import { couldBe, filledIn, type Purpose, purposeKey, saidOf } from './purpose.ts';

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

/** The first row about a letter. */
interface Lead {
  readonly row: number;
  readonly writer: string;
  /** As the row says it. */
  readonly purpose: Purpose;
  /** With the member's own service where the row says none. */
  readonly usual: Purpose;
  readonly further: number;
}

/**
 * Finds the letter of each row, by its number. Rows that name the purpose of a letter exactly choose
 * first; then a row that leaves one letter only takes that, those that say most before others, and a
 * letter that says less than its row is filled in. Nothing is taken twice, and nothing by chance: where
 * several are left in the end the row is unclear. The same rows come to the same a second time.
 */
export function matchLetters(
  wanted: readonly Wanted[],
  lettersOf: (writer: string) => readonly Letter[],
  { service, specialty }: Pick<Importing, 'service' | 'specialty'>,
): ReadonlyMap<number, Match> {
  const matches = new Map<number, Match>();
  const purposeOf = purposes(specialty);
  const standing = remembered((writer: string) =>
    lettersOf(writer).map((letter) => ({ letter, purpose: purposeOf(letter) })),
  );
  const leads = leadingRows(wanted, purposeOf, service, matches);
  const counted = wanted.some(({ values }) => values.further !== undefined);
  const claimed = new Set<string>();
  const claim = ({ row }: Lead, letter: Letter) => {
    claimed.add(letter.id);
    matches.set(row, { kind: 'mine', letter });
  };
  const open = () => leads.filter(({ row }) => !matches.has(row));

  const alike = groups(leads);
  for (const group of alike) {
    const [{ writer, usual }] = group;
    const key = purposeKey(writer, usual);
    const same = standing(writer).filter(({ purpose }) => purposeKey(writer, purpose) === key);
    for (const [index, lead] of group.entries()) {
      const found = same[placeOf(lead.further, index + 1, group.length, same.length) - 1];
      if (same.length > 1 && !counted) matches.set(lead.row, { kind: 'unclear', count: same.length });
      else if (found) claim(lead, found.letter);
    }
  }

  // Rows that count letters for the same speak of letters that say as much as they do. And a letter that
  // is filled in must not become what another row names: the next reading would take it for that.
  const alone = new Set(alike.flatMap((group) => (group.length === 1 ? [group[0].row] : [])));
  const named = new Set(leads.map(({ writer, usual }) => purposeKey(writer, usual)));
  const leftFor = ({ row, writer, purpose: wants, usual }: Lead) =>
    standing(writer).filter(({ letter, purpose }) => {
      const next = purposeKey(writer, filledIn(purpose, wants));
      const isOwn = next === purposeKey(writer, usual) || !named.has(next);
      return alone.has(row) && !claimed.has(letter.id) && couldBe(purpose, wants) && isOwn;
    });
  const mostFirst = open().toSorted((a, b) => saidOf(b.purpose) - saidOf(a.purpose));
  for (let before = -1; before !== claimed.size; ) {
    before = claimed.size;
    for (const lead of mostFirst) {
      const [only, other] = matches.has(lead.row) ? [] : leftFor(lead);
      if (only && !other) claim(lead, only.letter);
    }
  }
  for (const lead of open()) {
    const count = leftFor(lead).length;
    matches.set(lead.row, count > 1 ? { kind: 'unclear', count } : { kind: 'new' });
  }
  return matches;
}

/**
 * Which of so many letters for the same a row means. It is the one that it says, unless fewer stand:
 * then the rows of the file share them in their order.
 */
function placeOf(further: number, at: number, of: number, standing: number): number {
  return Math.min(further, Math.max(at, standing - (of - at)));
}

/** Rows that are about one letter go by the first of them. */
function leadingRows(
  wanted: readonly Wanted[],
  purposeOf: (said: Partial<Purpose>) => Purpose,
  service: ServiceId | null,
  matches: Map<number, Match>,
): readonly Lead[] {
  const leads = new Map<string, Lead>();
  for (const { row, writer, values } of wanted) {
    const purpose = purposeOf(values);
    const usual = { ...purpose, service: purpose.service ?? service };
    const further = values.further ?? 1;
    const key = `${further} ${purposeKey(writer, usual)}`;
    const lead = leads.get(key);
    if (lead) matches.set(row, { kind: 'repeats', row: lead.row });
    else leads.set(key, { row, writer, purpose, usual, further });
  }
  return [...leads.values()];
}

type Group = readonly [Lead, ...Lead[]];

/** Rows that are for the same, the first of them first, the second next. */
function groups(leads: readonly Lead[]): readonly Group[] {
  const found = new Map<string, Group>();
  for (const lead of leads.toSorted((a, b) => a.further - b.further)) {
    const key = purposeKey(lead.writer, lead.usual);
    const group = found.get(key);
    found.set(key, group ? [...group, lead] : [lead]);
  }
  return [...found.values()];
}

/** Purposes with the specialty by its full name, so that they can be compared. */
function purposes(specialty: (name: string) => string): (said: Partial<Purpose>) => Purpose {
  const full = remembered((name: string) => folded(specialty(name)));
  return ({ service, specialty: named, season, form }) => ({
    service: service ?? null,
    specialty: named ? full(named) : null,
    season: season ?? null,
    form: form ?? null,
  });
}

/** A function that works each answer out once: names of specialties are looked up in long lists. */
function remembered<T>(work: (name: string) => T): (name: string) => T {
  const known = new Map<string, { readonly answer: T }>();
  return (name) => {
    const found = known.get(name) ?? { answer: work(name) };
    known.set(name, found);
    return found.answer;
  };
}
