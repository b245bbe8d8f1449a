import { givenNames } from './given-names.ts';
import { canBeName, endOfName, isAllCapitals, isCapital, isShouted } from './name-words.ts';
import { type Span, wordAt } from './reading.ts';
import { behind, gapBehind, hasMark, isNear, type Scene } from './scene.ts';
import { judgeTokens, type Rule, type Suspect } from './suspect.ts';

/** Names that no word for a patient introduces: of an age, of a newborn, of a patient's kin, of who is ill. */
export const findGiven: Rule = (scene) =>
  judgeTokens(
    scene,
    (index) =>
      beforeAge(scene, index) ??
      afterAge(scene, index) ??
      ofKin(scene, index) ??
      ofFamily(scene, index) ??
      ofIllness(scene, index),
  );

/** What stands with a capital before an age and is no name: `Cardiology, 67M`. */
const department =
  /(?:ology|ologie|ics|iatry|iatrie|ery|gie|cine|ing|tion|ment|ward|care|cases?|unit|floor|clinic|intensive|obstetrics|er|ob|peds)$/u;

/** `Maria, 34F`, `Emily R., 17F`, `Carlos M., cirrhosis`, for certain; `Ortega (67M)`, in doubt. */
function beforeAge(scene: Scene, index: number): Suspect | undefined {
  const token = scene.tokens[index];
  if (!token || !isNear(scene, token, ['aged', 'illness'], { before: 0, after: 7 })) return undefined;
  const given = isGiven(scene, index);
  const capital = isCapital(token) && !isShouted(scene, token) && canBeName(scene, index);
  const initial = capital ? /^ \p{Lu}\b\.?(?=[, (])/u.exec(scene.cased.slice(token.to, token.to + 5)) : null;
  const to = initial ? token.to + initial[0].length : endOfName(scene, index);
  const span = { from: token.from, to };
  if (!/^(?:,? \(?|,)(?=[\p{L}\p{N}])/u.test(behind(scene, to))) return undefined;
  if (given || initial) {
    const ill = given && initial && isNear(scene, span, ['illness'], { before: 0, after: 3 });
    return ill || isNear(scene, span, ['aged'], { before: 0, after: 1 }) ? asPatient(span, true) : undefined;
  }
  const surname = capital && !department.test(token.word) && /^,? ?[,(]/u.test(behind(scene, to));
  return surname && isNear(scene, span, ['aged'], { before: 0, after: 1 }) ? asPatient(span, false) : undefined;
}

/** `4yo M Jayden with`, `67yoM "Joe" Lind`, `baby girl Martinez`. */
function afterAge(scene: Scene, index: number): Suspect | undefined {
  const token = scene.tokens[index];
  const aged = hasMark(scene, index - 1, 'aged');
  const somebody = hasMark(scene, index - 1, 'somebody');
  if (!token || !(aged || somebody) || !canBeName(scene, index) || isShouted(scene, token)) return undefined;
  if (!/^ "?$/u.test(gapBehind(scene, index - 1))) return undefined;
  const newborn = /^(?:baby|bebe) (?:girl|boy|fille|garcon)$/u.test(
    `${wordAt(scene, index, -2)} ${wordAt(scene, index, -1)}`,
  );
  const sexed = somebody && hasMark(scene, index - 2, 'aged');
  const name = givenNames.has(token.word) || (isCapital(token) && !isAllCapitals(token));
  if (!name || !(newborn || sexed || aged)) return undefined;
  return without({ from: token.from, to: endOfName(scene, index) }, scene.tokens[index - 1]);
}

/** `patient's husband Tom Brennan`. */
function ofKin(scene: Scene, index: number): Suspect | undefined {
  const [kin, token] = [scene.tokens[index], scene.tokens[index + 1]];
  if (!kin || !token || !hasMark(scene, index, 'relative') || gapBehind(scene, index) !== ' ') return undefined;
  if (!isCapital(token) || !canBeName(scene, index + 1)) return undefined;
  if (!isNear(scene, kin, ['patient'], { before: 2, after: 0 })) return undefined;
  return without({ from: token.from, to: endOfName(scene, index + 1) }, kin);
}

/** What families talk about with a team. */
const decisions =
  /^ family\b(?! (?:med|pract|clinic|health|physic)).{0,30}\b(?:meeting|withdrawal|goals|goc|hospice|consent|code status|comfort)\b/u;

/** `Brennan family, withdrawal of care`. */
function ofFamily(scene: Scene, index: number): Suspect | undefined {
  const token = scene.tokens[index];
  if (!token || !hasMark(scene, index + 1, 'relative') || !isCapital(token) || !canBeName(scene, index))
    return undefined;
  return decisions.test(behind(scene, token.to, 60)) ? asPatient(token, false) : undefined;
}

/** Between a name and what its owner has. */
const has =
  /^(?:'s|,? (?:had|has|with|w\/?|got|developed|avait|avec|a eu|a fait|souffre|was admitted|died|and (?:his|her|the)|et (?:son|sa|ses|la|le))\b| ?\()/u;

/** `Maria had a stroke`, `Jose's leukemia`: a patient, or a friend. */
function ofIllness(scene: Scene, index: number): Suspect | undefined {
  const token = scene.tokens[index];
  if (!token || !isGiven(scene, index)) return undefined;
  const to = has.test(behind(scene, token.to)) ? token.to : endOfName(scene, index);
  const span = { from: token.from, to };
  if (!has.test(behind(scene, to))) return undefined;
  const after = /^ ?\(/u.test(behind(scene, to)) ? 2 : 5;
  const ill = isNear(scene, span, ['illness', 'rare', 'procedure', 'care'], { before: 0, after });
  const works = isNear(scene, span, ['staff', 'meeting', 'research', 'colleague'], { before: 4, after: 8 });
  return ill && !works ? asPatient(span, false) : undefined;
}

/** A given name, and not that of a doctor or a place. */
function isGiven(scene: Scene, index: number): boolean {
  const other =
    /^(?:dre?|prof|professor|doctor|st|saint|sainte|ste|mt|mount|san|santa|fort|port|north|south|east|west)$/u;
  return givenNames.has(wordAt(scene, index)) && !other.test(wordAt(scene, index, -1));
}

function asPatient({ from, to }: Span, sure: boolean): Suspect {
  return { what: 'name', from, to, sure, as: 'patient' };
}

/** The word before it says enough. */
function without(span: Span, before: Span | undefined): Suspect {
  return { what: 'name', ...span, sure: true, cut: { from: before?.to ?? span.from, to: span.to }, as: 'nothing' };
}
