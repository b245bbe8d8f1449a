import type { Mine } from '../../src/exchange/import-plan.ts';
import type { Letter, Writer } from '../../src/letters/letter.ts';
import type { Program } from '../../src/letters/program.ts';

/** What somebody tracks, a line for each writer, letter and program, with everything that is not empty. */
export function told({ writers, letters, programs }: Mine): readonly string[] {
  const nameOf = (id: string | undefined) => writers.find((one) => one.id === id)?.name ?? '?';
  const ofLetter = (id: string) => nameOf(letters.find((one) => one.id === id)?.writer);
  const writer = ({ name, ...more }: Writer) => `${name}: ${parts(more)}`;
  const letter = ({ writer: by, backup, ...more }: Letter) =>
    `letter of ${nameOf(by)}: ${parts({ ...more, backup: backup && { ...backup, writer: nameOf(backup.writer) } })}`;
  const program = ({ name, letters: assigned, ...more }: Program) =>
    `program ${name}: ${parts({ ...more, letters: assigned.map((one) => ofLetter(one.letter)).toSorted() })}`;
  return [...writers.map(writer), ...letters.map(letter), ...programs.map(program)];
}

function parts(record: object): string {
  return Object.entries(record)
    .filter(([key]) => key !== 'id' && key !== 'member')
    .flatMap(([key, value]) => {
      const text = said(value);
      return text === '' ? [] : [`${key} ${text}`];
    })
    .join(', ');
}

function said(value: unknown): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.map(said).join('+');
  if (typeof value === 'object') return parts(value) && `{${parts(value)}}`;
  return String(value).replaceAll('\n', ' / ');
}
