import { code, day, type Line, strong } from '../../core/reply.ts';
import type { Day } from '../../core/time.ts';
import { typeset } from '../../core/typeset.ts';
import type { Candidate, Criterion } from '../../letters/compare.ts';
import type { Answer, Stage } from '../../letters/stages.ts';
import type { ChairCustom } from '../../packs/specialty-needs.ts';
import type { Words } from '../words.ts';
import { letters } from './letters.ts';
import { count, phrase } from './phrase.ts';

export const compare: Words['compare'] = {
  title: 'À qui demander',
  test: phrase`Cette personne peut-elle raconter une situation, et ce que vous y avez fait? Cela passe avant tout titre.`,
  advice: phrase`L’ordre suit ce que vous m’avez dit; le reste est du conseil courant, non une règle. ${code('/lor writer edit')} le corrige.`,
  residents: phrase`Un résident ou une résidente qui vous connaît bien peut donner de la matière à la lettre du médecin superviseur; les facultés déconseillent d’en faire le principal signataire.`,
  too: phrase`Nommez au moins deux signataires pour les comparer.`,
  weight: {
    'very-high': 'pèse très lourd',
    high: 'pèse lourd',
    'high-if-close': 'pèse lourd si la personne vous connaît, peu sinon',
    'moderate-to-high': 'pèse assez lourd',
    moderate: 'pèse un peu',
  },
  bestFor: {
    chair: 'après un stage avancé ou un vrai travail dans ce département',
    'program-director': 'là où le lien est réel, comme après un stage dans ce programme',
    attending: typeset('toute candidature : ces lettres forment le cœur du dossier'),
    'research-mentor': 'les programmes universitaires, et un parcours en recherche',
    'community-physician': 'la première ligne, et les programmes qui connaissent ce médecin',
    other: null,
  },
  careful: {
    chair:
      'une lettre toute faite joue contre vous; la lettre du département que veulent certaines spécialités est autre chose',
    'program-director': 'à garder pour une personne avec qui vous avez vraiment travaillé',
    attending: 'choisissez les stages où vous vous êtes démarqué',
    'research-mentor': 'la lettre devrait lier ce travail au médecin que vous serez',
    'community-physician': 'la personne devrait savoir à quoi sert une lettre de résidence',
    other: null,
  },
  kind: (kind: string, weight: string | null): string => (weight === null ? kind : typeset(`${kind} : ${weight}`)),
  fits: (where: string): Line => phrase`Idéal pour : ${where}.`,
  watch: (what: string): Line => phrase`Attention : ${what}.`,
  story: {
    well: 'peut raconter quelque chose sur vous',
    somewhat: 'peut peut-être raconter quelque chose sur vous',
    hardly: 'vous connaît à peine',
    unsaid: 'on ne sait pas si cette personne peut raconter quelque chose sur vous',
  },
  field: { own: 'de la spécialité', other: 'd’une autre spécialité', unsaid: null },
  lastDay: (on: Day, days: number): Line =>
    days < 0
      ? phrase`dernier jour ensemble le ${day(on)}, il y a ${count(-days, 'jour')}`
      : phrase`avec vous jusqu’au ${day(on)}`,
  standing: (stage: Stage, answer: Answer | null): string =>
    answer === null ? letters.stage[stage] : `${letters.stage[stage]}, ${letters.answer[answer]}`,
  department: (custom: ChairCustom, specialty: string, sure: boolean): Line => {
    const said = {
      expected: phrase`La plupart des programmes attendent une lettre du département (${specialty}) : demandez-la au département, peu importe qui écrit vos lettres personnelles.`,
      customary: phrase`Une lettre du département est d’usage (${specialty}) : demandez-la au département, peu importe qui écrit vos lettres personnelles.`,
      sometimes: phrase`Certains programmes exigent une lettre du département (${specialty}).`,
      'not-usual': phrase`Une lettre du département n’est pas d’usage (${specialty}).`,
    }[custom];
    return sure ? said : phrase`${said} C’est ce qui se dit; peu d’information officielle a été trouvée.`;
  },
  ahead: (criterion: Criterion, next: Candidate): Line => {
    const before = phrase`Avant ${strong(next.writer.name)}`;
    switch (criterion) {
      case 'open':
        return phrase`${before}, de qui il n’y a rien à attendre pour l’instant.`;
      case 'answer':
        return phrase`${before}, dont le oui était tiède.`;
      case 'story':
        return {
          well: phrase`${before}.`,
          somewhat: phrase`${before}, qui peut peut-être raconter quelque chose.`,
          unsaid: phrase`${before}, dont on ne sait pas s’il y a quelque chose à raconter.`,
          hardly: phrase`${before}, qui vous connaît à peine.`,
        }[next.story];
      case 'field':
        return next.field === 'other'
          ? phrase`${before}, qui est d’une autre spécialité.`
          : phrase`${before}, dont la spécialité n’est pas dite.`;
      case 'us':
        return next.writer.inUs === false
          ? phrase`${before}, qui travaille hors des États-Unis.`
          : phrase`${before}, dont on ne sait pas si le travail est aux États-Unis.`;
      case 'weight':
        return next.writer.kind === null
          ? phrase`${before}, dont la fonction n’est pas dite.`
          : phrase`${before}, dont la lettre pèse moins d’habitude.`;
      case 'recency':
        return next.lastDay === null
          ? phrase`${before}, avec qui aucun dernier jour n’est noté.`
          : phrase`${before}, avec qui vous avez travaillé il y a plus longtemps.`;
      case 'name':
        return phrase`À côté de ${strong(next.writer.name)} : rien de ce que vous m’avez dit ne les distingue.`;
    }
  },
  ask: 'Lui demander',
  edit: 'Modifier',
};
