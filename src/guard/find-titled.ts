import { endOfName, isCapital, isWord } from './name-words.ts';
import { noNames } from './no-names.ts';
import { type Span, wordAt } from './reading.ts';
import { behind, gapBehind, hasMark, isNear, type Scene } from './scene.ts';
import { judgeTokens, type Rule, type Suspect } from './suspect.ts';

/** Of people who are no doctors; those who work there are told apart by what else is said. */
const titles: ReadonlySet<string> = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'monsieur', 'madame', 'mme', 'mlle']);

/** What a surname begins with in small letters. */
const particles: ReadonlySet<string> = new Set('van von der den de del la le el al bin st di du'.split(' '));

/** `Mr. Alvarez with CHF`, `mrs. k, schizophrenia`, `Mme Gagnon avec un AVC`. */
export const findTitled: Rule = (scene) => judgeTokens(scene, (index) => judgeTitled(scene, index));

function judgeTitled(scene: Scene, index: number): Suspect | undefined {
  const { from = 0 } = scene.tokens[index] ?? {};
  const to = isTitle(scene, index) ? endOfTitled(scene, index) : undefined;
  if (to === undefined) return undefined;
  const sure = isPatients(scene, { from, to });
  return sure === undefined ? undefined : { what: 'name', from, to, sure, ...rewriting(scene, { from, to }, index) };
}

function isTitle(scene: Scene, index: number): boolean {
  const { word = '', cased = '', from = 0, to = 0 } = scene.tokens[index] ?? {};
  if (!titles.has(word) && cased !== 'M') return false;
  const before = wordAt(scene, index, -1);
  // With an article it is somebody, and no name follows.
  if (/^(?:monsieur|madame)$/u.test(word) && /^(?:le|la|un|une|ce|cette)$/u.test(before)) return false;
  // MS is also a disease and a degree.
  if (titles.has(word)) return !/^(?:MS|MR)$/u.test(cased) || scene.plain[to] === '.';
  // M. is a title in French, and an initial where a doctor or another initial stands before it.
  const initial = before.length === 1 || /^(?:dre?|prof)$/u.test(before) || scene.plain[from - 1] === '.';
  return scene.plain.startsWith('. ', to) && !initial;
}

/** Where the name behind a title ends; `undefined` when there is none. */
function endOfTitled(scene: Scene, title: number): number | undefined {
  let index = title + 1;
  while (particles.has(scene.tokens[index]?.word ?? '') && isClose(scene, index - 1)) index += 1;
  const token = scene.tokens[index];
  if (!token || !isClose(scene, index - 1)) return undefined;
  // `Mrs. K.`, `Mr. R.K.`
  if (/^[b-z]$/u.test(token.word)) {
    return token.to + (/^(?:\.\p{L}(?!\p{L}))?\.?/u.exec(behind(scene, token.to, 4))?.[0].length ?? 0);
  }
  if (!isWord(token) || noNames.has(token.word)) return undefined;
  return isCapital(token) ? endOfName(scene, index) : token.to;
}

function isClose(scene: Scene, index: number): boolean {
  return /^(?:\.? {0,2}|-)$/u.test(gapBehind(scene, index));
}

/** True for certain, false in doubt, `undefined` where nothing speaks of a patient. */
function isPatients(scene: Scene, span: Span): boolean | undefined {
  if (isNear(scene, span, ['staged'])) return undefined;
  if (isNear(scene, span, ['patient'], { before: 3, after: 0 })) return true;
  if (isNear(scene, span, ['staff'], { before: 3, after: 7 }) || hasRole(scene, span)) return undefined;
  if (isNear(scene, span, ['aged'], { before: 2, after: 4 }) || hasAge(scene, span)) return true;
  if (isNear(scene, span, ['patient'], { before: 0, after: 4 })) return true;
  if (isNear(scene, span, ['illness', 'event'], { before: 0, after: 10 })) return true;
  return isNear(scene, span, ['care', 'illness', 'procedure'], { before: 4, after: 9 }) ? false : undefined;
}

/** `Mr. Davis, our interpreter`, `Ms. Rivera RN`. */
function hasRole(scene: Scene, span: Span): boolean {
  const apposed = /^(?:,| \(| (?:rn|np|md|pharmd)\b)/u.test(behind(scene, span.to));
  return apposed && isNear(scene, span, ['colleague'], { before: 0, after: 2 });
}

/** `Mr. Alvarez, 67, with`. */
function hasAge(scene: Scene, { to }: Span): boolean {
  return /^,? ?\(?1?\d{2}\)?(?:,| (?:with|w|ans))/u.test(behind(scene, to));
}

/** Behind a word for a patient, or an age, the name can go; elsewhere "a patient" stands for it. */
function rewriting(scene: Scene, { to }: Span, index: number): Pick<Suspect, 'cut' | 'as'> {
  const before = scene.tokens[index - 1];
  const spoken =
    hasMark(scene, index - 1, 'patient') ||
    hasMark(scene, index - 1, 'aged') ||
    /^preferee?$/u.test(wordAt(scene, index, -1));
  return before && spoken ? { cut: { from: before.to, to }, as: 'nothing' } : { as: 'patient' };
}
