import { type Language, usualLanguage } from '../../src/core/language.ts';

/** What the terminal adds to the bot's own words. Its directives are English, like the code they stand for. */
export interface TerminalWords {
  readonly onlyYou: string;
  readonly form: (title: string) => string;
  readonly needed: string;
  readonly typeNext: string;
  readonly fillIn: (field: string) => string;
  readonly noForm: string;
  readonly closed: string;
  readonly silent: (user: string, channel: string) => string;
  readonly noField: (names: string) => string;
  readonly noButton: (number: number, there: number) => string;
  readonly saysToOthers: (user: string, channel: string) => string;
  readonly onlyForward: (moment: string) => string;
  readonly past: string;
  readonly itIs: (moment: string) => string;
  readonly itReallyIs: (moment: string) => string;
  readonly clockStands: (moment: string) => string;
  readonly dm: (user: string) => string;
  readonly inDoubt: string;
  readonly savedAs: (path: string) => string;
  readonly notSaved: (reason: string) => string;
  readonly attachIt: string;
  readonly typePath: string;
  readonly attached: (name: string) => string;
  readonly takesNone: (name: string) => string;
  readonly noneTakes: string;
  /** `max`: bytes of the largest file that is taken. */
  readonly notAttached: Readonly<Record<FileProblem, (path: string, max: number) => string>>;
}

/** Why a file of this machine cannot be read. */
export type FileProblem = 'missing' | 'no-file' | 'too-large' | 'unreadable';

const en: TerminalWords = {
  onlyYou: '(only you see this)',
  form: (title) => `Form: ${title}`,
  needed: 'needed',
  typeNext: 'Type what is asked for. An empty line leaves the form.',
  fillIn: (field) => `Fill it in with !fill ${field}=…, then !submit. !cancel leaves it.`,
  noForm: 'No form is open.',
  closed: 'The form is closed; nothing was changed.',
  silent: (user, channel) => `(${user} says it in ${channel}. I stay silent.)`,
  noField: (names) => `The form has no field ${names}.`,
  noButton: (number, there) => `There is no button ${number}; the last message has ${there}.`,
  saysToOthers: (user, channel) => `(${user} says it in ${channel}. There I answer only when I am mentioned.)`,
  onlyForward: (moment) => `The clock only moves forward; it is ${moment} already.`,
  past: 'The clock only moves forward, and it was set past the real time.',
  itIs: (moment) => `(It is ${moment}.)`,
  itReallyIs: (moment) => `(It is ${moment}, the real time.)`,
  clockStands: (moment) => `(The clock stands at ${moment}. !at moves it on.)`,
  dm: (user) => `DM to ${user}`,
  inDoubt: ' (perhaps a second time: I was stopped while showing it)',
  savedAs: (path) => `saved as ${path}`,
  notSaved: (reason) => `could not be saved (${reason})`,
  attachIt: 'Hand the file over with !attach FILE, then !submit. !cancel leaves the form.',
  typePath: 'Type the path of the file. An empty line leaves the form.',
  attached: (name) => `(${name} goes with the next command.)`,
  takesNone: (name) => `(This command takes no file, so ${name} does not go with it.)`,
  noneTakes: 'There is no command that takes a file.',
  notAttached: {
    missing: (path) => `There is no file ${path}.`,
    'no-file': (path) => `${path} is no file. Name one, such as letters.csv.`,
    'too-large': (path, max) => `${path} is too large. At most ${max.toLocaleString('en-US')} bytes are taken.`,
    unreadable: (path) => `${path} cannot be read.`,
  },
};

const fr: TerminalWords = {
  onlyYou: '(personne d’autre ne voit ceci)',
  form: (title) => `Formulaire\u00a0: ${title}`,
  needed: 'obligatoire',
  typeNext: 'Tapez ce qui est demandé. Une ligne vide quitte le formulaire.',
  fillIn: (field) => `Remplissez-le avec !fill ${field}=…, puis !submit. !cancel le quitte.`,
  noForm: 'Aucun formulaire n’est ouvert.',
  closed: 'Le formulaire est fermé; rien n’a changé.',
  silent: (user, channel) => `(${user} le dit dans ${channel}. Je me tais.)`,
  noField: (names) => `Le formulaire n’a pas de champ ${names}.`,
  noButton: (number, there) => `Il n’y a pas de bouton ${number}; le dernier message en a ${there}.`,
  saysToOthers: (user, channel) => `(${user} le dit dans ${channel}. Là, je réponds seulement si on me mentionne.)`,
  onlyForward: (moment) => `L’horloge ne fait qu’avancer; il est déjà ${moment}.`,
  past: 'L’horloge ne fait qu’avancer, et elle a dépassé l’heure réelle.',
  itIs: (moment) => `(Nous sommes le ${moment}.)`,
  itReallyIs: (moment) => `(Nous sommes le ${moment}, l’heure réelle.)`,
  clockStands: (moment) => `(L’horloge s’est arrêtée le ${moment}. !at la fait avancer.)`,
  dm: (user) => `Message privé à ${user}`,
  inDoubt: ' (peut-être une deuxième fois\u00a0: je me suis arrêté pendant l’affichage)',
  savedAs: (path) => `enregistré sous ${path}`,
  notSaved: (reason) => `n’a pas pu être enregistré (${reason})`,
  attachIt: 'Joignez le fichier avec !attach FICHIER, puis !submit. !cancel quitte le formulaire.',
  typePath: 'Tapez le chemin du fichier. Une ligne vide quitte le formulaire.',
  attached: (name) => `(${name} accompagne la prochaine commande.)`,
  takesNone: (name) => `(Cette commande ne prend pas de fichier; ${name} ne l’accompagne donc pas.)`,
  noneTakes: 'Aucune commande ne prend de fichier.',
  notAttached: {
    missing: (path) => `Le fichier ${path} n’existe pas.`,
    'no-file': (path) => `${path} n’est pas un fichier. Nommez-en un, comme letters.csv.`,
    'too-large': (path, max) =>
      `${path} est trop volumineux. Au plus ${max.toLocaleString('fr-CA')} octets sont acceptés.`,
    unreadable: (path) => `${path} ne peut pas être lu.`,
  },
};

/** The terminal's own words in a language. */
export function terminalWords(language: Language = usualLanguage): TerminalWords {
  return { en, fr }[language];
}
