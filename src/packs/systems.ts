import { type CalendarSystem, calendarSystems } from './calendar-row.ts';
import { serviceAliases, serviceNames } from './service.ts';

/** What those whose dates the calendar has call themselves, the same in every language. */
export const systemNames: Readonly<Record<CalendarSystem, string>> = { ...serviceNames, nrmp: 'NRMP' };

const all = /^(?:all|everything|tous|toutes|tout)$/u;
const none = /^(?:none|nothing|aucune?|rien|-)$/u;

/**
 * Whose dates somebody means: `eras, carms`; `null` for all, an empty list for none, and the word
 * that names nobody.
 */
export function readSystems(text: string): readonly CalendarSystem[] | null | { readonly unknown: string } {
  const typed = text.trim().toLowerCase();
  if (all.test(typed)) return null;
  if (none.test(typed)) return [];
  const found: CalendarSystem[] = [];
  for (const word of typed.split(/[,;]/u).map((part) => part.trim())) {
    if (word === '') continue;
    const system = calendarSystems.find((id) => id === word || systemNames[id].toLowerCase() === word) ?? alias(word);
    if (!system) return { unknown: word };
    if (!found.includes(system)) found.push(system);
  }
  return found;
}

/** The same choice as it is typed. */
export function printSystems(systems: readonly CalendarSystem[] | null): string {
  if (systems === null) return 'all';
  return systems.length === 0 ? 'none' : systems.join(', ');
}

function alias(word: string): CalendarSystem | undefined {
  const known: Readonly<Record<string, CalendarSystem>> = serviceAliases;
  return Object.hasOwn(known, word) ? known[word] : undefined;
}
