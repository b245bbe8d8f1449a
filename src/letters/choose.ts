/**
 * Chooses the letters for one program, exactly. The order of preference is lexicographic: an earlier
 * point decides before a later one is looked at.
 *
 * 1. What is asked for is there: of each sort as many as are needed, one sort after the other, and
 *    then the number of letters.
 * 2. No second letter of one writer.
 * 3. Few weak letters.
 * 4. Of each sort as many as are better, one sort after the other, and no more than are of use.
 * 5. As many letters as are usual.
 * 6. The merits of the letters, one merit after the other, each summed up over the letters.
 * 7. What comes first by the ids of writers and letters, so that equal cases end alike.
 *
 * The points 1, 4 and 5 depend on nothing but how many letters of each sort are chosen; the others are
 * sums over letters, or over those of one writer. So the letters are gone through once, writer by writer,
 * and of all choices that agree in those numbers only the best is carried on: adding the same letter to
 * two of them never turns their order round.
 */

/** What one letter is to one program. */
export interface Option {
  readonly letter: string;
  readonly writer: string;
  /** It stays, whatever else is chosen. */
  readonly fixed: boolean;
  /** Whether it is of each sort that is looked for, in the order of `Wanted`. */
  readonly sorts: readonly boolean[];
  /** Written in a standardized form, wanted here or not. */
  readonly standardized: boolean;
  readonly weak: boolean;
  /** The most important first, 1 or 0 each; as many for every option. */
  readonly merits: readonly number[];
}

/** How many letters of a sort. */
export interface Sort {
  /** Fewer are too few. */
  readonly min: number;
  /** At least as many as `min`. */
  readonly better: number;
  /** More are of no use; at least as many as `better`, `Infinity` where that is not so. */
  readonly atMost: number;
}

/** What is looked for. */
export interface Wanted {
  /** The most important first. */
  readonly sorts: readonly Sort[];
  /** The fewest letters that are asked for. */
  readonly letters: number;
  /** How many letters are usual; at least as many as are asked for and there can be. */
  readonly usual: number;
  /** The most letters there can be; `Infinity` where nothing limits them. Fixed ones stay even above it. */
  readonly most: number;
  /** Whoever writes a standardized form writes no second letter. */
  readonly soleForm: boolean;
}

/** A choice among the letters gone through so far. */
interface Choice {
  /** How many of each sort, counted up to the number from which another one changes nothing but a loss. */
  readonly have: readonly number[];
  readonly size: number;
  /** What the writer at hand has in it. */
  readonly atHand: 'none' | 'letter' | 'form';
  /** All that is lost by single letters, by the weights of the points; less is better. */
  readonly loss: bigint;
  /** Places of the letters in their order, rising. */
  readonly chosen: readonly number[];
}

/**
 * What one unit of each point of the order weighs: so much that all later points together never
 * outweigh it. A whole comparison is then one of two numbers.
 */
interface Weights {
  readonly short: readonly bigint[];
  readonly letters: bigint;
  readonly second: bigint;
  readonly weak: bigint;
  readonly better: readonly bigint[];
  readonly tooMany: readonly bigint[];
  readonly usual: bigint;
  readonly merits: readonly bigint[];
}

/** The ids of the letters that are the best choice. */
export function choose(options: readonly Option[], wanted: Wanted): ReadonlySet<string> {
  const most = mostOf(options, wanted);
  const inOrder = narrowed(options, wanted, most).toSorted(byWriter);
  const weights = weightsFor(options, wanted);
  let choices: readonly Choice[] = [start(inOrder, wanted)];
  inOrder.forEach((option, place) => {
    const further = inOrder[place - 1]?.writer === option.writer;
    choices = goneOn(choices, option, { place, further, most, wanted, weights, loss: lossOf(option, weights) });
  });
  const whole = choices.map((choice) => ({ ...choice, loss: choice.loss + shortOf(choice, wanted, weights) }));
  const best = whole.reduce((a, b) => (isBetter(b, a) ? b : a));
  return new Set(best.chosen.map((place) => inOrder[place]?.letter ?? ''));
}

/** A limit where nothing sets one: a letter beyond what is usual, needed or better is better left out. */
function mostOf(options: readonly Option[], { sorts, usual, most }: Wanted): number {
  const fixed = options.filter((option) => option.fixed).length;
  return Math.min(most, fixed + usual + sorts.reduce((sum, { better }) => sum + better, 0));
}

function weightsFor(options: readonly Option[], { sorts, letters, usual }: Wanted): Weights {
  // No point of two choices differs by as much: it counts letters that are there, or that are wanted.
  const base = BigInt(1 + options.length + letters + usual + sorts.reduce((sum, { better }) => sum + better, 0));
  const merits = options[0]?.merits.length ?? 0;
  let next = base ** BigInt(3 * sorts.length + 4 + merits);
  const weight = (): bigint => {
    next /= base;
    return next;
  };
  const short = sorts.map(weight);
  const [ofLetters, second, weak] = [weight(), weight(), weight()];
  const ofSorts = sorts.map(() => ({ better: weight(), tooMany: weight() }));
  return {
    short,
    letters: ofLetters,
    second,
    weak,
    better: ofSorts.map(({ better }) => better),
    tooMany: ofSorts.map(({ tooMany }) => tooMany),
    usual: weight(),
    merits: Array.from({ length: merits }, weight),
  };
}

/**
 * Leaves out what cannot be among the best: a letter to which as many writers as there are places have a
 * better one. One of these writers is not chosen yet, and their letter would take its place.
 */
function narrowed(options: readonly Option[], wanted: Wanted, most: number): readonly Option[] {
  return options.filter((option) => {
    const ahead = new Set<string>();
    for (const other of options) {
      if (ahead.size >= most) return option.fixed;
      if (replaces(other, option, wanted)) ahead.add(other.writer);
    }
    return ahead.size < most || option.fixed;
  });
}

/** Whether a letter can stand in the place of another in any choice, and makes it better. */
function replaces(a: Option, b: Option, { sorts }: Wanted): boolean {
  if (a.fixed || a === b) return false;
  for (const [index, { atMost }] of sorts.entries()) {
    const [mine, theirs] = [a.sorts[index], b.sorts[index]];
    // Where too many can be a loss, being of the sort is no gain in every choice.
    if (mine !== theirs && (theirs || atMost !== Number.POSITIVE_INFINITY)) return false;
  }
  if (a.weak !== b.weak) return b.weak;
  return (compare(b.merits, a.merits) || byWriter(a, b)) < 0;
}

/** A writer's fixed letters come first, so that the others are judged beside them. */
function byWriter(a: Option, b: Option): number {
  if (a.writer !== b.writer) return a.writer < b.writer ? -1 : 1;
  if (a.fixed !== b.fixed) return a.fixed ? -1 : 1;
  return a.letter < b.letter ? -1 : 1;
}

/** Nothing chosen yet; fixed letters have their places from the beginning. */
function start(options: readonly Option[], { sorts }: Wanted): Choice {
  const size = options.filter(({ fixed }) => fixed).length;
  return { have: sorts.map(() => 0), size, atHand: 'none', loss: 0n, chosen: [] };
}

/** What stays the same while one letter is put to all choices; `further` is one of the last one's writer. */
interface Step {
  readonly place: number;
  readonly further: boolean;
  readonly most: number;
  readonly wanted: Wanted;
  readonly weights: Weights;
  /** What the letter loses by itself. */
  readonly loss: bigint;
}

function lossOf({ weak, merits }: Option, weights: Weights): bigint {
  return merits.reduce(
    (loss, merit, index) => (merit === 1 ? loss - (weights.merits[index] ?? 0n) : loss),
    weak ? weights.weak : 0n,
  );
}

/** Every choice without and with one more letter; of those that agree from here on, the best. */
function goneOn(choices: readonly Choice[], option: Option, step: Step): readonly Choice[] {
  const best = new Map<string, Choice>();
  const keep = (choice: Choice): void => {
    const key = `${choice.have.join()} ${choice.size} ${choice.atHand}`;
    const other = best.get(key);
    if (!other || isBetter(choice, other)) best.set(key, choice);
  };
  for (const earlier of choices) {
    const choice: Choice = step.further ? earlier : { ...earlier, atHand: 'none' };
    if (!option.fixed) keep(choice);
    if (option.fixed || (choice.size < step.most && !clashes(choice, option, step.wanted)))
      keep(extended(choice, option, step));
  }
  return [...best.values()];
}

function clashes({ atHand }: Choice, { standardized }: Option, { soleForm }: Wanted): boolean {
  return soleForm && (atHand === 'form' || (standardized && atHand === 'letter'));
}

function extended(choice: Choice, option: Option, { place, wanted, weights, loss }: Step): Choice {
  const { size, atHand, chosen } = choice;
  const have = [...choice.have];
  let lost = choice.loss + loss;
  if (atHand !== 'none') lost += weights.second;
  for (const [index, { better, atMost }] of wanted.sorts.entries()) {
    const number = have[index] ?? 0;
    if (!option.sorts[index]) continue;
    if (number >= atMost) lost += weights.tooMany[index] ?? 0n;
    have[index] = Math.min(atMost < Number.POSITIVE_INFINITY ? atMost : better, number + 1);
  }
  return {
    have,
    size: size + (option.fixed ? 0 : 1),
    atHand: option.standardized || atHand === 'form' ? 'form' : 'letter',
    loss: lost,
    chosen: [...chosen, place],
  };
}

/** What a whole choice falls short of: the points that numbers alone decide. */
function shortOf({ have, size }: Choice, { sorts, letters, usual }: Wanted, weights: Weights): bigint {
  let loss = BigInt(Math.max(0, letters - size)) * weights.letters + BigInt(Math.abs(usual - size)) * weights.usual;
  for (const [index, { min, better }] of sorts.entries()) {
    const number = have[index] ?? 0;
    loss += BigInt(Math.max(0, min - number)) * (weights.short[index] ?? 0n);
    loss += BigInt(Math.max(0, better - number)) * (weights.better[index] ?? 0n);
  }
  return loss;
}

function isBetter(a: Choice, b: Choice): boolean {
  return a.loss === b.loss ? compare(a.chosen, b.chosen) < 0 : a.loss < b.loss;
}

/** Lexicographically; both are of the same length wherever it matters. */
function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, one] of a.entries()) {
    const other = b[index] ?? 0;
    if (one !== other) return one - other;
  }
  return 0;
}
