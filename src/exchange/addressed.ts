import type { MemberId } from '../core/command.ts';
import type { Change, ChangedRecord, Letter, Writer } from '../letters/letter.ts';
import type { Program } from '../letters/program.ts';
import type { Field } from './field.ts';
import type { Exported, ExportedChange, MemberData } from './member-data.ts';
import type { Pairs } from './pair-records.ts';
import type { TextCheck } from './read-cells.ts';

/** A file as it would stand in an account: with its owner and with ids of this place. */
export interface Addressed extends Omit<MemberData, 'changes'> {
  readonly changes: readonly Omit<Change, 'number'>[];
  /** How many texts were left out, because they speak of a patient. */
  readonly refusedTexts: number;
}

/** Who it is for. */
interface Address {
  readonly member: MemberId;
  readonly ids: () => string;
  readonly check: TextCheck;
}

/**
 * Gives everything of a file the ids that it has here: those of its pairs, and new ones for the rest, in
 * the order of the old ones, which is the order in which things were made. A text that speaks of a
 * patient is left out wherever it stands, in the journal too.
 */
export function addressed(exported: Exported, pairs: Pairs, { member, ids, check }: Address): Addressed {
  const known = new Map(pairs);
  const idOf = (old: string): string => {
    const id = known.get(old) ?? ids();
    known.set(old, id);
    return id;
  };
  const { settings, writers, letters, programs, changes } = exported;
  for (const { id } of [...writers, ...letters, ...programs].sort((a, b) => (a.id < b.id ? -1 : 1))) idOf(id);

  const refused = new Set<string>();
  const kept = (text: string | null, field: Field): string | null => {
    if (text === null || check(text, field) !== 'refuse') return text;
    refused.add(text);
    return null;
  };
  const writer = (one: Omit<Writer, 'member'>): Writer => ({
    ...one,
    id: idOf(one.id),
    member,
    title: kept(one.title, 'title'),
    met: kept(one.met, 'met'),
    notes: kept(one.notes, 'notes'),
  });
  const letter = (one: Omit<Letter, 'member'>): Letter => ({
    ...one,
    id: idOf(one.id),
    member,
    writer: idOf(one.writer),
    sheet: kept(one.sheet, 'sheet'),
    backup: one.backup && { ...one.backup, writer: idOf(one.backup.writer) },
  });
  const program = (one: Omit<Program, 'member'>): Program => ({
    ...one,
    id: idOf(one.id),
    member,
    letters: one.letters.map((assigned) => ({ ...assigned, letter: idOf(assigned.letter) })),
    notes: kept(one.notes, 'notes'),
  });
  const record = (one: ExportedChange['records'][number]): ChangedRecord => {
    switch (one.kind) {
      case 'writer':
        return { kind: 'writer', before: one.before && writer(one.before), after: one.after && writer(one.after) };
      case 'letter':
        return { kind: 'letter', before: one.before && letter(one.before), after: one.after && letter(one.after) };
      case 'program':
        return { kind: 'program', before: one.before && program(one.before), after: one.after && program(one.after) };
    }
  };
  const data = {
    settings,
    writers: writers.map(writer),
    letters: letters.map(letter),
    programs: programs.map(program),
    changes: changes.map((change) => ({
      ...change,
      id: idOf(change.id),
      member,
      undoes: change.undoes && idOf(change.undoes),
      records: change.records.map(record),
    })),
  };
  return { ...data, refusedTexts: refused.size };
}
