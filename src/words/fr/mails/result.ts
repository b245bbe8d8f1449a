import type { Tone } from '../../../drafts/draft.ts';
import type { MailFacts, WriteMail } from '../../../drafts/draft-words.ts';
import { gap, type MailText } from '../../../drafts/mail-text.ts';
import { courriel, ifMet, letter } from './parts.ts';

/** After Match Day: the result, whatever it is, and what the letter meant. */
export const result: Readonly<Record<Tone, WriteMail>> = {
  formal: (facts) => ({
    subject: courriel`Le résultat de mon jumelage`,
    paragraphs: [
      courriel`Je tenais à vous dire moi-même comment s’est terminé mon jumelage : ${how(facts)}.`,
      ...(isUnmatched(facts)
        ? [
            courriel`Merci d’avoir appuyé ma candidature. Vous y avez mis votre temps et votre nom, et le résultat n’enlève rien à ce que cela représente pour moi.`,
            courriel`Je réfléchis à la suite. Si une idée vous vient, elle sera la bienvenue, mais vous ne me devez pas de réponse.`,
          ]
        : [
            courriel`Vous avez écrit pour moi une ${letter(facts)} quand il m’en fallait une. Merci de votre temps, de votre confiance et de tout ce que vous m’avez appris${ifMet(facts)}.`,
            courriel`J’aimerais beaucoup garder le contact.`,
          ]),
    ],
    farewell: 'Avec toute ma reconnaissance,',
    attached: [],
  }),
  warm: (facts) => ({
    subject: courriel`Mon jumelage`,
    paragraphs: isUnmatched(facts)
      ? [
          courriel`Je voulais que vous l’appreniez de moi : ${how(facts)}.`,
          courriel`Vous avez écrit pour moi quand je vous l’ai demandé, et ma reconnaissance est la même aujourd’hui. Ce que vous m’avez appris${ifMet(facts)} me reste.`,
          courriel`Je réfléchis à la suite, et un mot de vous, un jour, me serait précieux. Rien ne presse.`,
        ]
      : [
          courriel`Je tenais à vous l’annoncer sans attendre : ${how(facts)}.`,
          courriel`Votre lettre a fait un bout du chemin avec moi. Merci de l’avoir écrite, et de tout ce que vous m’avez appris${ifMet(facts)}.`,
          courriel`J’espère faire un jour pour quelqu’un ce que vous avez fait pour moi.`,
        ],
    farewell: 'Bien chaleureusement,',
    attached: [],
  }),
  brief: (facts) => ({
    subject: courriel`Le résultat de mon jumelage`,
    paragraphs: isUnmatched(facts)
      ? [
          courriel`Un bref mot, pour que vous l’appreniez de moi : ${how(facts)}. Merci tout de même d’avoir appuyé ma candidature; cela comptait.`,
          courriel`Je réfléchis à la suite, et je vous en donnerai des nouvelles.`,
        ]
      : [
          courriel`Un bref mot sur mon jumelage : ${how(facts)}.`,
          courriel`Merci de votre lettre et de votre temps. Votre appui a beaucoup compté pour moi.`,
        ],
    farewell: 'Merci,',
    attached: [],
  }),
};

function isUnmatched({ outcome }: MailFacts): boolean {
  return outcome?.matched === false;
}

/** A place is told behind a comma, so that it needs no preposition: `CHUM`, `McGill`, `l’Université Laval`. */
function how({ outcome }: MailFacts): MailText {
  if (outcome === null) return gap('le résultat');
  return outcome.matched
    ? courriel`j’ai obtenu un poste de résidence (${outcome.where ?? gap('où')})`
    : courriel`je n’ai pas obtenu de poste cette année`;
}
