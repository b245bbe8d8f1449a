import { pieceOf, type Span, spansOf } from './reading.ts';
import { isNear, type Scene, wordsBeside } from './scene.ts';
import type { Filling, Rule, Suspect } from './suspect.ts';

const into = String.raw`(?:\b(?:in|at|from|en|a la|au|dans la|dans le|de la|du) (?:the )?)?`;
const unit = String.raw`(?:\b\d{1,2} ?(?:n|s|e|w|east|west|north|south)[ -])?`;
const word = String.raw`\b(?:rooms?|rms?|beds?|chambres?|chbre|ch|lits?)\b\.? ?(?:number |no\.? |numero )?`;
const number = String.raw`#?[a-z]?\d{1,4}[a-z]?(?:-\d{1,4})?\b`;
const further = `(?:(?:,| and| et) ${number})?(?:,? (?:bed|lit) ?${number})?`;

/** `room 412`, `in rm. 7`, `6N bed 14`, `ch 412`, `au lit 7B`, `5W-412`. */
const room = new RegExp(`${into}(?:${unit}${word}${number}|\\b\\d{1,2}[nsew]-\\d{1,4}\\b)${further}`, 'gu');

/** A number that can only be a room: `the guy in 412`. */
const bare =
  /\b(?:in|from|au) (?!(?:19|20)\d\d\b)\d{3,4}[a-z]?\b(?![ ,.]?\d)(?! (?:patients|cases|hours|min|weeks|subjects|rue|avenue)\b)/gu;

/** Rooms and beds of patients. Others are where people meet, work and sleep. */
export const findRooms: Rule = (scene) => [
  ...spansOf(scene.plain, room)
    .filter((span) => !isReading(scene, span))
    .flatMap((span) => judgeRoom(scene, span)),
  ...spansOf(scene.plain, bare).flatMap((span) => judgeNumber(scene, span)),
];

function judgeRoom(scene: Scene, span: Span): readonly Suspect[] {
  if (isNear(scene, span, ['staged'])) return [];
  const beside = isNear(scene, span, ['patient', 'patients'], { before: 3, after: 2 });
  if (!beside && isNear(scene, span, ['meeting', 'staff'], { before: 6, after: 5 })) return [];
  const bed = /\b(?:beds?|lits?)\b/u.test(pieceOf(scene.plain, span));
  const sure =
    beside ||
    (bed && isNear(scene, span, ['somebody'], { before: 3, after: 1 })) ||
    isNear(scene, span, ['patient'], { before: 15, after: 15, within: 'line' }) ||
    isNear(scene, span, ['aged', 'illness'], { before: 15, after: 10 });
  if (!sure && !bed && !isNear(scene, span, ['ward', 'somebody', 'event'], { before: 6, after: 6 })) return [];
  return [{ ...span, what: 'room', sure, as: standIn(scene, span) }];
}

function judgeNumber(scene: Scene, span: Span): readonly Suspect[] {
  const patient = isNear(scene, span, ['patient'], { before: 2, after: 0 });
  if (!patient && !isNear(scene, span, ['somebody'], { before: 1, after: 0 })) return [];
  const sure = patient || isNear(scene, span, ['illness', 'aged']);
  return [{ ...span, what: 'room', sure, as: 'hospital' }];
}

/** A room stands for its patient where no other word does. */
function standIn(scene: Scene, span: Span): Filling {
  if (/^(?:in|at|from|en|a|au|dans|de|du) /u.test(pieceOf(scene.plain, span))) return 'hospital';
  if (/^(?:for|of|with|pour|avec)$/u.test(wordsBeside(scene, span).before)) return 'patient';
  if (isNear(scene, span, ['ward'], { before: 1, after: 0 })) return 'nothing';
  return isNear(scene, span, ['patient', 'aged', 'somebody']) ? 'hospital' : 'patient';
}

/** In French `lit` is a bed, and also what a reader does. */
function isReading(scene: Scene, span: Span): boolean {
  if (!/(?:^| )lit /u.test(pieceOf(scene.plain, span))) return false;
  const { before, after } = wordsBeside(scene, span);
  return (
    /^(?:il|elle|on|qui|superviseure?|medecin|patronn?e?|mentore?)$/u.test(before) ||
    /^(?:fois|articles?|dossiers|livres?|pages?|heures?|notes|textes?|revues?|etudes?|lettres)$/u.test(after)
  );
}
