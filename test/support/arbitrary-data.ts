import fc from 'fast-check';
import type { Instant } from '../../src/core/time.ts';
import { addDays, instantOf } from '../../src/dates/calendar.ts';
import type { MemberData } from '../../src/exchange/member-data.ts';
import {
  type Change,
  type ChangedRecord,
  closenesses,
  type Letter,
  nudgeReasons,
  recordId,
  type Writer,
  type WriterKind,
  writerKinds,
} from '../../src/letters/letter.ts';
import { packetItems } from '../../src/letters/packet.ts';
import { type Program, programSettings } from '../../src/letters/program.ts';
import { answers, stages } from '../../src/letters/stages.ts';
import { noPreferences, type Preferences } from '../../src/members/member.ts';
import { serviceIds } from '../../src/packs/service.ts';
import { importDay } from './importing.ts';

/** Whatever a member may have: any record that the model allows, and a journal that leads to it. */

const or = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 2 });

/** Days in the year before a file is read. */
const past = fc.integer({ min: 0, max: 300 }).map((days) => addDays(importDay, -days));
const ahead = fc.integer({ min: -300, max: 400 }).map((days) => addDays(importDay, days));

/** Text of one line as the options keep it, from harmless to what only looks so. */
const line = fc
  .oneof(
    fc.constantFrom(
      'Médecine 内科',
      '=1+1',
      "'=1",
      '-',
      '@home',
      '+1 555',
      '"quoted", yes',
      'a; b',
      'n/a',
      '🦉',
      'x=y',
    ),
    fc.stringMatching(/^[a-z=@'",;|+-][a-z =@'",;|+-]{0,10}[a-z]$/u),
  )
  .map((text) => text.trim().replace(/ +/gu, ' '));

const paragraphs = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));

/** A table says "n/a" for nothing, so no specialty is called that. */
const specialty = fc.constantFrom('Internal medicine', 'IM', 'Neurology', 'woodwork', '=1');
const season = fc.constantFrom('2027', '2028');
const flag = fc.boolean();

function daysOf<K extends string>(
  names: readonly K[],
): fc.Arbitrary<Partial<Record<K, `${number}-${number}-${number}`>>> {
  const entries = names.map((name) => fc.option(past, { freq: 3 }).map((day) => (day ? [[name, day] as const] : [])));
  return fc
    .tuple(...entries)
    .map((days) => Object.fromEntries(days.flat()) as Partial<Record<K, `${number}-${number}-${number}`>>);
}

/** A writer, known by a name of their own. */
export function arbitraryWriter(id: string, member: string): fc.Arbitrary<Writer> {
  return fc.record({
    id: fc.constant(id),
    member: fc.constant(member),
    name: fc.constantFrom(`Dr. ${id}`, `${id} Núñez, MD`, `=${id}`, `陳 ${id}`),
    title: or(line),
    kind: or(fc.constantFrom(...(Object.keys(writerKinds) as WriterKind[]))),
    met: or(line),
    email: or(fc.constant(`${id.toLowerCase()}@example.org`)),
    notes: or(paragraphs),
    specialty: or(line),
    inUs: or(flag),
    knows: or(fc.constantFrom(...closenesses)),
    rotationEnds: or(ahead),
  });
}

/** A letter of one of these writers, which may have another of them as a backup. */
export function arbitraryLetter(id: string, member: string, writers: readonly string[]): fc.Arbitrary<Letter> {
  return fc
    .record({
      id: fc.constant(id),
      member: fc.constant(member),
      writer: fc.constantFrom(...writers),
      service: or(fc.constantFrom(...serviceIds)),
      season: or(season),
      specialty: or(specialty),
      form: or(fc.constantFrom('narrative', 'em-esloe')),
      chair: or(flag),
      waived: or(flag),
      due: or(ahead),
      stage: fc.constantFrom(...stages),
      answer: or(fc.constantFrom(...answers)),
      reached: daysOf(stages),
      packet: daysOf(packetItems),
      sheet: or(paragraphs),
      nudges: fc.uniqueArray(fc.record({ on: past, reason: or(fc.constantFrom(...nudgeReasons)) }), {
        maxLength: 3,
        selector: ({ on }) => on,
      }),
      thanked: or(past),
      told: or(past),
      original: or(past),
      backup: or(fc.record({ writer: fc.constantFrom(...writers), since: past, activated: or(past) })),
      arrived: past,
    })
    .map(({ arrived, ...letter }) => ({
      ...letter,
      nudges: letter.nudges.toSorted((a, b) => (a.on < b.on ? -1 : 1)),
      reached: Object.fromEntries(
        stages.flatMap((stage) => {
          const on = letter.reached[stage] ?? (stage === letter.stage ? arrived : undefined);
          return on ? [[stage, on]] : [];
        }),
      ),
      backup: letter.backup?.writer === letter.writer ? null : letter.backup,
    }));
}

/** A program to which some of these letters go. */
export function arbitraryProgram(id: string, member: string, letters: readonly string[]): fc.Arbitrary<Program> {
  return fc.record({
    id: fc.constant(id),
    member: fc.constant(member),
    name: fc.constantFrom(`${id} Medical Center`, `Mount ${id}, Québec`),
    specialty: or(specialty),
    service: or(fc.constantFrom(...serviceIds)),
    season: or(season),
    due: or(ahead),
    setting: or(fc.constantFrom(...programSettings)),
    needs: fc.record({
      letters: or(fc.integer({ min: 0, max: 5 })),
      most: or(fc.integer({ min: 0, max: 5 })),
      own: or(fc.integer({ min: 0, max: 5 })),
      chair: or(flag),
      form: or(fc.constant('narrative')),
    }),
    applied: or(past),
    letters: fc
      .subarray([...letters])
      .chain((assigned) => fc.tuple(...assigned.map((letter) => past.map((on) => ({ letter, on }))))),
    notes: or(paragraphs),
  });
}

const preferences: fc.Arbitrary<Preferences> = fc.oneof(
  fc.constant(noPreferences),
  fc.record({
    zone: or(fc.constantFrom('America/Toronto', 'UTC')),
    language: or(fc.constantFrom('en', 'fr')),
    service: or(fc.constantFrom(...serviceIds)),
    specialties: fc.uniqueArray(line, { maxLength: 3 }),
    img: or(flag),
    reapplicant: or(flag),
    season: or(season),
    reminders: flag,
    pausedUntil: or(past),
    hours: or(
      fc.record({
        from: fc.constantFrom('09:00', '17:30'),
        until: fc.constantFrom('21:00', '08:15'),
        days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
      }),
    ),
    cohort: flag,
  }),
);

/** One thing that a member does: adds, changes, removes, or takes the last change back. */
type Deed =
  | {
      readonly does: 'put';
      readonly record: Exclude<ChangedRecord['after'], null>;
      readonly kind: ChangedRecord['kind'];
    }
  | { readonly does: 'remove'; readonly id: string }
  | { readonly does: 'undo' };

/** All that a member has, with the journal by which it came about. */
export function arbitraryData(member: string): fc.Arbitrary<MemberData> {
  const writers = ['W1', 'W2', 'W3'];
  const letters = ['L1', 'L2', 'L3', 'L4'];
  const put = <T extends Exclude<ChangedRecord['after'], null>>(kind: ChangedRecord['kind'], record: fc.Arbitrary<T>) =>
    record.map((one): Deed => ({ does: 'put', record: one, kind }));
  const deed: fc.Arbitrary<Deed> = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...writers).chain((id) => put('writer', arbitraryWriter(id, member))) },
    {
      weight: 5,
      arbitrary: fc.constantFrom(...letters).chain((id) => put('letter', arbitraryLetter(id, member, writers))),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom('P1', 'P2').chain((id) => put('program', arbitraryProgram(id, member, letters))),
    },
    { weight: 1, arbitrary: fc.constantFrom(...letters, 'P1', 'P2').map((id): Deed => ({ does: 'remove', id })) },
    { weight: 1, arbitrary: fc.constant<Deed>({ does: 'undo' }) },
  );
  return fc
    .tuple(preferences, fc.array(deed, { maxLength: 16 }))
    .map(([settings, deeds]) => lived(member, settings, deeds));
}

/** The account after somebody did all this; what cannot be done is left out. */
function lived(member: string, settings: Preferences, deeds: readonly Deed[]): MemberData {
  const state = new Map<string, ChangedRecord>();
  const changes: Change[] = [];
  const undone = new Set<string>();
  for (const [index, deed] of deeds.entries()) {
    const last = changes.findLast(({ id, undoes }) => undoes === null && !undone.has(id));
    const records = recordsOf(deed, state, last);
    if (records.length === 0 || !fits(records, state)) continue;
    const at: Instant = instantOf(Date.parse('2027-06-01T12:00:00Z') + index * 60_000);
    const undoes = deed.does === 'undo' ? (last?.id ?? null) : null;
    if (undoes) undone.add(undoes);
    changes.push({ id: `C${index}`, member, number: changes.length + 1, at, command: 'lor edit', records, undoes });
    for (const record of records) {
      if (record.after) state.set(recordId(record), record);
      else state.delete(recordId(record));
    }
  }
  const standing = [...state.values()];
  return {
    settings,
    writers: standing.flatMap((one) => (one.kind === 'writer' && one.after ? [one.after] : [])),
    letters: standing.flatMap((one) => (one.kind === 'letter' && one.after ? [one.after] : [])),
    programs: standing.flatMap((one) => (one.kind === 'program' && one.after ? [one.after] : [])),
    changes,
  };
}

function recordsOf(
  deed: Deed,
  state: ReadonlyMap<string, ChangedRecord>,
  last: Change | undefined,
): readonly ChangedRecord[] {
  if (deed.does === 'undo') {
    return (last?.records ?? [])
      .map((one) => ({ ...one, before: one.after, after: one.before }) as ChangedRecord)
      .toReversed();
  }
  if (deed.does === 'remove') {
    const stands = state.get(deed.id);
    return stands ? [{ ...stands, before: stands.after, after: null } as ChangedRecord] : [];
  }
  const before = state.get(deed.record.id)?.after ?? null;
  return [{ kind: deed.kind, before, after: deed.record } as ChangedRecord];
}

/** Whether it leaves no letter without its writer or backup, and no program with a letter that is not there. */
function fits(records: readonly ChangedRecord[], state: ReadonlyMap<string, ChangedRecord>): boolean {
  const next = new Map(state);
  for (const record of records) {
    if (JSON.stringify(next.get(recordId(record))?.after ?? null) !== JSON.stringify(record.before)) return false;
    if (record.after) next.set(recordId(record), record);
    else next.delete(recordId(record));
  }
  return [...next.values()].every((one) => {
    if (one.kind === 'letter' && one.after)
      return next.has(one.after.writer) && (!one.after.backup || next.has(one.after.backup.writer));
    return one.kind !== 'program' || !one.after || one.after.letters.every(({ letter }) => next.has(letter));
  });
}
