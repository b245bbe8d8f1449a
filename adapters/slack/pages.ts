import type { Language } from '../../src/core/language.ts';
import type { Page } from '../../src/core/page.ts';

/** What somebody's browser shows while they install the app. */
export type InstallPage =
  | { readonly kind: 'landing'; readonly begin: string }
  /** `open` leads into Slack. */
  | { readonly kind: 'installed'; readonly open: string | undefined }
  | { readonly kind: 'declined' }
  | { readonly kind: 'stale' }
  | { readonly kind: 'failed'; readonly reason: string };

interface PageWords {
  readonly title: string;
  readonly lines: readonly string[];
  readonly link?: string;
}

type Words = { readonly [Kind in InstallPage['kind']]: PageWords };

const english: Words = {
  landing: {
    title: 'lorbot for your workspace',
    lines: [
      'Answers questions about letters of recommendation for residency, keeps track of them for each member, and reminds them in time.',
      'It sees a message only when that is written to it, mentions it, or is handed to it. What a member notes of their letters nobody else sees, admins neither.',
      'On the next page Slack asks whether you want it, and lists what it may do.',
    ],
    link: 'Add to Slack',
  },
  installed: {
    title: 'lorbot is in your workspace',
    lines: ['It has written to you in Slack, with the next steps. Everybody can type /lor help from now on.'],
    link: 'Open Slack',
  },
  declined: {
    title: 'Nothing was installed',
    lines: ['You did not give your consent, so nothing has changed. You can begin again at any time.'],
  },
  stale: {
    title: 'That page is too old',
    lines: [
      'An installation has to be finished within ten minutes, once, in the browser in which it began. Nothing was installed. Please begin again at /slack/install.',
    ],
  },
  failed: {
    title: 'Slack did not finish the installation',
    lines: ['Nothing was installed. Please try again in some minutes. If it stays so, tell whoever runs this bot:'],
  },
};

const french: Words = {
  landing: {
    title: 'lorbot pour votre espace de travail',
    lines: [
      'Répond aux questions sur les lettres de recommandation pour la résidence, en tient le suivi pour chaque membre et prévient à temps.',
      'Il ne voit un message que si celui-ci lui est adressé, le mentionne ou lui est remis. Ce qu’un membre note de ses lettres, personne d’autre ne le voit, les admins non plus.',
      'À la page suivante, Slack vous demande si vous le voulez et dit ce qu’il pourra faire.',
    ],
    link: 'Ajouter à Slack',
  },
  installed: {
    title: 'lorbot est dans votre espace de travail',
    lines: ['Il vous a écrit dans Slack, avec les prochaines étapes. Chacun peut maintenant taper /lor help.'],
    link: 'Ouvrir Slack',
  },
  declined: {
    title: 'Rien n’a été installé',
    lines: ['Vous n’avez pas donné votre accord, rien n’a donc changé. Vous pouvez recommencer quand vous voulez.'],
  },
  stale: {
    title: 'Cette page est trop ancienne',
    lines: [
      'Une installation se termine en dix minutes, une seule fois, dans le navigateur où elle a commencé. Rien n’a été installé. Recommencez à /slack/install.',
    ],
  },
  failed: {
    title: 'Slack n’a pas terminé l’installation',
    lines: [
      'Rien n’a été installé. Réessayez dans quelques minutes. Si cela persiste, dites à la personne qui gère ce bot :',
    ],
  },
};

export function installPage(what: InstallPage, language: Language): Page {
  const { title, lines, link } = (language === 'fr' ? french : english)[what.kind];
  const address = what.kind === 'landing' ? what.begin : what.kind === 'installed' ? what.open : undefined;
  return {
    title,
    lines: what.kind === 'failed' ? [...lines, what.reason] : lines,
    link: link !== undefined && address !== undefined ? { text: link, address } : undefined,
  };
}
