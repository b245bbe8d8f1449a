import { logistic } from './steady-math.ts';

/** Numbers that a likelihood is a weighted sum of, in log odds; the first weight stands alone. */
export type Odds = readonly number[];

const steps = 1_500;
const stepSize = 1;

/** The weights with which the numbers of each case tell best whether it came true. */
export function fitOdds(cases: readonly (readonly number[])[], came: readonly boolean[]): Odds {
  const count = cases[0]?.length ?? 0;
  const means = Array.from({ length: count }, (_, at) => meanOf(cases.map((one) => one[at] as number)));
  const spreads = means.map(
    (mean, at) => Math.sqrt(meanOf(cases.map((one) => ((one[at] as number) - mean) ** 2))) || 1,
  );
  const even = cases.map((one) => one.map((value, at) => (value - (means[at] as number)) / (spreads[at] as number)));
  const weights = new Float64Array(count + 1);
  for (let turn = 0; turn < steps; turn += 1) {
    const slope = new Float64Array(count + 1);
    even.forEach((one, index) => {
      const wrong = logistic(sum(weights, one)) - (came[index] ? 1 : 0);
      slope[0] = (slope[0] as number) + wrong;
      for (let at = 0; at < count; at += 1) slope[at + 1] = (slope[at + 1] as number) + wrong * (one[at] as number);
    });
    for (let at = 0; at <= count; at += 1) {
      weights[at] = (weights[at] as number) - (stepSize * (slope[at] as number)) / cases.length;
    }
  }
  const plain = spreads.map((spread, at) => (weights[at + 1] as number) / spread);
  const alone = plain.reduce((all, weight, at) => all - weight * (means[at] as number), weights[0] as number);
  return [alone, ...plain].map((weight) => Math.round(weight * 1e6) / 1e6);
}

/** How likely a case is, between 0 and 1. */
export function likelihood(odds: Odds, numbers: readonly number[]): number {
  return logistic(sum(odds, numbers));
}

function sum(weights: ArrayLike<number>, numbers: readonly number[]): number {
  return numbers.reduce((all, value, at) => all + value * (weights[at + 1] as number), weights[0] as number);
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((all, value) => all + value, 0) / Math.max(1, numbers.length);
}
