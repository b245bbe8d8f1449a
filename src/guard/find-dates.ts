import { pieceOf, type Span, spansOf } from './reading.ts';
import { behind, isNear, type Scene, wordsBeside } from './scene.ts';
import type { Rule, Suspect } from './suspect.ts';

const month = `(?:${[
  'jan(?:uary|v|vier)?|feb(?:ruary)?|fevr?(?:ier)?|mar(?:ch|s)?|apr(?:il)?|avr(?:il)?|may|mai|june?|juin|july?|juil(?:let)?',
  'aug(?:ust)?|aout|sept?(?:ember|embre)?|oct(?:ober|obre)?|nov(?:ember|embre)?|dec(?:ember|embre)?',
].join('|')})`;
const year = String.raw`(?:,? ?(?:19|20)\d\d\b)`;

/** A day: `6/12/26`, `2026-06-14`, `3/14`, `March 14th, 2026`, `14 mars`, `1er juin`. */
const day = new RegExp(
  [
    String.raw`(?<![\d/.-])\d{1,4}([/.-])\d{1,2}\1\d{1,4}(?![\d/-])`,
    String.raw`(?<![\d/.-])\d{1,2}/\d{1,2}(?![\d/])`,
    String.raw`\b${month}\.? \d{1,2}(?:st|nd|rd|th)?\b(?!:)${year}?`,
    String.raw`\b\d{1,2}(?:st|nd|rd|th|er)? (?:of )?${month}\b\.?(?:,? ?(?:19|20)?\d\d\b)?`,
  ].join('|'),
  'gu',
);

/** A month without its day: `in June`, `June 2026`, `en juin`. */
const monthOnly = new RegExp(String.raw`(?<=\b(?:in|en|of|from|since|depuis) )${month}\b(?! \d{1,2}\b)${year}?`, 'gu');

/** Days on which something happened to a patient. Deadlines, talks and rotations are the writer's own. */
export const findDates: Rule = (scene) => [
  ...spansOf(scene.plain, day)
    .filter((span) => isDay(pieceOf(scene.plain, span)))
    .flatMap((span) => judgeDay(scene, span)),
  ...spansOf(scene.plain, monthOnly).flatMap((span) => judgeMonth(scene, span)),
];

/** `90/60` and `13/15` are none. */
function isDay(piece: string): boolean {
  const [first = 0, second = 0, third] = piece.match(/\d+/gu)?.map(Number) ?? [];
  if (/[a-z]{3}/u.test(piece)) return first >= 1 && first <= 31;
  return isMonthAndDay(first, second) || (first > 31 && third !== undefined && isMonthAndDay(second, third));
}

function isMonthAndDay(one: number, other: number): boolean {
  const [low, high] = one < other ? [one, other] : [other, one];
  return low >= 1 && low <= 12 && high <= 31;
}

function judgeDay(scene: Scene, span: Span): readonly Suspect[] {
  if (isBirth(scene, span)) return [{ ...span, what: 'date', sure: true }];
  if (isMeasured(scene, span) || isOwn(scene, span) || isNear(scene, span, ['staged'])) return [];
  if (isRange(scene, span) && !isNear(scene, span, ['event'], { before: 5, after: 0 })) return [];
  const happened = isNear(scene, span, ['event', 'procedure'], { before: 7, after: 6 }) || isBorn(scene, span);
  if (happened && isOfPatient(scene, span))
    return isGoverned(scene, span) ? [] : [{ ...span, what: 'date', sure: true }];
  if (!isNear(scene, span, ['patient'], { before: 8, after: 8 })) return [];
  if (isNear(scene, span, ['deadline', 'meeting', 'research'], { before: 8, after: 4 })) return [];
  return [{ ...span, what: 'date', sure: false }];
}

function isOfPatient(scene: Scene, span: Span): boolean {
  return isNear(scene, span, ['patient', 'aged'], { before: 15, after: 15 }) || isNear(scene, span, ['illness']);
}

/** `I was diagnosed on 3/2` is the writer's own story. */
function isOwn(scene: Scene, span: Span): boolean {
  const before = pieceOf(scene.plain, { from: Math.max(0, span.from - 45), to: span.from });
  return (
    /\b(?:i (?:was|got|had)|my|j'ai (?:ete|eu)|ma|mon)\b[^,;.\n]{0,30}$/u.test(before) &&
    !isNear(scene, span, ['patient', 'aged'])
  );
}

/** A month is told of a patient, or of what happened to one. */
function judgeMonth(scene: Scene, span: Span): readonly Suspect[] {
  const happened = isNear(scene, span, ['event'], { before: 4, after: 1 }) && isNear(scene, span, ['patient']);
  return happened || isNear(scene, span, ['patient'], { before: 2, after: 0 })
    ? [{ ...span, what: 'date', sure: false }]
    : [];
}

/** `DOB 4/12/61`, but not the writer's own: `my DOB`. */
function isBirth(scene: Scene, span: Span): boolean {
  const own = /\b(?:my|ma|mon) (?:dob|ddn|date|birth)\b[^,;]{0,25}$/u;
  return (
    isNear(scene, span, ['birth'], { before: 3, after: 0 }) &&
    !own.test(pieceOf(scene.plain, { from: Math.max(0, span.from - 40), to: span.from }))
  );
}

function isBorn(scene: Scene, { from }: Span): boolean {
  return /\b(?:born|nee?)(?: on| le)? $/u.test(pieceOf(scene.plain, { from: Math.max(0, from - 12), to: from }));
}

/** A deadline or a meeting that stands nearer than what happened. */
function isGoverned(scene: Scene, span: Span): boolean {
  return (
    isNear(scene, span, ['deadline', 'meeting'], { before: 2, after: 0 }) &&
    !isNear(scene, span, ['event', 'procedure'], { before: 2, after: 1 })
  );
}

/** What has a stroke in its middle and is no day: `3/5 strength`, `10/10 pain`. */
function isMeasured(scene: Scene, span: Span): boolean {
  const measures =
    /^(?:strength|power|pain|systolic|diastolic|murmur|score|apgar|gcs|reflexes|pulses|stars|points|dose|force|douleur|souffle)$/u;
  const { before, after } = wordsBeside(scene, span);
  return measures.test(before) || measures.test(after);
}

/** `6/1-6/28`, `du 1er au 28 juin`: a rotation. */
function isRange(scene: Scene, { from, to }: Span): boolean {
  const before = pieceOf(scene.plain, { from: Math.max(0, from - 12), to: from });
  return (
    /^ ?(?:-|to|until|through|thru|au) ?(?:\d|[a-z]{3,9} \d)/u.test(behind(scene, to)) ||
    /\d(?:er|st|nd|rd|th)? ?(?:-|to|until|through|thru|au) ?$/u.test(before)
  );
}
