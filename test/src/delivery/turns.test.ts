import { describe, expect, it } from 'vitest';
import type { Pace } from '../../../src/core/ports.ts';
import { createPacer } from '../../../src/delivery/pacer.ts';
import { createTurns, type Task } from '../../../src/delivery/turns.ts';

function waiting(pace: Pace, ...places: readonly string[]) {
  const pacer = createPacer(pace);
  const turns = createTurns<Task>(pacer);
  for (const [index, place] of places.entries()) turns.add({ id: `${index}`, place, errand: 'send' });
  const take = (now: number, room = 100) => {
    const { tasks, next } = turns.take(now, room);
    return { tasks, places: tasks.map(({ place }) => place), next };
  };
  return { pacer, turns, take };
}

describe('turns', () => {
  it('go around among tenants, whoever has many', () => {
    const { take } = waiting({}, 'A/1', 'A/2', 'A/3', 'B/1', 'C/1', 'C/2');
    expect(take(0).places).toEqual(['A/1', 'B/1', 'C/1', 'A/2', 'C/2', 'A/3']);
  });

  it('go on where they ended', () => {
    const { take } = waiting({}, 'A/1', 'A/2', 'A/3', 'B/1', 'C/1');
    expect([take(0, 2).places, take(0, 2).places, take(0, 2).places]).toEqual([
      ['A/1', 'B/1'],
      ['C/1', 'A/2'],
      ['A/3'],
    ]);
  });

  it('of people who belong to no workspace are their own', () => {
    const { take } = waiting({}, '/@U1', '/@U2', 'A/1', 'A/2');
    expect(take(0).places).toEqual(['/@U1', '/@U2', 'A/1', 'A/2']);
  });

  it('in one place follow each other', () => {
    const { take, turns } = waiting({}, 'A/1', 'A/1', 'A/2');
    const { tasks, places, next } = take(0);
    expect([places, next]).toEqual([['A/1', 'A/2'], Number.POSITIVE_INFINITY]);
    for (const task of tasks) turns.end(task);
    expect(take(1).places).toEqual(['A/1']);
  });

  it('of one tenant are a few at a time, so that a slow one does not fill the house', () => {
    const { take, turns } = waiting({}, 'A/1', 'A/2', 'A/3', 'A/4', 'A/5', 'B/1');
    const { tasks, places } = take(0);
    expect(places).toEqual(['A/1', 'B/1', 'A/2', 'A/3', 'A/4']);
    const [first] = tasks;
    if (first) turns.end(first);
    expect(take(1).places).toEqual(['A/5']);
  });

  it('tell when the next one may go', () => {
    const { take, pacer } = waiting({ workspace: { count: 1, milliseconds: 1_000 } }, 'A/1', 'A/2', 'B/1');
    pacer.hold('B/1', 300);
    expect(take(0)).toMatchObject({ places: ['A/1'], next: 300 });
    expect(take(300)).toMatchObject({ places: ['B/1'], next: 1_030 });
    expect(take(1_029).places).toEqual([]);
    expect(take(1_030).places).toEqual(['A/2']);
  });

  it('are not taken by a task that comes after another, where one waits already', () => {
    const { take, turns } = waiting({}, 'A/1');
    const [task] = take(0).tasks;
    if (!task) throw new Error('nobody had a turn');
    turns.add({ id: '0', place: 'A/1', errand: 'look' });
    turns.end(task, task);
    expect(take(1).tasks.map(({ errand }) => errand)).toEqual(['look']);
  });

  it('are lost when all is listed anew, except for what is under way', () => {
    const { take, turns } = waiting({}, 'A/1', 'B/1');
    const [task] = take(0, 1).tasks;
    turns.clear();
    turns.add({ id: '9', place: 'A/1', errand: 'send' });
    expect(take(1).places).toEqual([]);
    if (task) turns.end(task);
    expect(take(2).places).toEqual(['A/1']);
  });
});
