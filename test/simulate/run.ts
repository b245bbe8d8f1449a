import { type Schedule, scheduleOf } from './schedule.ts';
import { shrink } from './shrink.ts';
import { openSimulation, type Plant } from './simulation.ts';

export interface Failure {
  readonly seed: number;
  readonly schedule: Schedule;
  readonly wrong: readonly string[];
  readonly story: readonly string[];
}

export interface Report {
  readonly played: number;
  readonly crashes: number;
  readonly copies: number;
  /** The first schedule that went wrong, made as small as it can be. */
  readonly failure: Failure | undefined;
}

/** Plays so many schedules, from a seed upwards, and stops at the first that goes wrong. */
export async function simulate(options: {
  readonly schedules: number;
  readonly seed: number;
  readonly plant?: Plant | undefined;
}): Promise<Report> {
  const { play, close } = await openSimulation(options.plant);
  let [crashes, copies, played] = [0, 0, 0];
  let failure: Failure | undefined;
  while (played < options.schedules && !failure) {
    const seed = options.seed + played;
    const schedule = scheduleOf(seed);
    const verdict = await play(schedule);
    played += 1;
    crashes += verdict.crashes;
    copies += verdict.copies;
    if (verdict.wrong.length === 0) continue;
    const smallest = await shrink(schedule, async (smaller) => (await play(smaller)).wrong.length > 0);
    const { wrong, story } = await play(smallest, true);
    failure = { seed, schedule: smallest, wrong, story };
  }
  await close();
  return { played, crashes, copies, failure };
}
