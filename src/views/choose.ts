import { UserProblem } from '../core/errors.ts';
import { type Block, type Button, buttons, type Choice, type Line, menu } from '../core/reply.ts';
import type { Found } from '../letters/find-named.ts';

/** What goes on once something is picked: the command, and what else it was told (`null` is cleared). */
export interface Pending {
  readonly path: string;
  readonly args?: Readonly<Record<string, string | number | boolean | null | undefined>>;
}

/** How to ask which one is meant. */
export interface Asking<T> {
  /** The option that the text was given for; the picked value goes there. */
  readonly option: string;
  readonly label: string;
  readonly choices: (items: readonly T[]) => readonly Choice[];
  readonly several: Line;
  readonly notFound: Line;
  /** To all that there is to pick from. */
  readonly list: Button;
  /** Said instead when there is nothing to pick from. */
  readonly nothing?: { readonly sentence: Line; readonly next: readonly Block[] } | undefined;
}

/**
 * The one that was meant. When a text fits none or several, the member is told so and picks one;
 * what they had said besides goes along.
 */
export function requireFound<T>(found: Found<T>, asking: Asking<T>, pending: Pending): T {
  if (found.kind === 'one') return found.found;
  if (asking.nothing) throw new UserProblem('not-found', asking.nothing.sentence, { next: asking.nothing.next });
  const offered = found.kind === 'several' ? found.found : found.nearest;
  const pick = { path: pending.path, args: asTyped(pending.args ?? {}, asking.option) };
  const many = found.kind === 'several';
  const next = [
    ...(offered.length > 0 ? [menu(asking.label, pick, asking.option, asking.choices(offered))] : []),
    ...(many ? [] : [buttons(asking.list)]),
  ];
  const sentence = many ? asking.several : asking.notFound;
  throw new UserProblem(many ? 'ambiguous' : 'not-found', sentence, { option: asking.option, next });
}

/** What fits what is being typed; all of it before anything is. */
export function suggested<T>(all: readonly T[], typed: string, find: (typed: string) => Found<T>): readonly T[] {
  if (typed.trim() === '') return all;
  const found = find(typed);
  if (found.kind === 'one') return [found.found];
  return found.kind === 'several' ? found.found : found.nearest;
}

/** Arguments as text that reads back to the same, but for one that is still to come. */
export function asTyped(args: NonNullable<Pending['args']>, option: string): Readonly<Record<string, string>> {
  const given = Object.entries(args).filter(([name, value]) => name !== option && value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, written(value ?? null)]));
}

function written(value: string | number | boolean | null): string {
  if (value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}
