import { z } from 'zod';
import type { Check } from './data-file.ts';
import type { Customs, Rhythm } from './pack.ts';
import { count, factOf, id, rising, toCheck } from './schema.ts';

const daysBefore = z
  .strictObject({ from: count, to: count })
  .refine(({ from, to }) => from >= to, 'from must not be later than to');

const backupDays = z
  .strictObject({ lineUp: count, nudge: count, activate: count })
  .refine(({ lineUp, nudge, activate }) => lineUp > nudge && nudge > activate, 'lineUp, nudge, activate: not in order');

export const checkRhythm: Check<Rhythm> = toCheck(
  z.strictObject({
    askLeadDays: factOf(daysBefore),
    nudgeWindowDays: factOf(daysBefore),
    nudgesPerWriter: factOf(count),
    statusCheckDays: factOf(count),
    nudgeAgainDays: factOf(count),
    backupDays: factOf(backupDays),
  }),
);

/** The customs; the rotations among them are specialties of these ids. */
export function checkCustoms(specialties: ReadonlySet<string>): Check<Customs> {
  return toCheck(
    z.strictObject({
      letterCount: factOf(rising),
      writersToSecure: factOf(count),
      mix: factOf(z.strictObject({ own: count, core: count, optionalResearch: count })),
      coreRotations: factOf(z.array(id.refine((one) => specialties.has(one), 'unknown specialty')).min(1)),
    }),
  );
}
