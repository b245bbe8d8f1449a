import { type Found, findNamed } from './find-named.ts';
import type { LetterWithWriter, Writer } from './letter.ts';
import type { Program } from './program.ts';

/** Finds a letter by its id, or by words of its writer's name, of its service and its specialty. */
export function findLetter(letters: readonly LetterWithWriter[], typed: string): Found<LetterWithWriter> {
  return findNamed(letters, typed, ({ letter, writer }) => ({
    id: letter.id,
    name: writer.name,
    more: [letter.service, letter.specialty],
  }));
}

/** Finds a writer by their id, or by words of their name, title and where they met. */
export function findWriter(writers: readonly Writer[], typed: string): Found<Writer> {
  return findNamed(writers, typed, ({ id, name, title, met }) => ({ id, name, more: [title, met] }));
}

/** Finds a program by its id, or by words of its name, specialty and service. */
export function findProgram(programs: readonly Program[], typed: string): Found<Program> {
  return findNamed(programs, typed, ({ id, name, specialty, service }) => ({ id, name, more: [specialty, service] }));
}
