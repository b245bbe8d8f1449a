import { givenNames } from './given-names.ts';
import { canBeName, endOfName, isAllCapitals, isCapital, isShouted, isWord } from './name-words.ts';
import { noNames } from './no-names.ts';
import { type Span, wordAt } from './reading.ts';
import { behind, gapBehind, hasMark, type Scene, tokenAt } from './scene.ts';
import { judgeTokens, type Rule, type Suspect } from './suspect.ts';

/** Names behind a word for a patient: `pt maria`, `patient John Smith`, `a patient named Wren`. */
export const findNames: Rule = (scene) => judgeTokens(scene, (index) => nameOfPatient(scene, index));

function nameOfPatient(scene: Scene, index: number): Suspect | undefined {
  const token = scene.tokens[index];
  if (!token || !hasMark(scene, index, 'patient')) return undefined;
  const found = namedBehind(scene, token.to) ?? nameBehind(scene, index);
  const sure = found !== undefined;
  const span = found ?? lastName(scene, index);
  return span && { what: 'name', ...span, sure, cut: { from: token.to, to: span.to }, as: 'nothing' };
}

const articles: ReadonlySet<string> = new Set(
  'a the every each any this that my our his her their un une le la chaque ma mon notre cette'.split(' '),
);

/** `thanked by pt Smith.`: a name at the end of a sentence may be one, where nothing else is. */
function lastName(scene: Scene, index: number): Span | undefined {
  const next = scene.tokens[index + 1];
  if (!next || !/^pte?$/u.test(scene.tokens[index]?.word ?? '')) return undefined;
  // `by every pt. Wonderful.` is two sentences.
  const joint = articles.has(wordAt(scene, index, -1)) ? /^ $/u : /^\.? $/u;
  if (!joint.test(gapBehind(scene, index))) return undefined;
  if (!isCapital(next) || isAllCapitals(next) || next.word.length < 3 || !canBeName(scene, index + 1)) return undefined;
  const isEnd = /^[.,;!?)]?(?:\s*$|\n|(?<=[.;!?)]) )/u.test(behind(scene, next.to, 40));
  return isEnd ? { from: next.from, to: next.to } : undefined;
}

/** What says that a name follows. */
const naming =
  /^(?:'s)?,?(?: is| was| est)? ?(?:named|nommee?|(?:qui )?s'appel(?:le|ait)|name(?:'s| is|:)|nom(?: est| :|:)) {1,2}/u;

/** What may say so: `called me` and `patient: elderly` name nobody. */
const perhapsNaming = /^(?:'s)?,?(?: is| was| est)? ?(?:called|appelee?|:) {1,2}/u;

function namedBehind(scene: Scene, offset: number): Span | undefined {
  const said = behind(scene, offset, 30);
  const phrase = naming.exec(said) ?? perhapsNaming.exec(said);
  if (!phrase) return undefined;
  const index = tokenAt(scene, offset + phrase[0].length);
  const initial = initialAndName(scene, index);
  const token = scene.tokens[index];
  if (initial || !token || !isWord(token) || noNames.has(token.word)) return initial;
  const looksLikeName = givenNames.has(token.word) || (isCapital(token) && isCapital(scene.tokens[index + 1]));
  return naming.test(said) || looksLikeName ? { from: token.from, to: endOfName(scene, index) } : undefined;
}

/** `J. Smith`: an initial as the first name. */
function initialAndName(scene: Scene, index: number): Span | undefined {
  const [first, second] = [scene.tokens[index], scene.tokens[index + 1]];
  if (!first || !second || !/^\p{Lu}$/u.test(first.cased) || !/^\.? $/u.test(gapBehind(scene, index))) return undefined;
  if (!isCapital(second) || isAllCapitals(second) || !canBeName(scene, index + 1)) return undefined;
  return { from: first.from, to: endOfName(scene, index + 1) };
}

/** A name with nothing before it but the word for a patient. */
function nameBehind(scene: Scene, patient: number): Span | undefined {
  const { word = '', to = 0 } = scene.tokens[patient] ?? {};
  if (/^ of (?:mine|ours|hers|his),? /u.test(behind(scene, to))) return nameAt(scene, patient + 3, patient);
  const gap = gapBehind(scene, patient);
  // After "pt" a full stop ends no sentence.
  const close = /^(?:,? "?|'s | - | \()$/u.test(gap) || (gap === '. ' && /^pte?$/u.test(word));
  return close ? nameAt(scene, patient + 1, patient) : undefined;
}

/** What follows a name, and seldom anything else. */
const goesOn =
  /^(?:'s\b|,? ?(?:\d|w\/|(?:with|w|had|has|was|is|who|said|told|thanked|asked|came|presented|for|and|from|after|qui|avec|avait)\b))/u;

function nameAt(scene: Scene, index: number, patient: number): Span | undefined {
  const initial = initialAndName(scene, index);
  const token = scene.tokens[index];
  if (initial || !token || !canBeName(scene, index)) return initial;
  const span = { from: token.from, to: endOfName(scene, index) };
  if (givenNames.has(token.word)) return span;
  if (!isCapital(token) || isShouted(scene, token)) return undefined;
  const several = span.to > token.to;
  if (several && !isAllCapitals(token) && !beginsTitle(scene, patient)) return span;
  if (isAllCapitals(token) && token.word.length < 5) return undefined;
  return token.word.length > 2 && goesOn.test(behind(scene, span.to)) ? span : undefined;
}

/** In a title every word has its capital: Patient Navigator Program. */
function beginsTitle(scene: Scene, patient: number): boolean {
  return isCapital(scene.tokens[patient]) && scene.tokens[patient]?.word !== 'pt';
}
