import { type Span, wordAt } from './reading.ts';
import { behind, hasMark, isNear, type Scene } from './scene.ts';
import { judgeTokens, type Rule, type Suspect } from './suspect.ts';

/**
 * Ages over 89, which Safe Harbor takes together as "90 or older", beside a sign of a patient. The
 * writer's own grandmother, a score, a temperature and an age group are none.
 */
export const findAges: Rule = (scene) => judgeTokens(scene, (index) => judgeAge(scene, index));

function judgeAge(scene: Scene, index: number): Suspect | undefined {
  const { word = '', from = 0, to = 0 } = scene.tokens[index] ?? {};
  if (!/^(?:9\d|1[01]\d)(?:yo[mf]?|y|yrs?|ans|[mf])?$/u.test(word)) return undefined;
  const aged = hasMark(scene, index, 'aged');
  if (!aged && !isSaidToBe(scene, index)) return undefined;
  const span = { from, to: aged ? to + unitBehind(behind(scene, to)) : to };
  return isBesidePatient(scene, span, word) ? { what: 'age', ...span, sure: true } : undefined;
}

/** Nobody writes `94yo` of anybody else; 98F alone may be a temperature. */
function isBesidePatient(scene: Scene, span: Span, word: string): boolean {
  if (/^\d+(?:yo| ?y\/?o)/u.test(word + behind(scene, span.from + word.length, 4))) return true;
  if (/[mf]$/u.test(word))
    return isNear(scene, span, ['patient', 'illness', 'event', 'procedure'], { before: 2, after: 3 });
  return isNear(scene, span, ['patient', 'illness', 'event', 'somebody', 'procedure'], { before: 8, after: 8 });
}

/** `age 91`, `aged 93`, `âgée de 92`. */
function isSaidToBe(scene: Scene, index: number): boolean {
  const before = wordAt(scene, index, -1);
  return /^(?:aged?|agee?)$/u.test(before === 'de' ? wordAt(scene, index, -2) : before);
}

/** The unit belongs to the age: `94-year-old`, `92 y/o`, `94 ans`. */
function unitBehind(text: string): number {
  return /^[ -]?(?:years?[ -]old|yrs?[ -]old|y\/o|y\.o\.?|\/o|yo|ans)\b/u.exec(text)?.[0].length ?? 0;
}
