import type { Crash, PlannedMessage, Schedule } from './schedule.ts';

/** Tries at making a schedule smaller, so that shrinking comes to an end. */
const atMost = 2_000;

/** The smallest schedule that can be reached by leaving something out and that still goes wrong. */
export async function shrink(schedule: Schedule, goesWrong: (smaller: Schedule) => Promise<boolean>) {
  let smallest = schedule;
  let tries = 0;
  for (let found = true; found; ) {
    found = false;
    for (const smaller of smallerThan(smallest)) {
      tries += 1;
      if (tries > atMost) return smallest;
      if (!(await goesWrong(smaller))) continue;
      smallest = smaller;
      found = true;
      break;
    }
  }
  return smallest;
}

/** Everything that is one step simpler, the largest steps first. */
function* smallerThan(schedule: Schedule): Iterable<Schedule> {
  const { messages, crashes, blind, nonceWindow } = schedule;
  for (const left of without(messages)) if (left.length > 0) yield { ...schedule, messages: left };
  for (const left of without(crashes)) yield { ...schedule, crashes: left };
  if (blind[1] > 0) yield { ...schedule, blind: [0, 0] };
  if (nonceWindow > 0) yield { ...schedule, nonceWindow: 0 };
  for (const [index, message] of messages.entries())
    for (const simpler of simplerMessages(message)) yield { ...schedule, messages: messages.with(index, simpler) };
  for (const [index, crash] of crashes.entries())
    for (const simpler of simplerCrashes(crash)) yield { ...schedule, crashes: crashes.with(index, simpler) };
}

function* without<T>(list: readonly T[]): Iterable<readonly T[]> {
  for (const index of list.keys()) yield list.toSpliced(index, 1);
}

function* simplerMessages(message: PlannedMessage): Iterable<PlannedMessage> {
  const { at, faults } = message;
  for (const [index, fault] of faults.entries()) {
    if (fault) yield { ...message, faults: faults.with(index, undefined) };
    else if (index === faults.length - 1) yield { ...message, faults: faults.slice(0, index) };
  }
  if (at > 0) yield { ...message, at: 0 };
}

/** With fewer messages there are fewer steps, and the same moment has an earlier number. */
function* simplerCrashes(crash: Crash): Iterable<Crash> {
  if (crash.downFor > 1_000) yield { ...crash, downFor: 1_000 };
  for (let step = 1; step < crash.step; step += 1) yield { ...crash, step };
}
