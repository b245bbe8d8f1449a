import type { Day } from '../core/time.ts';
import { daysBetween } from '../dates/calendar.ts';
import { type Asker, demandOf } from './demand.ts';
import type { Dossier } from './dossier.ts';
import { misfit, placeLetter, placeProgram } from './fit.ts';
import type { Program } from './program.ts';
import { isGone, isIn } from './stages.ts';

/** How much a program presses; `days` are those until its letters are due, or since. */
export type Urgency =
  | { readonly kind: 'overdue' | 'soon'; readonly due: Day; readonly days: number }
  | { readonly kind: 'applied'; readonly on: Day }
  | { readonly kind: 'later' };

/** Letters that lie about, and programs that lack some. */
export type Alarm =
  /** It is in, and goes to none of the programs that could have it. */
  | { readonly code: 'unassigned'; readonly letter: string; readonly programs: number }
  /** Fewer letters go there than are asked for. */
  | {
      readonly code: 'short';
      readonly program: string;
      readonly have: number;
      readonly asked: number;
      readonly by: Asker;
      readonly urgency: Urgency;
    };

/**
 * What a look at letters and programs together shows: first programs that press, then letters that go
 * nowhere, then the other programs. Where no program is tracked there is nothing to compare, and nothing
 * is said. `soon` is how many days before its due date a program begins to press.
 */
export function alarms(dossier: Dossier, soon: number): readonly Alarm[] {
  const short = shortPrograms(dossier, soon);
  const presses = ({ urgency }: { readonly urgency: Urgency }) => urgency.kind !== 'later';
  return [
    ...short.filter(presses).toSorted((a, b) => rank(a.urgency) - rank(b.urgency)),
    ...unassigned(dossier),
    ...short.filter((one) => !presses(one)),
  ];
}

function shortPrograms(dossier: Dossier, soon: number): readonly Extract<Alarm, { code: 'short' }>[] {
  const { letters, programs, packs, today } = dossier;
  const standing = new Set(letters.filter(({ letter }) => !isGone(letter.stage)).map(({ letter }) => letter.id));
  return programs.flatMap((program) => {
    const asked = demandOf(placeProgram(program, packs, today), dossier).letters;
    const have = program.letters.filter(({ letter }) => standing.has(letter)).length;
    if (asked === null || have >= asked.min) return [];
    const urgency = urgencyOf(program, today, soon);
    return [{ code: 'short', program: program.id, have, asked: asked.min, by: asked.by, urgency } as const];
  });
}

/** A due date says more than that the member applied: it is the one after which letters come too late. */
function urgencyOf({ due, applied }: Program, today: Day, soon: number): Urgency {
  const days = due === null ? null : daysBetween(today, due);
  if (due !== null && days !== null && days < 0) return { kind: 'overdue', due, days: -days };
  if (due !== null && days !== null && days <= soon) return { kind: 'soon', due, days };
  return applied === null ? { kind: 'later' } : { kind: 'applied', on: applied };
}

/** The next due date first, then those that are over, then applications without a date. */
function rank(urgency: Urgency): number {
  if (urgency.kind === 'soon') return urgency.days;
  return urgency.kind === 'overdue' ? 1_000 + urgency.days : 1_000_000;
}

function unassigned({ letters, programs, packs, today }: Dossier): readonly Alarm[] {
  const assigned = new Set(programs.flatMap((program) => program.letters.map(({ letter }) => letter)));
  const placed = programs.map((program) => placeProgram(program, packs, today));
  return letters
    .filter(({ letter }) => isIn(letter.stage) && !assigned.has(letter.id))
    .map((one) => placeLetter(one, packs, today))
    .map((one) => ({ letter: one.letter.id, programs: placed.filter((at) => !misfit(one, at)).length }))
    .flatMap(({ letter, programs: number }) => (number > 0 ? [{ code: 'unassigned', letter, programs: number }] : []));
}
