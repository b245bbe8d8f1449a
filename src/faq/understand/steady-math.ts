/**
 * `exp` and `log` out of additions, multiplications and divisions alone, whose last bit the
 * language fixes. The engine's own may differ in it, and then the trained file would, too.
 */

/** Two to the power of -1,011 to 1,010: halved and doubled, which loses nothing. */
const powersOfTwo = new Float64Array(2022);
powersOfTwo[1011] = 1;
for (let at = 1012; at < 2022; at += 1) powersOfTwo[at] = (powersOfTwo[at - 1] as number) * 2;
for (let at = 1010; at >= 0; at -= 1) powersOfTwo[at] = (powersOfTwo[at + 1] as number) / 2;

/** e to the power of a number between -700 and 700; beyond, the nearest of these. */
export function exp(power: number): number {
  const bounded = Math.min(700, Math.max(-700, power));
  const halvings = Math.round(bounded / Math.LN2);
  const rest = bounded - halvings * Math.LN2;
  let sum = 1;
  for (let order = 13; order > 0; order -= 1) sum = 1 + (sum * rest) / order;
  return sum * (powersOfTwo[1011 + halvings] as number);
}

/** The natural logarithm of a positive number. */
export function log(of: number): number {
  let rest = of;
  let doublings = 0;
  for (; rest > 1.5; rest /= 2) doublings += 1;
  for (; rest < 0.75; rest *= 2) doublings -= 1;
  const ratio = (rest - 1) / (rest + 1);
  const square = ratio * ratio;
  let sum = 0;
  for (let order = 25; order > 0; order -= 2) sum = sum * square + 1 / order;
  return 2 * ratio * sum + doublings * Math.LN2;
}

/** Between 0 and 1: how likely a thing is whose log odds are these. */
export function logistic(logOdds: number): number {
  return 1 / (1 + exp(-logOdds));
}
