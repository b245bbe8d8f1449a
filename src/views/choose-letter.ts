import type { Context } from '../core/command.ts';
import { UserProblem } from '../core/errors.ts';
import { button, buttons, type Choice, menu } from '../core/reply.ts';
import { findLetter } from '../letters/find-letter.ts';
import type { LetterWithWriter } from '../letters/letter.ts';
import type { LetterStore } from '../letters/letter-store.ts';
import type { Words } from '../words/words.ts';
import { letterLabels } from './letter.ts';

export interface LetterPorts {
  readonly letters: LetterStore;
  readonly words: Words;
}

/** What goes on once a letter is picked: the command, and what else it was told (`null` is cleared). */
interface Pending {
  readonly path: string;
  readonly args?: Readonly<Record<string, string | null | undefined>>;
}

/**
 * The member's letter that a text means. When it fits none or several, the member is told so and
 * picks one; what they had said besides goes along.
 */
export async function requireLetter(
  typed: string,
  context: Context<LetterPorts>,
  pending: Pending,
): Promise<LetterWithWriter> {
  const { letters, words } = context.ports;
  const all = await letters.list(context.actor.id);
  const found = findLetter(all, typed);
  if (found.kind === 'one') return found.found;
  if (all.length === 0) {
    const next = [buttons(button(words.letters.buttons.add, 'lor add', {}, 'primary'))];
    throw new UserProblem('not-found', words.letters.noLetters, { next });
  }
  const sentence = found.kind === 'several' ? words.letters.several(typed) : words.letters.notFound(typed);
  const offered = found.kind === 'several' ? found.found : found.nearest;
  const pick = { path: pending.path, args: asTyped(pending.args ?? {}) };
  const next = offered.length > 0 ? [menu(words.letters.fields.writer, pick, 'letter', choices(offered, words))] : [];
  throw new UserProblem(found.kind === 'several' ? 'ambiguous' : 'not-found', sentence, { option: 'letter', next });
}

function asTyped(args: NonNullable<Pending['args']>): Readonly<Record<string, string>> {
  const given = Object.entries(args).filter(([name, value]) => name !== 'letter' && value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, value ?? 'none']));
}

/** The member's letters that fit what is being typed. */
export async function suggestLetters(typed: string, context: Context<LetterPorts>): Promise<readonly Choice[]> {
  const { letters, words } = context.ports;
  const all = await letters.list(context.actor.id);
  if (typed.trim() === '') return choices(all, words);
  const found = findLetter(all, typed);
  if (found.kind === 'one') return choices([found.found], words);
  return choices(found.kind === 'several' ? found.found : found.nearest, words);
}

function choices(letters: readonly LetterWithWriter[], words: Words): readonly Choice[] {
  const labels = letterLabels(letters, words);
  return letters.map((one, index) => ({ value: one.letter.id, label: labels[index] ?? one.writer.name }));
}
