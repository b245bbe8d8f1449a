import { type Language, usualLanguage } from '../../src/core/language.ts';

/** What Slack's messages and forms need besides the words of the bot. */
export interface SlackWords {
  readonly send: string;
  readonly close: string;
  readonly yes: string;
  readonly no: string;
  readonly correct: string;
  readonly fillIn: string;
  readonly part: (number: number, of: number) => string;
  readonly range: (first: number, last: number, of: number) => string;
}

const en: SlackWords = {
  send: 'Send',
  close: 'Cancel',
  yes: 'Yes',
  no: 'No',
  correct: 'Correct it',
  fillIn: 'Fill it in',
  part: (number, of) => `Part ${number} of ${of}`,
  range: (first, last, of) => ` (${first}–${last} of ${of})`,
};

const fr: SlackWords = {
  send: 'Envoyer',
  close: 'Annuler',
  yes: 'Oui',
  no: 'Non',
  correct: 'Corriger',
  fillIn: 'Remplir',
  part: (number, of) => `Partie ${number} de ${of}`,
  range: (first, last, of) => ` (${first}–${last} de ${of})`,
};

/** Those words in a language. */
export function slackWords(language: Language = usualLanguage): SlackWords {
  return { en, fr }[language];
}
