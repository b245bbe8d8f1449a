import type { ChangedRecord, Letter, Writer } from '../letters/letter.ts';
import type { Program } from '../letters/program.ts';
import type { Addressed } from './addressed.ts';
import type { MemberData } from './member-data.ts';

/** A record that stands here, with what a file fills in. */
export interface Filled {
  readonly record: ChangedRecord;
  /** The writer's name or the program's. */
  readonly name: string;
}

/** Records of a file that stand here already, where the file knows what is empty here. */
export function filled(file: Addressed, mine: MemberData): readonly Filled[] {
  const nameOf = new Map(mine.writers.map(({ id, name }) => [id, name]));
  const writers = both(mine.writers, file.writers).map(([before, theirs]): Filled => {
    return { name: before.name, record: { kind: 'writer', before, after: filledIn<Writer>(before, theirs) } };
  });
  const letters = both(mine.letters, file.letters).map(([before, theirs]): Filled => {
    const name = nameOf.get(before.writer) ?? '';
    return { name, record: { kind: 'letter', before, after: filledLetter(before, theirs) } };
  });
  const programs = both(mine.programs, file.programs).map(([before, theirs]): Filled => {
    return { name: before.name, record: { kind: 'program', before, after: filledProgram(before, theirs) } };
  });
  return [...writers, ...letters, ...programs].filter(
    ({ record }) => JSON.stringify(record.before) !== JSON.stringify(record.after),
  );
}

/** The records that stand on both sides. */
function both<T extends { readonly id: string }>(mine: readonly T[], file: readonly T[]): readonly (readonly [T, T])[] {
  const theirs = new Map(file.map((one) => [one.id, one]));
  return mine.flatMap((one) => {
    const other = theirs.get(one.id);
    return other ? [[one, other] as const] : [];
  });
}

/** The record with each field that is `null` taken from the other. */
function filledIn<T extends object>(mine: T, theirs: T): T {
  const empty = Object.entries(mine).flatMap(([key, value]) => (value === null ? [key] : []));
  return { ...mine, ...Object.fromEntries(Object.entries(theirs).filter(([key]) => empty.includes(key))) };
}

/** How far a letter is stays as it stands here, and with it what the writer promised. */
function filledLetter(mine: Letter, theirs: Letter): Letter {
  return {
    ...filledIn<Letter>(mine, theirs),
    answer: mine.answer,
    packet: { ...theirs.packet, ...mine.packet },
    nudges: mine.nudges.length > 0 ? mine.nudges : theirs.nudges,
  };
}

/** Which letters go there stays as it stands here, unless none does. */
function filledProgram(mine: Program, theirs: Program): Program {
  return {
    ...filledIn<Program>(mine, theirs),
    needs: filledIn(mine.needs, theirs.needs),
    letters: mine.letters.length > 0 ? mine.letters : theirs.letters,
  };
}
