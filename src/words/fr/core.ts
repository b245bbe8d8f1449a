import { calendarNames } from '../../core/calendar-names.ts';
import { type Choice, code, type Inline, type Line, strong } from '../../core/reply.ts';
import { shorten } from '../../core/text.ts';
import { typeset } from '../../core/typeset.ts';
import type { CoreWords, ValueProblem } from '../../core/words.ts';
import { declarations } from './commands.ts';
import { count, either, phrase } from './phrase.ts';

function quoted(typed: string): string {
  return `«\u00a0${shorten(typed.trim(), 60)}\u00a0»`;
}

/** `1 Mo`, `250 ko`. */
function size(bytes: number): string {
  return bytes >= 1_000_000 ? `${Math.floor(bytes / 1_000_000)}\u00a0Mo` : `${Math.ceil(bytes / 1_000)}\u00a0ko`;
}

/** French labels can be typed as well as values, and say more. */
function labelsOf(choices: readonly Choice[]): readonly string[] {
  return choices.map(({ label }) => label);
}

/** What to do comes early: a form on a phone shows no more than the beginning. */
function fileSentence(field: Inline, { name, trouble, max }: Extract<ValueProblem, { kind: 'bad-file' }>): Line {
  const file = quoted(shorten(name, 40));
  switch (trouble) {
    case 'too-large':
      return phrase`${field} : ${file} est trop volumineux. Je prends des fichiers d’au plus ${size(max)}.`;
    case 'packed':
      return phrase`${field} : enregistrez ${file} en CSV et joignez ce fichier-là. C’est un classeur Excel ou un autre fichier compressé.`;
    case 'not-text':
      return phrase`${field} : ${file} n’est pas un fichier texte. Joignez-en un, en CSV par exemple.`;
    case 'empty':
      return phrase`${field} : ${file} est vide. Joignez-en un autre.`;
    case 'unreachable':
      return phrase`${field} : je n’ai pas pu récupérer ${file}. Veuillez le joindre de nouveau.`;
  }
}

function valueSentence(label: string, typed: string, problem: ValueProblem): Line {
  const field = strong(label);
  switch (problem.kind) {
    case 'missing':
      return phrase`Il manque ceci : ${field}.`;
    case 'too-long':
      return phrase`${field} : ${count(problem.length, 'caractère')}, c’est trop; il y a de la place pour ${problem.max.toLocaleString('fr-CA')}. Veuillez raccourcir.`;
    case 'unkeepable':
      return phrase`${field} contient ${
        {
          control: 'un caractère de contrôle',
          override: 'un caractère qui retourne le texte autour de lui',
          broken: 'une moitié de caractère',
        }[problem.what]
      }, impossible à conserver. Retapez le texte sans cela.`;
    case 'not-a-number':
      return phrase`${field} : il faut un nombre entier de ${problem.min} à ${problem.max}; ${quoted(typed)} n’en est pas un.`;
    case 'not-a-choice':
      return problem.nearest
        ? phrase`${field} : ${quoted(typed)} ne fait pas partie des choix. Vouliez-vous dire ${code(problem.nearest.label)}? Choisissez ${either(labelsOf(problem.choices))}.`
        : phrase`${field} : ${quoted(typed)} ne fait pas partie des choix. Choisissez ${either(labelsOf(problem.choices))}.`;
    case 'not-a-flag':
      return phrase`${field} : répondez ${code('oui')} ou ${code('non')}; ${quoted(typed)} n’est ni l’un ni l’autre.`;
    case 'not-a-time':
      return phrase`${field} : il faut une heure, comme ${code('9 h')} ou ${code('17:30')}; ${quoted(typed)} n’en est pas une.`;
    case 'not-a-channel':
      return phrase`${field} : il faut un canal, comme ${code('#lor-help')}; ${quoted(typed)} n’en est pas un.`;
    case 'not-a-person':
      return phrase`${field} : il faut une personne, comme ${code('@maya')}; ${quoted(typed)} n’en est pas une.`;
    case 'not-a-group':
      return phrase`${field} : il faut un rôle ou un groupe, comme ${code('@entraide')}; ${quoted(typed)} n’en est pas un.`;
    case 'no-file':
      return phrase`Veuillez joindre un fichier : ${field}.`;
    case 'not-a-file':
      return phrase`${field} : il faut un fichier; ${quoted(typed)} n’en est pas un. Joignez le fichier lui-même.`;
    case 'bad-file':
      return fileSentence(field, problem);
    case 'not-a-date':
      return phrase`${field} : je ne peux pas lire ${quoted(typed)} comme une date. Essayez ${code('23 sept')}, ${code('2027-09-23')}, ${code('dans 3 semaines')} ou ${code('vendredi prochain')}.`;
    case 'no-such-day':
      return phrase`${field} : la date ${quoted(typed)} n’existe pas; ${calendarNames.fr.months[problem.month - 1] ?? ''} ${String(problem.year)} compte ${count(problem.days, 'jour')}.`;
  }
}

export const core: CoreWords = {
  language: 'fr',
  declarations,
  value: valueSentence,
  example: (example) => phrase`Par exemple : ${code(example)}`,
  formOpens: (summary) => phrase`${summary} : un formulaire s’ouvre avec les valeurs actuelles.`,
  openForm: 'Ouvrir le formulaire',
  unknownCommand: (typed) =>
    typed === '' ? phrase`Je ne connais pas cette commande.` : phrase`Je ne connais pas la commande ${quoted(typed)}.`,
  didYouMean: (path) => phrase`Vouliez-vous dire ${code(path)}?`,
  askInstead: 'Poser la question',
  showHelp: 'Voir l’aide',
  refused: {
    'not-admin': (path) =>
      phrase`${code(`/${path}`)} est réservée aux personnes qui administrent cette communauté. Demandez à l’une d’elles de la lancer.`,
    'not-curator': (path) =>
      phrase`${code(`/${path}`)} est réservée aux responsables des réponses et aux admins de cette communauté. Une personne qui l’administre accorde ce rôle avec ${code('/lor-admin role grant')}; demandez-le-lui.`,
    'not-member': (path) =>
      phrase`${code(`/${path}`)} est réservée aux membres de cette communauté, et vous venez d’une autre. Aux questions, je réponds ici aussi : ${code('/lor ask')}.`,
    'only-in-community': (path) =>
      phrase`${code(`/${path}`)} fonctionne dans un espace de travail ou un serveur, pas dans un message privé.`,
  },
  tooFast: (perMinute, seconds) =>
    phrase`C’était plus de ${count(perMinute, 'commande')} en une minute. Attendez ${count(seconds, 'seconde')}, puis réessayez; rien n’a changé.`,
  busy: phrase`Je n’ai pas pu enregistrer cela pour l’instant; rien n’a changé. Réessayez dans un moment.`,
  failed: (reference) =>
    phrase`Un problème est survenu de notre côté, et rien n’a changé. Réessayez; si cela se reproduit, donnez la référence ${code(reference)} à une personne qui administre la communauté.`,
  outdatedButton: phrase`Ce bouton vient d’une version plus ancienne de moi. Tapez ${code('/lor help')} pour trouver la commande.`,
  help: {
    title: 'Ce que je peux faire',
    intro: phrase`Je réponds aux questions sur les lettres de recommandation, je fais le suivi des vôtres et je vous les rappelle à temps. Posez votre question avec ${code('/lor ask')}, ou commencez par ${code('/lor add')}. Dans un canal, mentionnez-moi avec votre question. Personne d’autre ne voit vos lettres.`,
    groups: {
      lor: 'Questions et lettres',
      'lor writer': 'Signataires',
      'lor program': 'Programmes',
      'lor share': 'Partage de votre tableau',
      'lor data': 'Vos données',
      'lor remind': 'Rappels par message privé',
      'lor-admin': 'Administration',
      'lor-admin digest': typeset('Administration : bulletins'),
      'lor-admin deadline': typeset('Administration : échéances'),
      'lor-admin pack': typeset('Administration et responsables : dates des saisons'),
      'lor-admin answer': typeset('Responsables : réponses de cette communauté'),
      'lor-admin role': typeset('Administration : responsables et admins'),
    },
    pick: 'En savoir plus sur une commande',
    usage: 'Ce qu’on peut lui dire',
    examples: 'Exemples',
    required: 'obligatoire',
    optional: 'facultatif',
    attached: 'à joindre, pas à taper',
    oneOf: (choices) => typeset(`au choix : ${labelsOf(choices).join(', ')}`),
    unknown: (typed) => phrase`La commande ${quoted(typed)} n’existe pas. Voici toutes celles que je connais :`,
  },
};
