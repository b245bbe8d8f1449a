import { type Day, formatDay } from '../../core/time.ts';
import { typeset } from '../../core/typeset.ts';
import type { Words } from '../words.ts';
import { letters } from './letters.ts';
import { count } from './phrase.ts';

function date(day: Day, beside?: Day): string {
  const text = formatDay(day, 'fr');
  return beside?.slice(0, 4) === day.slice(0, 4) ? text.replace(/ \d{4}$/u, '') : text;
}

function lost(sign: string): string {
  return `${sign} et # remplacent ce qui ne peut pas être dessiné ici; le texte le donne.`;
}

function sentence(name: string, what: string, facts: readonly string[]): string {
  return `${name}${what && ` (${what})`}${typeset(' : ')}${facts.join(', ')}`;
}

const board: Words['pictures']['board'] = {
  stage: { ...letters.stage, requested: 'au portail' },
  step: (reached, steps) => `étape ${reached} de ${steps}`,
  count: {
    overdue: (number) => `${number} en retard`,
    soon: (number) => `${number} bientôt`,
    later: (number) => `${number} plus tard`,
    none: (number) => `${number} sans échéance`,
    in: (number) => count(number, 'arrivée'),
    aside: (number) => `${number} à ne plus attendre`,
  },
  left: (days) => (days < 0 ? `${count(-days, 'jour')} de retard` : letters.daysLeft(days)),
  date,
  due: (day) => `à téléverser au plus tard le ${day}`,
  noDue: letters.noDue,
  arrived: 'arrivée',
  mark: { unassigned: 'dans aucun programme', backup: 'relève prévue', lukewarm: 'oui tiède' },
  asides: 'Refusées ou abandonnées',
  empty: 'Aucune lettre pour l’instant.',
  more: (number) => `Et ${count(number, 'autre lettre', 'autres lettres')}; le texte les a toutes.`,
  lost,
  // Lines break behind an arrow, never inside a stage.
  ladder: (stages) => stages.map((stage) => stage.replaceAll(' ', '\u00a0')).join('\u00a0› '),
  overview: (title, day, facts) => `${title}, ${day}${typeset(' : ')}${facts.join(', ')}`,
  sentence,
};

const timeline: Words['pictures']['timeline'] = {
  kind: { opens: 'ouverture', deadline: 'échéance', result: 'résultat', community: 'communauté' },
  left: letters.daysLeft,
  date,
  today: (day) => `Aujourd’hui · ${day}`,
  empty: 'Aucune date pour l’instant.',
  more: (number) => `Et ${count(number, 'autre date', 'autres dates')}; le texte les a toutes.`,
  lost,
  sentence,
};

export const pictures: Words['pictures'] = { board, timeline };
