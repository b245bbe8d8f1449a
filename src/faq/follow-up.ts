import type { Faq, Mentions } from './faq.ts';

/** What of the questions' matter is needed to read one. */
type Reading = Pick<Faq, 'mentions' | 'isCase'>;

/** What a short message says to somebody who was answered just before. */
export interface FollowUp {
  /** It begins as people go on: "and …", "what about …". */
  readonly goesOn: boolean;
  /** It brings nothing but a case or a number: what it asks is what was asked before. */
  readonly bare: boolean;
  readonly mentions: Mentions;
}

/** A longer message says by itself what it asks. */
const mostWords = 8;

const beginning =
  /^(?:(?:ok(?:ay)?|so)[, ]+)?(?:and|what about|how about|what if|same for|same with|same question for|et pour|et si|même chose pour)(?!\p{L})[\s,:]*/iu;

/** Words that stand around a case: "if i am an IMG", "for those in CaRMS". */
const fillers: ReadonlySet<string> = new Set(
  'a about also am an and apply applying as at by do for from go going i if in is it my of on only or people please students the then those through to via we who with'.split(
    ' ',
  ),
);

/** Reads a message as one that goes on with what was answered last. */
export function readFollowUp(message: string, { mentions: mentionsOf, isCase }: Reading): FollowUp {
  const goesOn = beginning.test(message);
  const rest = message.replace(beginning, '').replace(/^(?:i['’]?m|i am)\s+(?=\S)/iu, '');
  const words = rest.split(/[^\p{L}\p{N}/-]+/u).filter((word) => word !== '');
  const telling = words.filter((word) => !fillers.has(word.toLowerCase()) && !/^\d+$/u.test(word));
  // In so few words a short form is meant as one, however it is written: "for em?" is no "them".
  const spelled = telling.map((word) => word.toUpperCase());
  const short = words.length <= mostWords;
  const bare = short && (telling.length > 0 ? areCases(spelled, isCase) : goesOn && words.length > 0);
  return { goesOn: goesOn && short, bare, mentions: mentionsOf(bare ? spelled.join(' ') : message) };
}

/** Whether the words are names of services, specialties and groups of applicants, one after the other. */
function areCases(words: readonly string[], isCase: Reading['isCase']): boolean {
  if (words.length === 0) return true;
  return [3, 2, 1].some(
    (count) => words.length >= count && isCase(words.slice(0, count).join(' ')) && areCases(words.slice(count), isCase),
  );
}
