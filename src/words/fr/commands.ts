import type { Declarations } from '../../core/localise.ts';
import { kindAliases, stageAliases } from '../../letters/spoken.ts';
import { trackingDeclarations } from './tracking-commands.ts';
import { aboutPatient, answerAliases, answers, kinds, services, stages } from './values.ts';

const letter = 'Lettre, par son signataire';
const zone = 'Fuseau horaire, ou une ville qui s’y trouve; le vôtre par défaut';
const digest = 'Quel bulletin, par son numéro';
const digestSettings = {
  schedule: 'Cron : minute, heure, jour, mois, jour de la semaine',
  zone,
  channel: 'Canal; celui-ci par défaut',
  ahead: 'Jours à regarder à l’avance; 45 par défaut',
  services: 'Dates de saison : tous, aucun, ou eras, carms',
  cohort: 'Avec les chiffres de qui partage les siens?',
};
const proposal = 'Quelle proposition, par son numéro';
const ownQuestion = 'Votre question, sans nom de patient ou de patiente';

/** What curators say of an answer. */
const answer = {
  topic: 'Nom court, nouveau ou d’un sujet intégré',
  title: 'Titre',
  question: 'La question en mots simples',
  text: 'Réponse; « - » commence un élément d’une liste',
  aliases: 'Formes courtes, séparées par des virgules',
  link: 'Lien, en https',
};

/** What the declarations in `commands` say, in French. A test finds each command, option and choice that is missing. */
export const declarations: Declarations = {
  ...trackingDeclarations,
  'lor ask': {
    summary: 'Poser une question sur les lettres',
    options: { question: 'Votre question', service: 'Service', specialty: 'Spécialité' },
    choices: { service: services },
    examples: ['/lor ask combien de références pour CaRMS'],
  },
  'lor topics': {
    summary: 'Parcourir les réponses par sujet',
    options: {
      topic: 'Sujet',
      service: 'Service',
      specialty: 'Spécialité',
      img: 'Avec un diplôme de l’étranger',
      reapplicant: 'Pour postuler de nouveau',
      builtin: 'La réponse intégrée plutôt que la locale',
    },
    choices: { service: services },
    examples: ['/lor topics', '/lor topics carms-deadline'],
  },
  'lor suggest': {
    summary: 'Proposer une réponse pour cette communauté',
    options: { question: 'La question à laquelle elle répond', text: 'Votre réponse' },
    examples: ['/lor suggest question:"Où peut-on stationner?" text:"Dans le garage derrière la bibliothèque."'],
  },
  'lor today': { summary: 'Ce qui vous attend aujourd’hui', options: {} },
  'lor add': {
    summary: 'Suivre une lettre',
    options: {
      name: 'Nom du signataire',
      kind: 'Fonction',
      due: 'Échéance',
      service: 'Service',
      specialty: 'Spécialité; aucune pour une lettre générale',
      title: 'Titre ou poste',
      met: 'Lieu de rencontre',
      email: 'Courriel',
      form: 'Forme de la lettre : narrative, SLOE, SEL',
      original: 'Premier téléversement, d’une ancienne lettre',
      patient: aboutPatient,
    },
    choices: { kind: kinds, service: services },
    aliases: { kind: kindAliases.fr },
    examples: [
      '/lor add Dre Tremblay kind:superviseure due:"23 sept"',
      '/lor add name:"Dr Roy" kind:chef service:carms',
    ],
  },
  'lor list': {
    summary: 'Vos lettres, la plus pressante en premier',
    options: { page: 'Page', season: 'D’une saison passée, comme 2027' },
  },
  'lor show': {
    summary: 'Une lettre, son historique et la suite',
    options: { letter },
    examples: ['/lor show tremblay', '/lor show "Dre Tremblay carms"'],
  },
  'lor draft': {
    summary: 'Un courriel à qui écrit, prêt à copier',
    options: {
      letter,
      kind: 'Quoi écrire',
      tone: 'Ton',
      language: 'Langue du courriel',
      name: 'Votre nom, comme vous signez',
      closing: 'Une phrase de vous',
      reason: 'Pourquoi une deuxième relance',
      result: 'Issue du jumelage',
      place: 'Où vous êtes jumelé(e)',
      sent: 'Envoyé : quel jour',
    },
    choices: {
      kind: {
        ask: 'Demander une lettre très favorable',
        packet: 'Le dossier, après un oui',
        nudge: 'Une relance polie',
        'step-back': 'Se retirer',
        thanks: 'Remerciements',
        result: 'L’issue du jumelage',
      },
      tone: { formal: 'Soutenu', warm: 'Chaleureux', brief: 'Bref' },
      language: { en: 'English', fr: 'Français' },
      reason: {
        'no-answer': 'Pas de réponse à la première',
        'date-changed': 'La date a changé',
        'they-asked': 'On me l’a demandé',
        'portal-trouble': 'Ennuis avec le portail',
      },
      result: { matched: 'Jumelage', 'not-matched': 'Pas de jumelage' },
    },
    aliases: {
      kind: {
        demande: 'ask',
        dossier: 'packet',
        relance: 'nudge',
        rappel: 'nudge',
        merci: 'thanks',
        résultat: 'result',
      },
      tone: { court: 'brief' },
      language: { anglais: 'en', francais: 'fr' },
      result: { oui: 'matched', non: 'not-matched' },
    },
    examples: ['/lor draft tremblay', '/lor draft tremblay kind:relance sent:hier'],
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
    aliases: { to: stageAliases.fr, answer: answerAliases },
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
      service: 'Service',
      specialty: 'Spécialité; aucune pour une lettre générale',
      name: 'Nom du signataire',
      kind: 'Fonction',
      title: 'Titre ou poste',
      met: 'Lieu de rencontre',
      patient: aboutPatient,
      form: 'Forme de la lettre : narrative, SLOE, SEL',
      chair: 'Pour l’exigence d’un département?',
      waived: 'Avez-vous renoncé au droit de la lire?',
      original: 'Premier téléversement, d’une ancienne lettre',
      season: 'Saison du jumelage, comme 2027',
    },
    choices: { kind: kinds, service: services },
    aliases: { kind: kindAliases.fr },
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
  'lor take-back': {
    summary: 'Annuler le changement sous lequel se trouve un bouton',
    options: { change: 'Changement' },
  },
  'lor settings': {
    summary: 'Fuseau, langue, service, spécialités, heures',
    options: {
      zone: 'Fuseau horaire, ou une ville qui s’y trouve',
      language: 'Langue dans laquelle je vous parle',
      service: 'Service',
      specialty: 'Spécialités, avec des virgules',
      img: 'Diplôme de médecine de l’étranger?',
      reapplicant: 'Déjà postulé une saison passée?',
      season: 'Saison du jumelage, comme 2027',
      hours: 'Quand je peux vous écrire : 9-21 lun-ven',
      cohort: 'Me compter dans les chiffres?',
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
  'lor share answer': {
    summary: 'Montrer une réponse au canal',
    options: {
      topic: 'Sujet',
      service: 'Service',
      specialty: 'Spécialité',
      img: 'Avec un diplôme de l’étranger',
      reapplicant: 'Pour postuler de nouveau',
    },
    choices: { service: services },
    examples: ['/lor share answer carms-deadline service:carms'],
  },
  'lor privately': {
    summary: 'Répondre en privé à ce qui ne devrait pas être demandé dans un canal',
    options: { topic: 'Sujet' },
  },
  'lor remind on': { summary: 'Recevoir des rappels, un par jour au plus', options: {} },
  'lor remind off': { summary: 'Arrêter les rappels par message privé', options: {} },
  'lor remind pause': {
    summary: 'Pas de rappels avant un jour',
    options: { until: 'Le jour où ils reviennent' },
    examples: ['/lor remind pause until:"dans 2 semaines"'],
  },
  'lor remind me': {
    summary: 'Vous rappeler quelque chose à un moment',
    options: {
      text: 'Quoi vous dire',
      on: 'Jour',
      at: 'Heure; 9 h par défaut',
      repeat: 'Combien de fois',
      patient: aboutPatient,
    },
    choices: {
      repeat: {
        never: 'Une fois',
        daily: 'Chaque jour',
        weekly: 'Chaque semaine',
        monthly: 'Chaque mois',
        yearly: 'Chaque année',
      },
    },
    aliases: { repeat: { jour: 'daily', semaine: 'weekly', mois: 'monthly', an: 'yearly' } },
    examples: ['/lor remind me appeler le secrétariat on:vendredi at:14:00'],
  },
  'lor remind cancel': {
    summary: 'Annuler un rappel à vous',
    options: { reminder: 'Lequel, par son numéro' },
    examples: ['/lor remind cancel 1'],
  },
  'lor remind snooze': {
    summary: 'Remettre le dernier rappel à plus tard',
    options: { until: 'Jusqu’à quand', message: 'Quel message; le dernier par défaut' },
    choices: { until: { '1h': 'Dans 1 heure', tomorrow: 'Demain', week: 'Dans une semaine' } },
    aliases: { until: { demain: 'tomorrow', semaine: 'week' } },
    examples: ['/lor remind snooze demain'],
  },
  'lor remind done': {
    summary: 'En finir avec le dernier rappel',
    options: { message: 'Quel message; le dernier par défaut' },
  },
  'lor remind log': { summary: 'Ce que je vous ai envoyé de moi-même', options: {} },
  'lor remind list': { summary: 'Les rappels à venir', options: {} },
  'lor-admin channel': {
    summary: 'Là où je réponds : quand on me mentionne, de moi-même, ou pas du tout',
    options: {
      channel: 'Canal; celui-ci par défaut',
      mode: 'Ce que j’y fais',
      pause: 'Minutes avant de répondre de nouveau au même sujet; 10 par défaut',
    },
    choices: { mode: { off: 'Désactivé', mention: 'Mention', auto: 'Auto' } },
    aliases: { mode: { activé: 'mention', automatique: 'auto' } },
    examples: ['/lor-admin channel', '/lor-admin channel channel:#lor-help mode:désactivé'],
  },
  'lor-admin digest add': {
    summary: 'Publier les échéances à venir dans un canal, selon un horaire',
    options: digestSettings,
  },
  'lor-admin digest edit': {
    summary: 'Modifier un bulletin : quand, où et ce qu’il contient',
    options: {
      digest,
      ...digestSettings,
      zone: 'Fuseau horaire, ou une ville qui s’y trouve',
      channel: 'Canal',
      ahead: 'Jours à regarder à l’avance',
    },
  },
  'lor-admin digest pause': { summary: 'Ne rien publier par un bulletin avant sa reprise', options: { digest } },
  'lor-admin digest resume': { summary: 'Reprendre un bulletin en pause', options: { digest } },
  'lor-admin digest history': {
    summary: 'Les dernières publications d’un bulletin, et leur sort',
    options: { digest },
  },
  'lor-admin digest list': { summary: 'Les bulletins de cette communauté', options: {} },
  'lor-admin digest preview': { summary: 'Voir un bulletin tel qu’il paraîtrait maintenant', options: { digest } },
  'lor-admin digest now': { summary: 'Publier un bulletin maintenant', options: { digest } },
  'lor-admin digest remove': {
    summary: 'Supprimer un bulletin; il ne publie plus rien',
    options: { digest },
  },
  'lor-admin pack list': { summary: 'Les dates des saisons : fraîcheur et fiabilité', options: {} },
  'lor-admin pack show': {
    summary: 'Les dates d’une saison, avec source et fiabilité',
    options: { pack: 'Quelles dates : eras 2028' },
  },
  'lor-admin pack confirm': {
    summary: 'Se porter garant ici du jour d’une date de saison',
    options: {
      date: 'Quelle date, par son identifiant',
      day: 'Le jour que vous avez vérifié',
      time: 'À quelle heure là-bas; toute la journée par défaut',
    },
    examples: ['/lor-admin pack confirm carms-2027-match-day day:"2 mars 2028" time:"12 h"'],
  },
  'lor-admin pack unconfirm': {
    summary: 'Retirer la confirmation d’une date',
    options: { date: 'Quelle date, par son identifiant' },
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
  'lor-admin deadline edit': {
    summary: 'Modifier une échéance',
    options: {
      deadline: 'Quelle échéance, par son numéro ou son nom',
      name: 'Ce qui est attendu',
      date: 'Quel jour',
      time: 'À quelle heure; aucune pour toute la journée',
      zone: 'Fuseau horaire, ou une ville qui s’y trouve',
    },
    examples: ['/lor-admin deadline edit 1 date:"24 sept" time:aucune'],
  },
  'lor-admin deadline import': {
    summary: 'Reprendre des échéances d’un fichier de calendrier',
    options: { file: 'Fichier de calendrier (.ics)' },
  },
  'lor-admin deadline take': {
    summary: 'Reprendre les échéances du fichier qui attend',
    options: { file: 'Fichier' },
  },
  'lor-admin deadline remove': {
    summary: 'Supprimer une échéance',
    options: { deadline: 'Quelle échéance, par son numéro ou son nom' },
  },
  'lor-admin setup': {
    summary: 'Configurer cette communauté en un formulaire',
    options: {
      digests: 'Canal des échéances, chaque lundi à 9 h',
      zone: 'Leur fuseau horaire, ou une ville de ce fuseau',
      questions: 'Canal où les membres posent leurs questions',
      answers: 'Ce que j’y fais',
      helpers: 'Rôle ou groupe appelé quand je ne suis pas sûr',
    },
    choices: { answers: { mention: 'Répondre à qui me mentionne', auto: 'Répondre aussi aux autres questions' } },
    aliases: { answers: { automatique: 'auto' } },
    examples: [
      '/lor-admin setup',
      '/lor-admin setup digests:#échéances zone:montréal questions:#lor-help answers:mention',
    ],
  },
  'lor-admin settings': {
    summary: 'Qui aide là où l’on appuie sur « Demander à quelqu’un »',
    options: {
      helpers: 'Rôle ou groupe à appeler; aucun pour n’appeler personne',
      channel: 'Canal de ces questions; aucun pour désactiver',
    },
    examples: [
      '/lor-admin settings',
      '/lor-admin settings helpers:@entraide channel:#lor-help',
      '/lor-admin settings channel:aucun',
    ],
  },
  'lor-admin gaps': { summary: 'Ce qui est resté sans réponse, et ce que les membres ont envoyé', options: {} },
  'lor-admin answer add': {
    summary: 'Écrire une réponse de cette communauté',
    options: answer,
    examples: [
      '/lor-admin answer add stationnement title:Stationnement question:"Où stationner?" text:"Au garage B." aliases:"garage, auto"',
    ],
  },
  'lor-admin answer edit': {
    summary: 'Modifier une réponse de cette communauté',
    options: { ...answer, topic: 'Quelle réponse' },
    examples: [
      '/lor-admin answer edit stationnement text:"Au garage C maintenant."',
      '/lor-admin answer edit stationnement link:aucun',
    ],
  },
  'lor-admin answer retire': {
    summary: 'Retirer une réponse de cette communauté; son historique est gardé',
    options: { topic: 'Quelle réponse' },
    examples: ['/lor-admin answer retire stationnement'],
  },
  'lor-admin answer list': { summary: 'Les réponses de cette communauté', options: { page: 'Page' } },
  'lor-admin answer pending': { summary: 'Les réponses proposées par les membres', options: {} },
  'lor-admin answer approve': {
    summary: 'Accepter une réponse proposée, avec vos retouches',
    options: { proposal, ...answer },
    examples: ['/lor-admin answer approve 1 topic:stationnement title:Stationnement'],
  },
  'lor-admin answer reject': {
    summary: 'Supprimer une réponse proposée; personne n’en est averti',
    options: { proposal },
  },
  'lor-admin answer history': {
    summary: 'Ce qu’une réponse de cette communauté a dit, quand, et par qui',
    options: { topic: 'Quelle réponse, même retirée' },
    examples: ['/lor-admin answer history stationnement'],
  },
  'lor-admin role grant': {
    summary: 'Nommer ici une personne responsable des réponses, ou admin',
    options: { user: 'Personne', role: 'Rôle' },
    choices: { role: { curator: 'Responsable des réponses', admin: 'Admin de la communauté' } },
    aliases: { role: { responsable: 'curator', administratrice: 'admin', administrateur: 'admin' } },
    examples: ['/lor-admin role grant @maya role:responsable'],
  },
  'lor-admin role revoke': { summary: 'Retirer un rôle accordé ici', options: { user: 'Personne' } },
  'lor-admin role list': { summary: 'Qui est ici responsable des réponses, ou admin', options: {} },
  'lor home': { summary: 'Tout d’un coup d’œil, pour une page à soi', options: {} },
  'lor welcome': { summary: 'Les premiers pas, pour qui m’a invité', options: {} },
  'lor vote': {
    summary: 'Dire si une réponse est utile',
    options: { topic: 'Sujet', helped: 'Est-elle utile?' },
    examples: ['/lor vote reuse-letter helped:oui'],
  },
  'lor send': {
    summary: 'Envoyer une question aux responsables des réponses',
    options: { question: ownQuestion },
    examples: ['/lor send où peut-on stationner le premier jour'],
  },
  'lor human': {
    summary: 'Demander à une personne de cette communauté',
    options: { question: ownQuestion },
    examples: ['/lor human où peut-on stationner le premier jour'],
  },
  'lor post': {
    summary: 'Publier votre question pour une personne, ou la supprimer',
    options: { request: 'Quelle question', post: 'La publier?' },
    examples: ['/lor post 01J post:oui'],
  },
  'lor for-me': {
    summary: 'Ce que les dates d’un bulletin changent pour vos lettres',
    options: { digest: 'Quel bulletin' },
  },
  'lor-admin done': {
    summary: 'Supprimer une question envoyée par quelqu’un',
    options: { question: 'Quelle question' },
  },
};
