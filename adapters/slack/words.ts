import { type Language, usualLanguage } from '../../src/core/language.ts';

/** What Slack's messages and forms need besides the words of the bot. */
export interface SlackWords {
  readonly send: string;
  readonly close: string;
  readonly yes: string;
  readonly no: string;
  readonly correct: string;
  readonly fillIn: string;
  /** Below a field for a group; the command is one that takes it by its name. */
  readonly nameGroup: (command: string) => string;
  readonly part: (number: number, of: number) => string;
  readonly range: (first: number, last: number, of: number) => string;
  /** Where files are that cannot stand where the answer stands. */
  readonly inOurDm: (what: Handed) => string;
  readonly notSent: (what: Handed) => string;
}

/** Files as a sentence names them. */
export interface Handed {
  readonly pictures: boolean;
  readonly count: number;
}

const en: SlackWords = {
  send: 'Send',
  close: 'Cancel',
  yes: 'Yes',
  no: 'No',
  correct: 'Correct it',
  fillIn: 'Fill it in',
  nameGroup: (command) => `A form of Slack’s knows a group by its id alone, S…. By its name type it: ${command}`,
  part: (number, of) => `Part ${number} of ${of}`,
  range: (first, last, of) => ` (${first}–${last} of ${of})`,
  inOurDm: (what) => `The ${named(what, 'picture is', 'pictures are', 'file is', 'files are')} in our DM.`,
  notSent: (what) => `The ${named(what, 'picture', 'pictures', 'file', 'files')} could not be sent. Please try again.`,
};

const fr: SlackWords = {
  send: 'Envoyer',
  close: 'Annuler',
  yes: 'Oui',
  no: 'Non',
  correct: 'Corriger',
  fillIn: 'Remplir',
  nameGroup: (command) =>
    `Dans un formulaire, Slack ne connaît un groupe que par son identifiant, S…. Par son nom, tapez : ${command}`,
  part: (number, of) => `Partie ${number} de ${of}`,
  range: (first, last, of) => ` (${first}–${last} de ${of})`,
  inOurDm: (what) =>
    `${named(what, 'L’image est', 'Les images sont', 'Le fichier est', 'Les fichiers sont')} dans nos messages privés.`,
  notSent: (what) =>
    `${named(what, 'L’image n’a pas pu être envoyée', 'Les images n’ont pas pu être envoyées', 'Le fichier n’a pas pu être envoyé', 'Les fichiers n’ont pas pu être envoyés')}. Veuillez réessayer.`,
};

function named({ pictures, count }: Handed, picture: string, some: string, file: string, more: string): string {
  if (pictures) return count === 1 ? picture : some;
  return count === 1 ? file : more;
}

/** Those words in a language. */
export function slackWords(language: Language = usualLanguage): SlackWords {
  return { en, fr }[language];
}
