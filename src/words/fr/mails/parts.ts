import { typeset } from '../../../core/typeset.ts';
import type { MailFacts } from '../../../drafts/draft-words.ts';
import { gap, type MailText, mail } from '../../../drafts/mail-text.ts';
import type { PacketItem } from '../../../letters/packet.ts';
import { both } from '../phrase.ts';

/**
 * Parts that mails share. A sentence begins with the space that parts it from the one before. The
 * texts need no gender, neither of the writer nor of the member.
 */

/** Writes a French text of a mail. What stands in its gaps is not touched: it may be what somebody typed. */
export const courriel: typeof mail = (words, ...parts) => {
  const set = words.map(typeset);
  return mail(Object.assign(set, { raw: set }), ...parts);
};

/** In CaRMS it is a reference. */
export function letter({ service }: MailFacts): string {
  return service === 'carms' ? 'lettre de référence' : 'lettre de recommandation';
}

/** ` (médecine interne)`, for a subject. */
export function about({ specialty }: MailFacts): string {
  return specialty === null ? '' : ` (${specialty})`;
}

export function inField({ specialty }: MailFacts): string {
  return specialty === null ? '' : ` en ${specialty}`;
}

export function through({ service }: MailFacts): string {
  const name =
    service &&
    { eras: 'd’ERAS', carms: 'de CaRMS', residencycas: 'de ResidencyCAS', 'sf-match': 'de SF Match' }[service];
  return name === null ? '' : ` par l’entremise ${name}`;
}

/** Where they met, which a request cannot do without. */
export function where({ met }: MailFacts): string | MailText {
  return met ?? gap('où vous avez travaillé ensemble');
}

/** The same where it is known. */
export function ifMet({ met }: MailFacts): string {
  return met === null ? '' : ` (${met})`;
}

/** The day to be done by; one that has passed cannot be asked for. */
export function byDay({ by, late }: MailFacts): string | MailText {
  return by === null || late ? gap('date') : by;
}

export function onForm({ form }: MailFacts, est: 'est' | 'serait'): string {
  return form === null ? '' : ` Elle ${est} à rédiger sur un formulaire normalisé (${form}).`;
}

const papers: Readonly<Record<PacketItem, string>> = {
  cv: 'mon CV',
  statement: 'ma lettre d’intention',
  request: 'la demande',
  sheet: 'des notes sur notre travail ensemble',
  programs: 'une courte liste de programmes (à titre indicatif)',
  photo: 'ma photo',
};

function listed(items: readonly PacketItem[]): string {
  return both(items.map((item) => papers[item]));
}

export function attached({ attached: items }: MailFacts): string | MailText {
  return items.length === 0 ? gap('ce que vous joignez') : listed(items);
}

/** The points of the reminder sheet under a line that introduces them. */
export function pointsUnder(title: string, { points }: MailFacts): MailText {
  return points.length === 0 ? [] : [[typeset(title), ...points.map((point) => `- ${point}`)].join('\n')];
}

/** How the request would come, before a yes. */
export function wouldArrive({ route }: MailFacts): string {
  switch (route?.kind) {
    case 'aamc-portal':
      return ` La demande elle-même vous parviendrait par courriel, avec un lien${route.guest ? '; aucun compte n’est nécessaire' : ''}.`;
    case 'mail':
      return ` La demande elle-même vous parviendrait par courriel, de l’adresse ${route.sender}.`;
    case 'carms-online':
      return ' La demande elle-même arriverait dans votre compte CaRMS en ligne.';
    case undefined:
      return '';
  }
}

/** How the request comes, after a yes. */
export function arrives(facts: MailFacts): string {
  const { route, requested } = facts;
  if (requested) return arrived(facts);
  switch (route?.kind) {
    case 'aamc-portal':
      return `Vous recevrez un courriel avec un lien vers le portail de l’AAMC${
        route.guest ? ', où vous pourrez téléverser la lettre sans créer de compte' : ''
      }.`;
    case 'mail':
      return `La demande vous parviendra par courriel, de l’adresse ${route.sender}; elle aboutit parfois dans les courriels indésirables.`;
    case 'carms-online':
      return 'La demande arrivera dans votre compte CaRMS en ligne, où vous pourrez taper le texte ou téléverser un PDF.';
    case undefined:
      return 'Je vous dirai comment la transmettre.';
  }
}

/** Where a request that has gone out can be found. */
export function arrived({ route }: MailFacts): string {
  switch (route?.kind) {
    case 'aamc-portal':
      return 'La demande vous a été envoyée par courriel, avec un lien. Si elle n’est pas dans votre boîte de réception, elle est peut-être dans les courriels indésirables, et je peux l’envoyer de nouveau en tout temps.';
    case 'mail':
      return `La demande vous a été envoyée par courriel, de l’adresse ${route.sender}. Si elle n’est pas dans votre boîte de réception, elle est peut-être dans les courriels indésirables.`;
    case 'carms-online':
      return 'La demande est dans votre compte CaRMS en ligne.';
    case undefined:
      return 'S’il vous faut de nouveau la demande, dites-le-moi.';
  }
}

export function waiver({ waived }: MailFacts): string {
  return waived ? ' J’ai renoncé à mon droit de lire la lettre.' : '';
}

/** Whether it was asked for before, in the words of the one who asks again. */
export function again({ reason }: MailFacts): string {
  switch (reason) {
    case 'no-answer':
      return 'Je vous écris de nouveau, au cas où mon dernier message se serait perdu. ';
    case 'date-changed':
      return 'La date prévue pour ma lettre a changé depuis mon dernier message. ';
    case 'they-asked':
      return 'Vous m’aviez demandé de vous le rappeler, je le fais donc. ';
    case 'portal-trouble':
      return 'J’ai su que le portail causait des ennuis, je vous écris donc de nouveau. ';
    case null:
      return '';
  }
}

/** Nothing where no paper is ready: what the writer has got is not known then. */
export function attachedAgain({ attached: items }: MailFacts): string {
  return items.length === 0 ? '' : 'Je joins de nouveau mes documents. ';
}
