import type { NamedSort, WhoAsks } from '../../letters/named-need.ts';
import type { Words } from '../words.ts';
import { formNames, specialties } from './mails/names.ts';
import { count } from './phrase.ts';
import { services } from './values.ts';

export const sorts: Words['sorts'] = {
  is: (sort: NamedSort): string => {
    switch (sort.kind) {
      case 'form':
        return `sur le formulaire ${formNames[sort.id] ?? sort.name}`;
      case 'own':
        return 'de la spécialité';
      case 'department':
        return 'la lettre du département';
      case 'other':
        return 'd’une autre spécialité';
      case 'core':
        return 'd’un stage de base hors de la spécialité';
      case 'research':
        return 'sur la recherche';
    }
  },
  several: (number: number, sort: NamedSort): string => {
    switch (sort.kind) {
      case 'department':
        return count(number, 'lettre du département', 'lettres du département');
      case 'research':
        return count(number, 'lettre de recherche', 'lettres de recherche');
      default:
        return `${count(number, 'lettre')} ${sorts.is(sort)}`;
    }
  },
  by: (who: WhoAsks, asked = true): string => {
    switch (who.kind) {
      case 'program':
        return 'le programme l’exige';
      case 'specialty': {
        const what = asked ? 'attendu' : 'bienvenu';
        const field = specialties[who.id] ?? who.name;
        return {
          high: `${what} en ${field}`,
          medium: `souvent ${what} en ${field}`,
          low: `${what}, dit-on, en ${field}; peu d’information officielle a été trouvée`,
        }[who.confidence];
      }
      case 'service':
        return {
          high: `${services[who.service]} a un formulaire pour cela`,
          medium: `${services[who.service]} avait un formulaire pour cela, selon les pages lues`,
          low: `${services[who.service]} aurait un formulaire pour cela`,
        }[who.confidence];
      case 'advice':
        return 'conseil courant';
    }
  },
};
