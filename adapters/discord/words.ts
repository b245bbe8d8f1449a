import { type Language, usualLanguage } from '../../src/core/language.ts';

/** What Discord's messages and forms need besides the words of the bot. */
export interface DiscordWords {
  readonly yes: string;
  readonly no: string;
  /** Takes away what stands. */
  readonly none: string;
  readonly part: (number: number, of: number) => string;
  readonly range: (first: number, last: number, of: number) => string;
  readonly noRoom: string;
  /** The same in a form that changes only what it sends. */
  readonly stay: string;
  readonly toKeep: string;
  readonly more: (count: number) => string;
  readonly integerExample: string;
  readonly dateExample: string;
  readonly timeExample: string;
  readonly correct: string;
  readonly fillIn: string;
  readonly done: string;
  /** Of a change that was made, whose answer was lost. */
  readonly wasDone: string;
  readonly unshowable: string;
  /** Of a file that is more than Discord takes. */
  readonly tooLarge: (name: string) => string;
  /** Of so many files that Discord does not take here. */
  readonly notSent: (count: number) => string;
}

const en: DiscordWords = {
  yes: 'Yes',
  no: 'No',
  none: 'None',
  part: (number, of) => `Part ${number} of ${of}`,
  range: (first, last, of) => ` (${first}–${last} of ${of})`,
  noRoom: 'There is no room here for these. They can be given as options of the command:',
  stay: 'These stay as they are, for there is no room here. They can be given as options of the command:',
  toKeep: 'To keep what they hold, type: ',
  more: (count) => `and ${count} more`,
  integerExample: 'a whole number, like 3',
  dateExample: 'like 2027-09-23 or sep 23',
  timeExample: 'like 09:00 or 5:30 pm',
  correct: 'Correct it',
  fillIn: 'Fill it in',
  done: 'Done.',
  wasDone: 'That was done, but I was stopped before I could tell you.',
  unshowable: 'Discord does not take what I have to show here. Please tell whoever runs this bot.',
  tooLarge: (name) => `${name} is too large for Discord and was not sent.`,
  notSent: (count) =>
    count === 1
      ? 'Discord does not take the file here. It was not sent.'
      : 'Discord does not take the files here. They were not sent.',
};

const fr: DiscordWords = {
  yes: 'Oui',
  no: 'Non',
  none: 'Aucun',
  part: (number, of) => `Partie ${number} de ${of}`,
  range: (first, last, of) => ` (${first}–${last} de ${of})`,
  noRoom: 'Il n’y a plus de place ici pour ceci, qui peut se donner en options de la commande\u00a0:',
  stay: 'Faute de place, ceci reste tel quel et peut se donner en options de la commande\u00a0:',
  toKeep: 'Pour garder ce qui s’y trouve, tapez\u00a0: ',
  more: (count) => `et ${count} de plus`,
  integerExample: 'un nombre entier, comme 3',
  dateExample: 'comme 2027-09-23 ou 23 sept',
  timeExample: 'comme 9 h ou 17:30',
  correct: 'Corriger',
  fillIn: 'Remplir',
  done: 'C’est fait.',
  wasDone: 'C’est fait, mais j’ai été arrêté avant de pouvoir le dire.',
  unshowable: 'Discord refuse ce que je veux montrer ici. Prévenez la personne qui exploite ce robot.',
  tooLarge: (name) => `${name} est trop volumineux pour Discord et n’a pas été envoyé.`,
  notSent: (count) =>
    count === 1
      ? 'Discord refuse le fichier ici. Il n’a pas été envoyé.'
      : 'Discord refuse les fichiers ici. Ils n’ont pas été envoyés.',
};

/** Those words in a language. */
export function discordWords(language: Language = usualLanguage): DiscordWords {
  return { en, fr }[language];
}
