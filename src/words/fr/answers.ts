import { code, day, type Line, strong } from '../../core/reply.ts';
import type { Day } from '../../core/time.ts';
import { typeset } from '../../core/typeset.ts';
import type { ServiceId } from '../../packs/service.ts';
import type { Words } from '../words.ts';
import { letters } from './letters.ts';
import { phrase } from './phrase.ts';

export const answers: Words['answers'] = {
  unsure: phrase`Je ne comprends pas bien la question, et j’aime mieux ne pas deviner. Est-ce l’une de celles-ci?`,
  unsureHelp: phrase`Si aucune ne convient, dites-le autrement, parcourez ${code('/lor topics')}, ou demandez à quelqu’un de votre communauté, qui en sait plus que moi.`,
  otherLanguage: phrase`Cette réponse n’existe qu’en anglais pour l’instant.`,
  whichService: phrase`Cela dépend du service de candidature. Lequel est le vôtre? ${code('/lor settings')} le retient.`,
  whichSpecialty: 'Quelle spécialité',
  inService: (service: ServiceId): string => `Dans ${letters.service[service]}`,
  forImg: 'Avec un diplôme de l’étranger',
  forReapplicants: 'Si vous postulez de nouveau',
  forSpecialty: (specialty: string): string => typeset(`Spécialité : ${specialty}`),
  commonly: (specialty: string): string => typeset(`Ce que demandent souvent les programmes : ${specialty}`),
  confidence: {
    high: 'Lu sur les pages de ceux qui font la règle.',
    medium: 'En partie des conseils courants.',
    low: 'Peu d’information officielle a été trouvée.',
  },
  sources: typeset('Sources :'),
  kind: { official: 'officiel', school: 'une faculté de médecine', 'common-advice': 'conseil courant' },
  checked: (season: string, on: Day): Line => phrase`Saison : ${season}. Dernière vérification : ${day(on)}.`,
  stale: phrase`La vérification date de plus de six mois; les règles ont pu changer depuis.`,
  otherService: (service: ServiceId): string => letters.service[service],
  related: 'Sur des sujets voisins',
  topics: {
    title: 'Sujets',
    intro: phrase`Choisissez un sujet, ou posez votre question dans vos mots.`,
    pick: 'Choisir un sujet',
    none: (typed: string): Line => phrase`Il n’y a pas de sujet « ${typed} ». Est-ce l’un de ceux-ci?`,
  },
  numbersFor: (name: string, numbers: string): Line => phrase`${strong(name)} : ${numbers}`,
};
