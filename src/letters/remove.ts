import type { ChangedRecord, Letter, LetterWithWriter, Writer } from './letter.ts';
import type { Program } from './program.ts';

/**
 * The records that take letters away, and their writer where one is named: also from the programs
 * to which the letters go, and from the letters for which the writer stands by.
 */
export function removal(
  gone: readonly Letter[],
  writer: Writer | null,
  all: readonly LetterWithWriter[],
  programs: readonly Program[],
): readonly ChangedRecord[] {
  const ids = gone.map(({ id }) => id);
  const emptied = programs
    .filter(({ letters }) => letters.some(({ letter }) => ids.includes(letter)))
    .map((before): ChangedRecord => {
      const letters = before.letters.filter(({ letter }) => !ids.includes(letter));
      return { kind: 'program', before, after: { ...before, letters } };
    });
  const unbacked = all
    .filter(({ letter }) => writer && letter.backup?.writer === writer.id && !ids.includes(letter.id))
    .map(({ letter: before }): ChangedRecord => ({ kind: 'letter', before, after: { ...before, backup: null } }));
  return [
    ...emptied,
    ...unbacked,
    ...gone.map((before): ChangedRecord => ({ kind: 'letter', before, after: null })),
    ...(writer ? [{ kind: 'writer', before: writer, after: null } as const] : []),
  ];
}
