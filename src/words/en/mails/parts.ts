import type { MailFacts } from '../../../drafts/draft-words.ts';
import { gap, type MailText } from '../../../drafts/mail-text.ts';
import type { PacketItem } from '../../../letters/packet.ts';

/** Parts that mails share. A sentence begins with the space that parts it from the one before. */

/** CaRMS calls it a reference. */
export function letter({ service }: MailFacts): string {
  return service === 'carms' ? 'letter of reference' : 'letter of recommendation';
}

/** ` (internal medicine)`, for a subject. */
export function about({ specialty }: MailFacts): string {
  return specialty === null ? '' : ` (${specialty})`;
}

export function inField({ specialty }: MailFacts): string {
  return specialty === null ? '' : ` in ${specialty}`;
}

export function through({ service }: MailFacts): string {
  const name =
    service && { eras: 'ERAS', carms: 'CaRMS', residencycas: 'ResidencyCAS', 'sf-match': 'SF Match' }[service];
  return name === null ? '' : ` through ${name}`;
}

/** Where they met, which a request cannot do without. */
export function where({ met }: MailFacts): string | MailText {
  return met ?? gap('where you worked together');
}

/** The same where it is known. */
export function ifMet({ met }: MailFacts): string {
  return met === null ? '' : ` (${met})`;
}

/** The day to be done by; one that has passed cannot be asked for. */
export function byDay({ by, late }: MailFacts): string | MailText {
  return by === null || late ? gap('date') : by;
}

export function onForm({ form }: MailFacts, is: 'is' | 'would be'): string {
  return form === null ? '' : ` It ${is} on a standardized form (${form}).`;
}

const papers: Readonly<Record<PacketItem, string>> = {
  cv: 'my CV',
  statement: 'my personal statement',
  request: 'the request',
  sheet: 'notes on our work together',
  programs: 'a short list of programs (for background)',
  photo: 'my photo',
};

function listed(items: readonly PacketItem[]): string {
  const names = items.map((item) => papers[item]);
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

export function attached({ attached: items }: MailFacts): string | MailText {
  return items.length === 0 ? gap('what you attach') : listed(items);
}

/** The points of the reminder sheet under a line that introduces them. */
export function pointsUnder(title: string, { points }: MailFacts): MailText {
  return points.length === 0 ? [] : [[title, ...points.map((point) => `- ${point}`)].join('\n')];
}

/** How the request would come, before a yes. */
export function wouldArrive({ route }: MailFacts): string {
  switch (route?.kind) {
    case 'aamc-portal':
      return ` The request itself would reach you by e-mail, as a link${route.guest ? ' that needs no account' : ''}.`;
    case 'mail':
      return ` The request itself would reach you by e-mail, from ${route.sender}.`;
    case 'carms-online':
      return ' The request itself would come to your CaRMS Online account.';
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
      return `You will get an e-mail with a link to the AAMC Letter Writer Portal${
        route.guest ? ', where you can upload the letter as a guest, without an account' : ''
      }.`;
    case 'mail':
      return `The request comes by e-mail from ${route.sender}; now and then it lands in the spam folder.`;
    case 'carms-online':
      return 'The request comes to your CaRMS Online account, where you can type the text or upload a PDF.';
    case undefined:
      return 'I will tell you how to hand it in.';
  }
}

/** Where a request that has gone out can be found. */
export function arrived({ route }: MailFacts): string {
  switch (route?.kind) {
    case 'aamc-portal':
      return 'The request went to you by e-mail, as a link. If it is not in your inbox, it may be in the spam folder, and I can send it again at any time.';
    case 'mail':
      return `The request went to you by e-mail from ${route.sender}. If it is not in your inbox, it may be in the spam folder.`;
    case 'carms-online':
      return 'The request is in your CaRMS Online account.';
    case undefined:
      return 'If you need the request again, please tell me.';
  }
}

export function waiver({ waived }: MailFacts): string {
  return waived ? ' I have waived my right to read the letter.' : '';
}

/** Whether it was asked for before, in the words of the one who asks again. */
export function again({ reason }: MailFacts): string {
  switch (reason) {
    case 'no-answer':
      return 'I am writing once more, in case my last message got lost. ';
    case 'date-changed':
      return 'The date for my letter has changed since I last wrote. ';
    case 'they-asked':
      return 'You asked me to remind you, so I do. ';
    case 'portal-trouble':
      return 'I have heard that the portal gave trouble, so I am writing again. ';
    case null:
      return '';
  }
}

/** Nothing where no paper is ready: what the writer has got is not known then. */
export function attachedAgain({ attached: items }: MailFacts): string {
  return items.length === 0 ? '' : 'My materials are attached once more. ';
}
