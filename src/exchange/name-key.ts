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

/** What may stand behind a name and a comma without being a first name. */
const credentials =
  /^(?:m\.?d|d\.?o|ph\.?d|m\.?p\.?h|mbbs|mbchb|m\.?sc?|ba|bs|rn|np|pa|jr|sr|ii|iii|facp|facs|faap|frcpc|frcsc|cm|cspq)\b/iu;

const honorific = /^(?:dre?|prof(?:esseure?|essor)?|pr|mr|mrs|ms|mme|m)\b/iu;

/**
 * Whether all names of a column are written `Chen, Wei`, as portals list them. One name alone proves
 * nothing, and neither do `Chen, MD` and `Dr. Chen, Stanford`.
 */
export function areTurned(names: readonly string[]): boolean {
  const filled = [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))];
  const turned = filled.filter((name) => {
    const [last = '', first = '', more] = name.slice(0, 200).split(/, */u);
    return first !== '' && more === undefined && !credentials.test(first) && !honorific.test(last);
  });
  return filled.length > 1 && turned.length === filled.length;
}
