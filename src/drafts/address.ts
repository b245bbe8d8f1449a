import type { Writer, WriterKind } from '../letters/letter.ts';

/** A title that is known of a writer, and how the member typed it, if at all. It is never guessed, nor is a gender. */
export interface Honorific {
  readonly kind: 'doctor' | 'professor';
  readonly typed: string | null;
}

/** How somebody is spoken to: with a title, `Dr.` and `Chen`, or by the name as it was given. */
export interface Address {
  readonly honorific: Honorific | null;
  readonly name: string;
}

const honorifics: ReadonlyMap<string, Honorific['kind']> = new Map([
  ...list('dr dre dra doctor docteur docteure').map((word) => [word, 'doctor'] as const),
  ...list('prof pr professor professeur professeure').map((word) => [word, 'professor'] as const),
]);

/** Degrees that make a doctor of somebody. */
const doctorates = list('MD DO PhD DPhil MBBS MBBCh MBChB BMBS MDCM EdD DrPH PharmD PsyD ScD DDS DMD DPM DVM');

/** What else stands behind a name and is no part of it. */
const postnominals = list(
  'MA MS MSc MPH MBA MHA MEd MHS BSc BA RN NP PA PA-C Jr Sr II III IV FRCPC FRCSC CCFP FCFP FACP FACS FAAP FACEP FACOG FAAFP FACC FRCP FRCS',
);

/** Degrees that are family names as well, where names are typed in capitals. */
const alsoNames = list('DO MA MS BA PA');

/** Doctors by the word. A research mentor or somebody else need not be one. */
const physicians: readonly WriterKind[] = ['attending', 'community-physician'];

const particles = list('de da di do del della der den dos das du la le van von ter ten bin ibn ben al el y');

/** A part of a name in Latin letters; anything else leaves the name as it is. */
const namePart = /^\p{Script=Latin}[\p{Script=Latin}\p{M}'’.-]*$/u;

const initials = /^(?:\p{Lu}\.?|(?:\p{Lu}\.-?)+)$/u;

/**
 * How to address a writer: a title that the name, the title field or the kind tells, and the family
 * name. Where it is not sure which part is that, as in `Gabriel García Márquez`, the whole name stands.
 */
export function addressOf({ name, title, kind }: Pick<Writer, 'name' | 'title' | 'kind'>): Address {
  const { honorific, family, degrees } = readName(name);
  const known = honorific ?? titleOf([...degrees, ...wordsOf(title?.replace(/[,;/]/gu, ' ') ?? '')], kind);
  if (known === null || !family.every((part) => namePart.test(part)) || family.length === 0)
    return { honorific: null, name };
  return { honorific: known, name: family.join(' ') };
}

interface ReadName {
  readonly honorific: Honorific | null;
  readonly family: readonly string[];
  readonly degrees: readonly string[];
}

/** `Dr. Sarah J. Chen`, `Sarah Chen, MD` and `Chen, Sarah, MD` are one family name. */
function readName(name: string): ReadName {
  const [front = [], ...behind] = name.split(',').map(wordsOf);
  const { honorific, rest } = splitHonorific(front);
  const after = behind.flat();
  if (honorific === null && !after.every(isPostnominal)) {
    const given = splitHonorific(after);
    return { honorific: given.honorific, family: front, degrees: given.rest };
  }
  const parts = withoutPostnominals(rest);
  return { honorific, family: familyName(parts), degrees: [...rest.slice(parts.length), ...after] };
}

/** Of several titles, as in `Prof. Dr.`, the first counts. */
function splitHonorific(words: readonly string[]): { honorific: Honorific | null; rest: readonly string[] } {
  const start = words.findIndex((word) => kindOf(word) === undefined);
  const [typed = ''] = words;
  const kind = kindOf(typed);
  return {
    honorific: kind === undefined ? null : { kind, typed },
    rest: start < 0 ? [] : words.slice(start),
  };
}

function kindOf(word: string): Honorific['kind'] | undefined {
  return honorifics.get(word.replace(/\.$/u, '').toLowerCase());
}

/** What is known without a title before the name. */
function titleOf(words: readonly string[], kind: WriterKind | null): Honorific | null {
  const { honorific } = splitHonorific(words);
  if (honorific !== null) return honorific;
  const isDoctor = words.some((word) => doctorates.includes(bare(word)));
  return isDoctor || (kind !== null && physicians.includes(kind)) ? { kind: 'doctor', typed: null } : null;
}

function withoutPostnominals(parts: readonly string[]): readonly string[] {
  const last = parts.findLastIndex((part, index) => {
    const least = alsoNames.includes(bare(part)) ? 2 : 1;
    return index < least || !isPostnominal(part);
  });
  return parts.slice(0, last + 1);
}

/**
 * From a particle on, as in `de la Cruz`; otherwise the second of two names, initials aside. Three
 * full names may be two given or two family names, and stay together.
 */
function familyName(parts: readonly string[]): readonly string[] {
  const particle = parts.findIndex((part, index) => index > 0 && particles.includes(part));
  if (particle > 0) return parts.slice(particle);
  const full = parts.filter((part, index) => index === parts.length - 1 || !initials.test(part));
  return full.length > 2 ? parts : full.slice(-1);
}

function isPostnominal(word: string): boolean {
  return doctorates.includes(bare(word)) || postnominals.includes(bare(word));
}

/** `Ph.D.` is `PhD`. */
function bare(word: string): string {
  return word.replaceAll('.', '');
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}

function list(words: string): readonly string[] {
  return words.split(' ');
}
