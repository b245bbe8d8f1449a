import { isCapital, isShouted } from './name-words.ts';
import { noInitials } from './no-names.ts';
import { pieceOf, type Span, spansOf } from './reading.ts';
import {
  behind,
  gapBehind,
  hasMark,
  isAnywhere,
  isNear,
  isUnmarked,
  type Scene,
  tokenAt,
  wordsBeside,
} from './scene.ts';
import { judgeTokens, type Rule, type Suspect } from './suspect.ts';

/** Initials of a patient: behind a word for one, before an age, or, in doubt, with an illness. */
export const findInitials: Rule = (scene) => [
  ...spansOf(scene.cased, named).map((span): Suspect => ({ ...span, what: 'initials', sure: true })),
  ...(isAnywhere(scene, signs) ? spansOf(scene.plain, dotted).flatMap((span) => judgeDotted(scene, span)) : []),
  ...(isAnywhere(scene, signs) ? judgeTokens(scene, (index) => judgeBare(scene, index)) : []),
];

/** Without one of these, initials are anybody's. */
const signs = ['patient', 'aged', 'illness', 'event'] as const;

/** `initials JS`. */
const named = /\b[Ii]nitial(?:s|es)(?: are| is| sont| :|:)? (?:\p{Lu}{2,3}\b|\p{L}\.\p{L}\.?(?!\p{L}))/gu;

/** `J.S.`, `j.s`, `A. B. C.` */
const dotted = /(?<![\p{L}\p{N}.@/])(?:\p{L}\.(?:\p{L}\.){0,2}\p{L}\.?|\p{L}\. \p{L}\.(?: \p{L}\.)?)(?![\p{L}\p{N}])/gu;

/** Written with dots like initials, and none. */
const noneDotted: ReadonlySet<string> = new Set(
  `am pm po iv im sc sl pr qd qod bid tid qid qhs hs ac pc prn yo eg ie us usa uk dc la ny nyc nc nj sd nd ri pd phd md do
  mph ms ba bs ca cf ce pj ps np pa rn ma mba co so wo sp hx ed er gi gu id or pt mrn dob ddn ob nb`.split(/\s+/u),
);

function judgeDotted(scene: Scene, span: Span): readonly Suspect[] {
  const { before } = wordsBeside(scene, span);
  const letters = pieceOf(scene.plain, span).replace(/[^\p{L}]/gu, '');
  if (noneDotted.has(letters) || /^(?:dre?|prof|doctor)$/u.test(before)) return [];
  const first = tokenAt(scene, span.from);
  if (hasMark(scene, first - 1, 'patient')) return [behindPatient(scene, span, first)];
  // J.S. Wong is a whole name, and most of them are colleagues.
  if (hasSurname(scene, span)) return [];
  if (isNear(scene, span, ['aged'], { before: 1, after: 3 })) return [asPatient(span, true)];
  if (isNear(scene, span, ['colleague', 'staff'], { before: 2, after: 5 })) return [];
  return isNear(scene, span, ['illness', 'patient', 'event'], { before: 4, after: 6 }) ? [asPatient(span, false)] : [];
}

function hasSurname(scene: Scene, { to }: Span): boolean {
  const next = scene.tokens[tokenAt(scene, to)];
  return (
    next !== undefined &&
    pieceOf(scene.plain, { from: to, to: next.from }) === ' ' &&
    isCapital(next) &&
    !isShouted(scene, next)
  );
}

/** `pt JS, 54`, `pt js w copd`, `JS 67M`: two or three letters that are no word and no abbreviation. */
function judgeBare(scene: Scene, index: number): Suspect | undefined {
  const token = scene.tokens[index];
  if (!token || !/^[a-z]{2,3}$/u.test(token.word) || noInitials.has(token.word)) return undefined;
  if (!isUnmarked(scene, index)) return undefined;
  const capitals = /^\p{Lu}+$/u.test(token.cased) && !isShouted(scene, token);
  const aged = hasMark(scene, index + 1, 'aged') && /^,? $/u.test(gapBehind(scene, index));
  if (capitals && aged) return asPatient(token, true);
  if (!hasMark(scene, index - 1, 'patient') || !/^(?:[.,]? | \()$/u.test(gapBehind(scene, index - 1))) return undefined;
  if (!capitals && (token.word.length > 2 || /[aeiouy]/u.test(token.word))) return undefined;
  const goesOn = /^(?:[,)\n]|$| ?\d| (?:with|w|had|has|who|is|was|c|s|avec|qui|a)\b)/u.test(behind(scene, token.to));
  return goesOn ? behindPatient(scene, token, index) : undefined;
}

function asPatient({ from, to }: Span, sure: boolean): Suspect {
  return { what: 'initials', from, to, sure, as: 'patient' };
}

/** The word for a patient stays, the initials go. */
function behindPatient(scene: Scene, { from, to }: Span, index: number): Suspect {
  const patient = scene.tokens[index - 1];
  return { what: 'initials', from, to, sure: true, cut: { from: patient?.to ?? from, to }, as: 'nothing' };
}
