import type { Tone } from '../../../drafts/draft.ts';
import type { MailFacts, WriteMail } from '../../../drafts/draft-words.ts';
import { about, byDay, courriel, inField, letter, onForm, through, where, wouldArrive } from './parts.ts';

/** Asks for a very favourable letter and leaves an easy way to a no; for an earlier letter, for a fresh version. */
export const ask: Readonly<Record<Tone, WriteMail>> = {
  formal: (facts) => (facts.original === null ? formal(facts) : formalAgain(facts, facts.original)),
  warm: (facts) => (facts.original === null ? warm(facts) : warmAgain(facts, facts.original)),
  brief: (facts) => (facts.original === null ? brief(facts) : briefAgain(facts, facts.original)),
};

const formal: WriteMail = (facts) => ({
  subject: courriel`Demande de ${letter(facts)}${about(facts)}`,
  paragraphs: [
    courriel`Je pose ma candidature à la résidence${inField(facts)}${through(facts)}, et je souhaite pouvoir y joindre une lettre de votre part. Vous avez vu mon travail de près (${where(facts)}).`,
    courriel`Accepteriez-vous d’écrire pour moi une ${letter(facts)} très favorable? Il me la faudrait d’ici le ${byDay(facts)}.${onForm(facts, 'serait')} Je vous enverrais mon CV, ma lettre d’intention et des notes sur notre travail ensemble, en un seul courriel.${wouldArrive(facts)}`,
    courriel`Si vous n’avez pas assez vu mon travail pour une lettre très favorable, ou si le temps vous manque, dites-le-moi en toute franchise : je le comprendrai et je vous en saurai gré. Je peux aussi vous en parler quelques minutes, en personne ou au téléphone.`,
  ],
  farewell: 'Veuillez recevoir mes salutations respectueuses.',
  attached: [],
});

const warm: WriteMail = (facts) => ({
  subject: courriel`Une lettre pour ma candidature à la résidence${about(facts)}`,
  paragraphs: [
    courriel`Merci encore de tout ce que vous m’avez appris (${where(facts)}). Je pose maintenant ma candidature à la résidence${inField(facts)}, et une lettre de votre part me ferait très plaisir.`,
    courriel`Pensez-vous connaître assez bien mon travail pour écrire une lettre très favorable? Il me la faudrait d’ici le ${byDay(facts)}.${onForm(facts, 'serait')} Je vous faciliterais la tâche de mon mieux : mon CV, ma lettre d’intention et une page sur ce que nous avons fait ensemble, en un seul courriel.`,
    courriel`Et vous pouvez très bien dire non. Si vos journées sont pleines, ou si quelqu’un d’autre a mieux vu mon travail, je comprendrai, et ma reconnaissance restera la même.`,
  ],
  farewell: 'Bien cordialement,',
  attached: [],
});

const brief: WriteMail = (facts) => ({
  subject: courriel`Une ${letter(facts)} très favorable?`,
  paragraphs: [
    courriel`Je pose ma candidature à la résidence${inField(facts)}, et vous connaissez mon travail (${where(facts)}). Pourriez-vous écrire pour moi une ${letter(facts)} très favorable, d’ici le ${byDay(facts)}?${onForm(facts, 'serait')}`,
    courriel`Je vous enverrais tout le nécessaire en un seul courriel. Si le temps vous manque, ou si la lettre ne pouvait pas être très favorable, un simple non me convient.`,
  ],
  farewell: 'Merci,',
  attached: [],
});

function formalAgain(facts: MailFacts, original: string): ReturnType<WriteMail> {
  return {
    subject: courriel`Une nouvelle version de votre lettre du ${original}`,
    paragraphs: [
      courriel`Merci encore de la ${letter(facts)} que vous avez écrite pour moi; elle porte la date du ${original}. Je pose de nouveau ma candidature à la résidence${inField(facts)}${through(facts)}.`,
      courriel`Accepteriez-vous de la mettre à jour, pour en faire une lettre très favorable cette année? La lettre d’alors laisse voir sa date et ne peut rien dire de ce que j’ai fait depuis. Il me faudrait la nouvelle version d’ici le ${byDay(facts)}.${onForm(facts, 'serait')} Je vous enverrais mon CV à jour et quelques lignes sur la période écoulée depuis.${wouldArrive(facts)}`,
      courriel`Si vous préférez en rester là, ou si la lettre ne pouvait pas être très favorable, dites-le-moi en toute franchise. Je le comprendrai.`,
    ],
    farewell: 'Veuillez recevoir mes salutations respectueuses.',
    attached: [],
  };
}

function warmAgain(facts: MailFacts, original: string): ReturnType<WriteMail> {
  return {
    subject: courriel`Votre lettre pour moi, encore une fois`,
    paragraphs: [
      courriel`Vous avez écrit pour moi une ${letter(facts)}, datée du ${original}, et je vous en remercie encore. Je pose de nouveau ma candidature à la résidence${inField(facts)}.`,
      courriel`Voudriez-vous en écrire une nouvelle version, très favorable, avec une date récente et quelques lignes sur ce que j’ai fait depuis? Il me la faudrait d’ici le ${byDay(facts)}.${onForm(facts, 'serait')} Je vous enverrais ces lignes et mon CV à jour, pour qu’il vous reste peu à faire.`,
      courriel`Si vous aimez mieux ne pas le faire, dites-le-moi simplement. Je comprendrai, et merci encore de la première.`,
    ],
    farewell: 'Bien cordialement,',
    attached: [],
  };
}

function briefAgain(facts: MailFacts, original: string): ReturnType<WriteMail> {
  return {
    subject: courriel`Mettre à jour votre lettre du ${original}?`,
    paragraphs: [
      courriel`Merci encore de votre lettre du ${original}. Je pose de nouveau ma candidature à la résidence${inField(facts)}. Pourriez-vous en faire une nouvelle version, très favorable, d’ici le ${byDay(facts)}?${onForm(facts, 'serait')}`,
      courriel`Une date récente et quelques lignes sur ce que j’ai fait depuis suffiraient; je vous les enverrais. Un simple non me convient aussi.`,
    ],
    farewell: 'Merci,',
    attached: [],
  };
}
