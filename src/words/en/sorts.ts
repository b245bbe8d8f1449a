import type { NamedSort, WhoAsks } from '../../letters/named-need.ts';
import { count } from './core.ts';
import { letters } from './letters.ts';

/** Sorts of letters, and who asks for them. What rests on little says so. */
export const sorts = {
  /** What a letter is: `from the specialty`. */
  is: (sort: NamedSort): string => {
    switch (sort.kind) {
      case 'form':
        return `on the form ${sort.name}`;
      case 'own':
        return 'from the specialty';
      case 'department':
        return 'the department letter';
      case 'other':
        return 'from another specialty';
      case 'core':
        return 'from a core rotation outside the specialty';
      case 'research':
        return 'on research';
    }
  },
  /** `2 letters from the specialty`. */
  several: (number: number, sort: NamedSort): string => {
    switch (sort.kind) {
      case 'department':
        return count(number, 'department letter');
      case 'research':
        return count(number, 'research letter');
      default:
        return `${count(number, 'letter')} ${sorts.is(sort)}`;
    }
  },
  /** Whose word it is: `commonly expected in Internal medicine`. What is not `asked` for is only welcome. */
  by: (who: WhoAsks, asked = true): string => {
    switch (who.kind) {
      case 'program':
        return 'the program asks for it';
      case 'specialty': {
        const what = asked ? 'expected' : 'welcome';
        return {
          high: `${what} in ${who.name}`,
          medium: `commonly ${what} in ${who.name}`,
          low: `said to be ${what} in ${who.name}; little that is official was found`,
        }[who.confidence];
      }
      case 'service':
        return {
          high: `${letters.service[who.service]} has a form for it`,
          medium: `${letters.service[who.service]} had a form for it, by the pages we read`,
          low: `${letters.service[who.service]} is said to have a form for it`,
        }[who.confidence];
      case 'advice':
        return 'common advice';
    }
  },
};
