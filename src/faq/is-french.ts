/** Words that hold French sentences together and are no English words. */
const french = new Set(
  `le la les l un une des du de d je j tu vous nous ils elles il elle qui que qu quoi quel quelle quels quelles quand
  combien comment pourquoi est es sont suis être ai avez ont peut peux puis pouvez dois doit devez faut avec sans dans
  pour par sur sous entre chez mon mes ma votre vos leur leurs ce cette ces cet et ou où mais donc ne n pas plus moins
  très trop déjà encore aussi si s au aux en y se sa ses son à été avoir faire demander lettre lettres référence
  références répondant répondante répondants premier tour formulaire jumelage recommandation`.split(/\s+/u),
);

/** Words that do the same in English; those that are French words as well count on both sides. */
const english = new Set(
  `the a an is are was were be do does did i you he she it we they my your his her their our of to for from with in on at
  by and or but not no if how what when where who whom which why can could should would may must have has had will need
  get this that these those there than then so as am me us any some more most letter letters`.split(/\s+/u),
);

/** Words of Spanish, whose small words are partly the same. */
const spanish = new Set(
  'el los las una con para por como cuando donde cuantas cuántas cuantos tengo puedo necesito debo pedir carta cartas mi mis y que si'.split(
    ' ',
  ),
);

/** Accented words that English has borrowed. */
const borrowed = new Set([
  'résumé',
  'résumés',
  'résume',
  'fiancé',
  'fiancée',
  'protégé',
  'café',
  'naïve',
  'née',
  'touché',
]);

/**
 * Whether a text is written in French, by its small words and accents. What could be either, a
 * name or a single English word, is not.
 */
export function isFrench(text: string): boolean {
  const words = text
    .slice(0, 1_000)
    .normalize('NFC')
    .replaceAll('’', "'")
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  let balance = 0;
  words.forEach((word, index) => {
    const small = word.toLowerCase();
    if (french.has(small) || isAccented(word, index === 0)) balance += 1;
    if (english.has(small) || spanish.has(small)) balance -= 1;
  });
  return balance > 0 && words.some((word, index) => isTelling(word.toLowerCase()) || isAccented(word, index === 0));
}

/** An accent within a sentence; a name, which begins with a capital, has its own. */
function isAccented(word: string, first: boolean): boolean {
  const small = word.toLowerCase();
  if (borrowed.has(small) || (!first && word !== small)) return false;
  return /[àâæçéèêëîïôœùûü]/u.test(small);
}

/** A French word of more than two letters that no English question has. */
function isTelling(word: string): boolean {
  return word.length > 2 && french.has(word) && !english.has(word) && !ambiguous.has(word);
}

/** Short or shared: alone they say nothing. */
const ambiguous = new Set([
  'des',
  'les',
  'pour',
  'par',
  'sans',
  'chez',
  'comment',
  'son',
  'tour',
  'plus',
  'sur',
  'dans',
  'ma',
]);
