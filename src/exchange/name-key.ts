import { nameWords } from '../letters/find-named.ts';
import type { CellValues } from './field.ts';

/** A text that is the same for two names of one person, so that a thousand rows are found by look-up. */
export function nameKey(name: string): string {
  const words = nameWords(name);
  // A name of signs alone has no words and is compared as it stands.
  return words.length > 0 ? `words ${words.join(' ')}` : `signs ${name}`;
}

/** The keys under which a name is known: as it stands, and turned where it is `Chen, Wei`. */
export function nameKeys(name: string): readonly string[] {
  const turned = turnedName(name);
  return turned === name ? [nameKey(name)] : [nameKey(name), nameKey(turned)];
}

/** The one key of a person who is not known yet, whichever way round they are written. */
export function personKey(name: string): string {
  return nameKey(turnedName(name));
}

/** `Wei Chen` for `Chen, Wei`; a name without exactly one comma stays as it is. */
function turnedName(name: string): string {
  const [last = '', first, more] = name.split(',').map((part) => part.trim());
  return first === undefined || more !== undefined ? name : `${first} ${last}`.trim();
}

/** The name that a row gives: whole, in halves, or turned where its column says so. */
export function nameOf(values: Readonly<Partial<CellValues>>): string | undefined {
  if (values.name !== undefined) return values.name;
  const reversed = values['name-reversed'];
  if (reversed !== undefined) return turnedName(reversed);
  const halves = [values['first-name'], values['last-name']].filter((half) => half !== undefined);
  return halves.length > 0 ? halves.join(' ') : undefined;
}
