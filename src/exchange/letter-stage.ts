import type { Day } from '../core/time.ts';
import type { Letter } from '../letters/letter.ts';
import { asides, ladder, type Stage, stages } from '../letters/stages.ts';
import type { CellValues } from './field.ts';

/** How far a letter is after a row, and since when. */
export interface StageRead {
  readonly stage: Stage;
  readonly reached: Letter['reached'];
  /** The stage that the row names, where the letter does not go back to it. */
  readonly behind: Stage | null;
}

/**
 * The stage of a letter by what a row says: the stage that it names, else the furthest that a column
 * of its own has a day or a tick for. A stage without a day was reached today, as far as anybody can
 * tell. A letter that is further already stays there, and one that was declined or dropped is not taken
 * up again: the file may be older than what stands.
 */
export function stageAfter(before: Letter | null, values: Readonly<Partial<CellValues>>, today: Day): StageRead {
  const marks = new Map(
    stages.flatMap((stage) => {
      const mark = values[`on-${stage}`];
      return mark === undefined ? [] : [[stage, mark] as const];
    }),
  );
  const days: Letter['reached'] = Object.fromEntries([...marks].filter(([, mark]) => mark !== 'ticked'));
  const said = values.stage === 'no-letter' ? undefined : values.stage;
  const named = said ?? furthest([...marks.keys()]) ?? (before ? undefined : 'planned');
  const stage = named !== undefined && goesOn(before, named) ? named : (before?.stage ?? 'planned');
  const stood = before?.stage === stage ? before.reached[stage] : today;
  const on = stage === named ? (days[stage] ?? values['stage-day'] ?? stood) : undefined;
  return {
    stage,
    reached: { ...before?.reached, ...days, ...(on && { [stage]: on }) },
    behind: said !== undefined && said !== stage ? said : null,
  };
}

/** Somebody who wrote down a refusal means it, whatever came before. */
function furthest(reached: readonly Stage[]): Stage | undefined {
  return asides.find((aside) => reached.includes(aside)) ?? ladder.findLast((rung) => reached.includes(rung));
}

function goesOn(before: Letter | null, to: Stage): boolean {
  if (before === null || before.stage === to) return true;
  const [from, rung] = [before.stage, to].map((stage) => (ladder as readonly Stage[]).indexOf(stage));
  return from !== undefined && rung !== undefined && from >= 0 && (rung < 0 || rung > from);
}
