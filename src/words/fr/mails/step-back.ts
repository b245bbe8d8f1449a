import type { Tone } from '../../../drafts/draft.ts';
import type { MailFacts, WriteMail } from '../../../drafts/draft-words.ts';
import { courriel, letter } from './parts.ts';

/** Takes a request back with thanks and without a reason that could hurt. */
export const stepBack: Readonly<Record<Tone, WriteMail>> = {
  formal: (facts) => ({
    subject: courriel`Au sujet de ma ${letter(facts)}`,
    paragraphs:
      facts.retreat === 'hesitant'
        ? [
            courriel`Merci d’avoir réfléchi à ma demande de ${letter(facts)}. Tout bien pesé, je m’adresserai cette fois à quelqu’un d’autre; il ne vous reste donc rien à faire.`,
            courriel`Ma reconnaissance pour le temps que vous m’avez accordé demeure, et j’espère travailler de nouveau avec vous.`,
          ]
        : [
            courriel`${thanked(facts)} Mes plans pour mes lettres ont changé, et je n’aurai finalement pas besoin d’une lettre de votre part. N’y consacrez pas de temps.${leave(facts)}`,
            courriel`Je regrette le temps que cela vous a déjà pris, et je vous sais gré d’avoir voulu m’aider.`,
          ],
    farewell: 'Veuillez recevoir mes salutations respectueuses.',
    attached: [],
  }),
  warm: (facts) => ({
    subject: courriel`Ma ${letter(facts)}, et merci`,
    paragraphs:
      facts.retreat === 'hesitant'
        ? [
            courriel`Merci d’avoir pensé à ma lettre. J’y ai repensé de mon côté, et je m’adresserai cette fois à quelqu’un d’autre; vous pouvez la rayer de votre liste l’esprit tranquille.`,
            courriel`Ce que vous m’avez appris me reste. J’espère que nos chemins se croiseront encore.`,
          ]
        : [
            courriel`${thanked(facts)} Que vous ayez voulu le faire a beaucoup compté pour moi.`,
            courriel`Mes plans pour mes lettres ont changé depuis, et je n’aurai finalement pas besoin de la vôtre; laissez-la donc de côté.${leave(facts)} Pardonnez-moi le dérangement; je n’oublie pas ce que vous m’avez appris.`,
          ],
    farewell: 'Bien cordialement,',
    attached: [],
  }),
  brief: (facts) => ({
    subject: courriel`Au sujet de ma ${letter(facts)}`,
    paragraphs:
      facts.retreat === 'hesitant'
        ? [
            courriel`Merci d’avoir réfléchi à ma demande. Je m’adresserai cette fois à quelqu’un d’autre; il ne vous reste donc rien à faire.`,
            courriel`Merci aussi de votre temps, et de ce que vous m’avez appris.`,
          ]
        : [
            courriel`${thanked(facts)} Mes plans ont changé, et je n’aurai finalement pas besoin de la lettre.${leave(facts)}`,
            courriel`Je regrette le temps que cela vous a pris, et je vous remercie de votre aide.`,
          ],
    farewell: 'Cordialement,',
    attached: [],
  }),
};

function thanked(facts: MailFacts): string {
  return facts.agreed
    ? `Merci encore d’avoir accepté d’écrire une ${letter(facts)} pour moi.`
    : `Merci d’avoir réfléchi à une ${letter(facts)} pour moi.`;
}

function leave({ requested }: MailFacts): string {
  return requested ? ' Si une demande vous attend encore, vous pouvez la laisser sans réponse.' : '';
}
