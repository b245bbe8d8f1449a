import { type Found, findNamed, isHonorific, nameWords, sameName } from './find-named.ts';
import type { LetterWithWriter, Writer } from './letter.ts';
import type { Program } from './program.ts';

/** Finds a letter by its id, or by words of its writer's name, its service, specialty and season. */
export function findLetter(letters: readonly LetterWithWriter[], typed: string): Found<LetterWithWriter> {
  return findNamed(letters, typed, ({ letter, writer }) => ({
    id: letter.id,
    name: writer.name,
    more: [letter.service, letter.specialty, letter.season],
  }));
}

/** Finds a writer by their id, or by words of their name, title and where they met. */
export function findWriter(writers: readonly Writer[], typed: string): Found<Writer> {
  return findNamed(writers, typed, ({ id, name, title, met }) => ({ id, name, more: [title, met] }));
}

/** Two writers or more whom a text names, as in `chen, silva`; `undefined` where any of it names nobody or several. */
export function writersNamed(writers: readonly Writer[], typed: string): readonly Writer[] | undefined {
  const parts = typed.split(/[\s,;&/]+/u).filter((part) => part !== '' && !between.has(part.toLowerCase()));
  const found = parts
    .filter((part) => nameWords(part).length > 0 && !isHonorific(part))
    .map((part) => findNamed(writers, part, ({ id, name }) => ({ id, name, more: [] })));
  const named = new Set(found.flatMap((one) => (one.kind === 'one' ? [one.found] : [])));
  return named.size > 1 && found.every(({ kind }) => kind === 'one') ? [...named] : undefined;
}

/** Words that stand between two names. */
const between = new Set(['and', 'or', 'vs', 'vs.', 'with', 'et', 'ou']);

/**
 * The writer whom a name in `add` is for: the one of that very name, or the only one whose name has
 * all of its words (`chen` for Dr. Wei Chen). Anybody else is new.
 */
export function knownWriter(writers: readonly Writer[], typed: string): Writer | undefined {
  const same = writers.find(({ name }) => sameName(name, typed));
  if (same) return same;
  const words = nameWords(typed);
  const [only, another] = writers.filter(({ name }) => {
    const known = nameWords(name);
    return words.length > 0 && words.every((word) => known.includes(word));
  });
  return another ? undefined : only;
}

/** Finds a program by its id, or by words of its name, specialty, service and season. */
export function findProgram(programs: readonly Program[], typed: string): Found<Program> {
  return findNamed(programs, typed, ({ id, name, specialty, service, season }) => ({
    id,
    name,
    more: [specialty, service, season],
  }));
}
