import { spansOf } from './reading.ts';
import { hasMark, isNear, type Scene } from './scene.ts';
import type { Rule, Suspect } from './suspect.ts';

const phone = new RegExp(
  [
    // As in North America.
    String.raw`(?<![\d-])(?:\+?1[ .-]?)?\(?\d{3}\)?[ .-]?\d{3}[ .-]\d{4}(?![\d-])`,
    // With a country's number, and as in France.
    String.raw`\+\d{1,3}(?:[ .-]?\d{2,6}){2,5}\b`,
    String.raw`\b0\d(?:[ .-]\d\d){4}\b`,
    // Without gaps, behind a word for it.
    String.raw`(?<=\b(?:phone|cell|tel|ph|mobile|fax)\b[ .:#]{1,3})\d{10}\b`,
  ].join('|'),
  'gu',
);
const email = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/gu;
const handle = /(?<![\w.])@[\w.]{2,30}|https?:\/\/[^\s"<>]{3,200}/gu;

const street = 'st|street|ave|avenue|rd|road|blvd|boulevard|lane|ln|drive|dr|way|court|ct|place|pl|terrace|hwy|highway';
const address = new RegExp(
  [
    String.raw`\b\d{1,5} (?:[a-z.'-]{1,20} ){1,3}(?:${street})\b(?:\.?,? (?:apt|unit|suite|#) ?\w{1,5})?`,
    String.raw`\b\d{1,5},? (?:rue|avenue|av|boul|boulevard|chemin|rang)\.? (?:[a-z.'-]{1,20} ?){1,4}`,
  ].join('|'),
  'gu',
);
const code = /\b(?:zip(?: code)?|postal code|code postal)[ :]{1,2}\d{5}(?:-\d{4})?\b|\b[a-z]\d[a-z] \d[a-z]\d\b/gu;

/** Where a patient can be reached; what belongs to an office is nobody's secret. */
export const findContacts: Rule = (scene) => [
  ...spansOf(scene.plain, phone).flatMap((span) => reached(scene, { ...span, what: 'phone', sure: true })),
  ...spansOf(scene.plain, email).flatMap((span) => reached(scene, { ...span, what: 'email', sure: true })),
  ...[...spansOf(scene.plain, address), ...spansOf(scene.plain, code)].flatMap((span) =>
    reached(scene, { ...span, what: 'address', sure: true }),
  ),
  ...online(scene),
];

function reached(scene: Scene, suspect: Suspect): readonly Suspect[] {
  const beside = isNear(scene, suspect, ['patient'], { before: 8, after: 8, within: 'line' });
  const offices = isNear(scene, suspect, ['staff'], { before: 4, after: 4 });
  if (beside) return [{ ...suspect, sure: !offices || isNear(scene, suspect, ['patient'], { before: 4, after: 2 }) }];
  const someone = isNear(scene, suspect, ['relative', 'aged']) && isNear(scene, suspect, ['illness', 'ward', 'event']);
  return someone && !offices ? [{ ...suspect, sure: false }] : [];
}

/** A page about somebody, or their account on one. */
function online(scene: Scene): readonly Suspect[] {
  const accounts = spansOf(scene.plain, handle)
    .filter((span) => isNear(scene, span, ['online'], { before: 4, after: 2 }) && isNear(scene, span, ['patient']))
    .map((span): Suspect => ({ ...span, what: 'online', sure: true }));
  if (accounts.length > 0) return accounts;
  return scene.tokens
    .filter((_, index) => hasMark(scene, index, 'online'))
    .filter((token) => isNear(scene, token, ['patient'], { before: 4, after: 4 }))
    .map(({ from, to }): Suspect => ({ what: 'online', from, to, sure: false }));
}
