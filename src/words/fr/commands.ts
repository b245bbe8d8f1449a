import type { Declarations } from '../../core/localise.ts';
import { answerAliases, answers, kindAliases, kinds, services, stageAliases, stages } from './values.ts';

const letter = 'Lettre, par le nom de la personne qui l’écrit';
const zone = 'Fuseau horaire, ou une ville qui s’y trouve; le vôtre par défaut';
const digest = 'Quel bulletin, par son numéro';

/** What the declarations in `commands` say, in French. A test finds each command, option and choice that is missing. */
export const declarations: Declarations = {
  'lor ask': {
    summary: 'Poser une question sur les lettres',
    options: { question: 'Votre question', service: 'Service de candidature', specialty: 'Spécialité' },
    choices: { service: services },
    examples: ['/lor ask combien de références pour CaRMS'],
  },
  'lor topics': {
    summary: 'Parcourir les réponses par sujet',
    options: {
      topic: 'Sujet',
      service: 'Service de candidature',
      specialty: 'Spécialité',
      img: 'Avec un diplôme de l’étranger',
      reapplicant: 'Pour postuler de nouveau',
    },
    choices: { service: services },
    examples: ['/lor topics', '/lor topics carms-deadline'],
  },
  'lor today': { summary: 'Ce qui vous attend : lettres, prochaines étapes, échéances', options: {} },
  'lor add': {
    summary: 'Suivre une lettre : nouvelle personne, ou autre lettre de la même',
    options: {
      name: 'Nom de la personne qui écrit',
      kind: 'Fonction',
      due: 'Échéance',
      service: 'Service de candidature',
      specialty: 'Spécialité; aucune pour une lettre générale',
      title: 'Titre ou poste',
      met: 'Lieu de rencontre',
    },
    choices: { kind: kinds, service: services },
    aliases: { kind: kindAliases },
    examples: [
      '/lor add Dre Tremblay kind:superviseure due:"23 sept"',
      '/lor add name:"Dr Roy" kind:chef service:carms',
    ],
  },
  'lor list': { summary: 'Vos lettres, la plus pressante en premier', options: { page: 'Page' } },
  'lor show': {
    summary: 'Une lettre, son historique et la suite',
    options: { letter },
    examples: ['/lor show tremblay', '/lor show "Dre Tremblay carms"'],
  },
  'lor next': {
    summary: 'Faire avancer une lettre d’une étape',
    options: {
      letter,
      to: 'L’étape atteinte',
      on: 'Le jour où c’est arrivé; aujourd’hui par défaut',
      answer: 'Réponse obtenue',
    },
    choices: { to: stages, answer: answers },
    aliases: { to: stageAliases, answer: answerAliases },
    examples: [
      '/lor next tremblay',
      '/lor next tremblay to:acceptée answer:favorable',
      '/lor next tremblay to:demandée on:hier',
    ],
  },
  'lor edit': {
    summary: 'Modifier une lettre, ou la fiche de qui l’écrit',
    options: {
      letter,
      due: 'Échéance',
      service: 'Service de candidature',
      specialty: 'Spécialité; aucune pour une lettre générale',
      name: 'Nom de la personne qui écrit',
      kind: 'Fonction',
      title: 'Titre ou poste',
      met: 'Lieu de rencontre',
    },
    choices: { kind: kinds, service: services },
    aliases: { kind: kindAliases },
    examples: [
      '/lor edit tremblay due:"1er oct"',
      '/lor edit tremblay name:"Dre Anne Tremblay" kind:chef',
      '/lor edit tremblay due:aucune',
    ],
  },
  'lor remove': {
    summary: 'Supprimer une lettre; « Annuler » la ramène',
    options: { letter },
    examples: ['/lor remove tremblay'],
  },
  'lor undo': { summary: 'Annuler votre dernier changement à une lettre', options: {} },
  'lor settings': {
    summary: 'Fuseau horaire, langue, service, spécialités, diplôme, candidature passée',
    options: {
      zone: 'Fuseau horaire, ou une ville qui s’y trouve',
      language: 'Langue dans laquelle je vous parle',
      service: 'Service de candidature',
      specialty: 'Spécialité; séparez-en plusieurs par des virgules',
      img: 'Votre diplôme de médecine vient-il de l’étranger?',
      reapplicant: 'Avez-vous postulé lors d’une saison passée?',
    },
    choices: { service: services, language: { en: 'English', fr: 'Français' } },
    aliases: { language: { anglais: 'en', francais: 'fr' } },
    examples: [
      '/lor settings',
      '/lor settings language:fr zone:montreal service:carms',
      '/lor settings specialty:"psychiatry, neurology" img:non',
    ],
  },
  'lor privacy': { summary: 'Ce que je garde à votre sujet, et qui le voit', options: {} },
  'lor help': {
    summary: 'Ce que je peux faire, ou plus sur une commande',
    options: { command: 'Commande' },
  },
  'lor remind on': { summary: 'Recevoir un message privé quand une lettre manque encore', options: {} },
  'lor remind off': { summary: 'Arrêter tous les rappels par message privé', options: {} },
  'lor remind list': { summary: 'Les rappels à venir', options: {} },
  'lor-admin digest add': {
    summary: 'Publier les échéances à venir dans un canal, selon un horaire',
    options: {
      schedule: 'Cron : minute, heure, jour, mois, jour de la semaine',
      zone,
      channel: 'Canal; celui-ci par défaut',
      ahead: 'Jours à regarder à l’avance; 45 par défaut',
    },
  },
  'lor-admin digest list': { summary: 'Les bulletins de cette communauté', options: {} },
  'lor-admin digest preview': { summary: 'Voir un bulletin tel qu’il paraîtrait maintenant', options: { digest } },
  'lor-admin digest now': { summary: 'Publier un bulletin maintenant', options: { digest } },
  'lor-admin digest remove': {
    summary: 'Supprimer un bulletin; il ne publie plus rien',
    options: { digest },
  },
  'lor-admin deadline add': {
    summary: 'Annoncer une date dans les bulletins de cette communauté',
    options: {
      name: 'Ce qui est attendu',
      date: 'Quel jour',
      time: 'À quelle heure; toute la journée par défaut',
      zone,
    },
    examples: ['/lor-admin deadline add Références CaRMS date:"23 nov" time:"17 h"'],
  },
  'lor-admin deadline list': { summary: 'Les échéances de cette communauté', options: {} },
  'lor-admin deadline remove': {
    summary: 'Supprimer une échéance',
    options: { deadline: 'Quelle échéance, par son numéro ou son nom' },
  },
};
