import type { Mark } from './lexicon.ts';
import { isCapital } from './name-words.ts';
import { pieceOf, type Span, wordAt } from './reading.ts';
import { hasMark, isNear, type Scene } from './scene.ts';
import { judgeTokens, type Rule, type Suspect } from './suspect.ts';

/** What needs no identifier to be known for one person's. All of it is in doubt. */
export const findUnusual: Rule = (scene) => [
  ...rareWithPlace(scene),
  ...publicPeople(scene),
  ...judgeTokens(scene, (index) => workplace(scene, index)),
];

/** Words that speak of a single case. */
const oneCase = /\b(?:case (?:of|in|at|here)|cas (?:de|d'|a|au)|diagnosed|seule?|only|first|one|premiere?)\b/u;

/** A rare diagnosis in a place, of one patient. Studies and clinics are about many. */
function rareWithPlace(scene: Scene): readonly Suspect[] {
  return runsOf(scene, 'rare').flatMap((span): readonly Suspect[] => {
    const one = isNear(scene, span, ['patient', 'aged', 'somebody', 'event'], { before: 10, after: 10 });
    if (!one && !oneCase.test(pieceOf(scene.plain, around(span)))) return [];
    if (isNear(scene, span, ['research']) && !isNear(scene, span, ['patient'], { before: 4, after: 4 })) return [];
    return hasPlace(scene, span) ? [{ what: 'rare-diagnosis', ...span, sure: false }] : [];
  });
}

const placeWord = /\b(?:hospital|county|village|town|city|state|province|island|reserve|hopital|ville|region)\b/u;
const placeName = /\b(?:in|at|from|near|around|a|au|de|du) (?:the |la |le |l')?\p{Lu}\p{Ll}{2}/u;

function hasPlace(scene: Scene, span: Span): boolean {
  return placeWord.test(pieceOf(scene.plain, around(span))) || placeName.test(pieceOf(scene.cased, around(span)));
}

/** About as much as a sentence. */
function around({ from, to }: Span): Span {
  return { from: Math.max(0, from - 70), to: to + 70 };
}

/** Offices, fame and the news, beside a patient. */
function publicPeople(scene: Scene): readonly Suspect[] {
  return runsOf(scene, 'public')
    .filter((span) => isNear(scene, span, ['patient'], { before: 8, after: 8 }))
    .map((span) => ({ what: 'public-detail', ...span, sure: false }));
}

/** `pt works at the Kroger on Main Street`. */
function workplace(scene: Scene, index: number): Suspect | undefined {
  const token = scene.tokens[index];
  if (!token || !/^(?:works|worked|travaille|travaillait)$/u.test(token.word)) return undefined;
  if (!/^(?:at|for|chez|au|a)$/u.test(wordAt(scene, index, 1))) return undefined;
  const begin = index + (/^(?:the|la|le|l)$/u.test(wordAt(scene, index, 2)) ? 3 : 2);
  const first = scene.tokens[begin];
  if (!first || !isCapital(first) || !isNear(scene, token, ['patient'], { before: 3, after: 0 })) return undefined;
  let last = begin;
  while (last < begin + 6 && (isCapital(scene.tokens[last + 1]) || /^(?:on|of|in)$/u.test(wordAt(scene, last, 1))))
    last += 1;
  return { what: 'workplace', from: first.from, to: scene.tokens[last]?.to ?? first.to, sure: false };
}

/** Neighbouring words with a mark, as one piece. */
function runsOf(scene: Scene, mark: Mark): readonly Span[] {
  const runs: Span[] = [];
  scene.tokens.forEach(({ from, to }, index) => {
    if (!hasMark(scene, index, mark)) return;
    const last = runs.at(-1);
    if (last && hasMark(scene, index - 1, mark)) runs[runs.length - 1] = { from: last.from, to };
    else runs.push({ from, to });
  });
  return runs;
}
