import { type Reading, type Token, wordAt } from './reading.ts';

/** The units of an age that leave no doubt. */
const units = 'yo[mf]?|ans|y|yrs?|[mf]';
const glued = new RegExp(`^(1?\\d{1,2})(${units})?$`, 'u');

/** Whether an age begins here: `67yo`, `67 y/o`, `67-year-old`, `67 ans`, `67M`, `34 F`, `101 yo`. */
export function isAge(reading: Reading, index: number): boolean {
  const token = reading.tokens[index];
  if (!token || !/^\d/u.test(token.word)) return false;
  const [, number = '', unit] = glued.exec(token.word) ?? [];
  if (number === '') return false;
  if (unit === undefined) return hasUnitBehind(reading, token, index);
  if (/^[mf]$/u.test(unit)) return number.length === 2 && !isMeasured(reading, token, index);
  return unit !== 'y' || reading.plain.startsWith('/o', token.to);
}

function hasUnitBehind(reading: Reading, { word, to }: Token, index: number): boolean {
  const next = reading.tokens[index + 1];
  if (!next || !/^[ -]{0,2}$/u.test(reading.plain.slice(to, next.from))) return false;
  if (/^(?:yo|ans)$/u.test(next.word)) return true;
  if (/^[MF]$/u.test(next.cased)) return word.length === 2;
  if (next.word === 'y') return /^y(?:\/?o\b|\.o)/u.test(reading.plain.slice(next.from, next.to + 3));
  return /^(?:years?|yrs?)$/u.test(next.word) && wordAt(reading, index, 2) === 'old';
}

/** `T 98F` is a fever, `16F` in front of a word for it a catheter, `$40M` an endowment. */
function isMeasured(reading: Reading, { word, from }: Token, index: number): boolean {
  if (/^(?:foley|catheter|tube|french)$/u.test(wordAt(reading, index, 1))) return true;
  const hot = word >= '94' && /^(?:t|temp|temperature|tmax|fever)$/u.test(wordAt(reading, index, -1));
  return hot || /[$€]/u.test(reading.plain.charAt(from - 1));
}
