import type { Tone } from '../../../drafts/draft.ts';
import type { MailFacts, WriteMail } from '../../../drafts/draft-words.ts';
import { again, arrived, attachedAgain, byDay, courriel, letter } from './parts.ts';

/** One polite reminder: thanks, the date, help, and the papers once more. */
export const nudge: Readonly<Record<Tone, WriteMail>> = {
  formal: (facts) => ({
    subject: subject(facts),
    paragraphs: [
      courriel`${again(facts)}Merci encore d’avoir accepté d’écrire une ${letter(facts)} pour moi. Je sais combien vos journées sont remplies.`,
      facts.late
        ? courriel`J’espérais la lettre pour le ${facts.by ?? ''}, et elle me serait toujours utile. Puis-je vous demander quand vous pensez pouvoir vous y mettre?`
        : courriel`J’espère réunir mes lettres d’ici le ${byDay(facts)}. Puis-je vous demander si cela vous convient toujours?`,
      courriel`${attachedAgain(facts)}${found(facts)}Si autre chose peut vous aider, je m’en occupe volontiers.`,
    ],
    farewell: 'Avec toute ma reconnaissance,',
    attached: facts.attached,
  }),
  warm: (facts) => ({
    subject: subject(facts),
    paragraphs: [
      courriel`${again(facts)}Que vous écriviez pour moi me touche, et je ne veux pas alourdir une semaine déjà pleine.`,
      facts.late
        ? courriel`Un petit mot seulement, pour que cela ne vous échappe pas : j’espérais la lettre pour le ${facts.by ?? ''}, et elle me serait toujours utile. Sauriez-vous me dire quand vous pourrez vous y mettre?`
        : courriel`Un petit mot seulement, pour que cela ne vous échappe pas : j’espère avoir la lettre d’ici le ${byDay(facts)}. Est-ce que cela vous convient toujours?`,
      courriel`${attachedAgain(facts)}${found(facts)}Et si je peux vous faciliter quoi que ce soit, dites-le-moi.`,
    ],
    farewell: 'Merci, et bien cordialement,',
    attached: facts.attached,
  }),
  brief: (facts) => ({
    subject: subject(facts),
    paragraphs: [
      facts.late
        ? courriel`${again(facts)}Merci encore d’écrire pour moi. Un bref rappel : j’espérais la lettre pour le ${facts.by ?? ''}, et elle me serait toujours utile.`
        : courriel`${again(facts)}Merci encore d’écrire pour moi. Un bref rappel : j’espère avoir la lettre d’ici le ${byDay(facts)}.`,
      courriel`${attachedAgain(facts)}${facts.requested ? 'Si la demande est difficile à trouver, je l’enverrai de nouveau. ' : ''}Puis-je vous aider autrement?`,
    ],
    farewell: 'Merci,',
    attached: facts.attached,
  }),
};

function subject(facts: MailFacts): ReturnType<WriteMail>['subject'] {
  return facts.by === null || facts.late
    ? courriel`Ma ${letter(facts)}`
    : courriel`Ma ${letter(facts)}, d’ici le ${facts.by}`;
}

function found(facts: MailFacts): string {
  return facts.requested ? `${arrived(facts)} ` : '';
}
