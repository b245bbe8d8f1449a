import type { Tone } from '../../../drafts/draft.ts';
import type { MailFacts, WriteMail } from '../../../drafts/draft-words.ts';
import { about, arrives, attached, byDay, courriel, letter, onForm, pointsUnder, waiver } from './parts.ts';

/** Goes with the papers after a yes. A letter goes to many programs, so it names none. */
export const packet: Readonly<Record<Tone, WriteMail>> = {
  formal: (facts) => ({
    subject: courriel`Documents pour ma ${letter(facts)}${about(facts)}`,
    paragraphs: [
      courriel`Merci d’avoir accepté d’écrire une ${letter(facts)} pour moi. Voici, en un seul envoi, tout ce qu’il vous faut.`,
      courriel`Vous trouverez ci-joint ${attached(facts)}.`,
      pointsUnder('Ce que nous avons fait ensemble :', facts),
      courriel`Veuillez téléverser la lettre d’ici le ${byDay(facts)}.${processing(facts)}${unnamed(facts)}`,
      courriel`${arrives(facts)}${waiver(facts)}`,
      courriel`S’il manque quelque chose, ou si vous préférez en parler, dites-le-moi.`,
    ],
    farewell: 'Avec mes remerciements,',
    attached: facts.attached,
  }),
  warm: (facts) => ({
    subject: courriel`Tout pour ma ${letter(facts)}`,
    paragraphs: [
      courriel`Merci d’avoir dit oui. Cela compte beaucoup pour moi, et j’aimerais vous donner le moins de travail possible.`,
      courriel`Je joins ${attached(facts)}.`,
      pointsUnder('Et un peu de ce que nous avons fait ensemble, si cela vous rappelle une anecdote :', facts),
      courriel`L’idéal serait de téléverser la lettre d’ici le ${byDay(facts)}.${processing(facts)}${unnamed(facts)}`,
      courriel`${arrives(facts)}${waiver(facts)}`,
      courriel`Si quelques minutes de vive voix vous aident plus que des papiers, dites-moi quand, et j’y serai.`,
    ],
    farewell: 'Bien cordialement,',
    attached: facts.attached,
  }),
  brief: (facts) => ({
    subject: courriel`Pour ma ${letter(facts)}${about(facts)}`,
    paragraphs: [
      courriel`Merci d’avoir accepté d’écrire pour moi. Ci-joint : ${attached(facts)}.`,
      pointsUnder('Ce que nous avons fait ensemble :', facts),
      courriel`Il me la faut d’ici le ${byDay(facts)}.${facts.form === null ? ' Elle ne doit nommer aucun programme.' : onForm(facts, 'est')} ${arrives(facts)}${waiver(facts)}`,
    ],
    farewell: 'Merci,',
    attached: facts.attached,
  }),
};

function processing({ processed }: MailFacts): string {
  return processed
    ? ' Son traitement prend ensuite quelques jours; c’est pourquoi ma date précède celle des programmes.'
    : '';
}

function unnamed(facts: MailFacts): string {
  return facts.form === null
    ? ' Comme elle peut aller à plusieurs programmes, mieux vaut n’en nommer aucun.'
    : onForm(facts, 'est');
}
