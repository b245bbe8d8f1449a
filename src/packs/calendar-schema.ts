import { z } from 'zod';
import { type CalendarRow, calendarSystems, dateKinds } from './calendar-row.ts';
import type { Check } from './data-file.ts';
import { confidence, day, id, refuse, season, shortText, source, toCheck } from './schema.ts';

const dayOrMonth = z
  .string()
  .refine(
    (text) => z.iso.date().safeParse(text).success || /^\d{4}-(0[1-9]|1[0-2])$/u.test(text),
    'neither a day such as 2026-11-22 nor a month such as 2026-11',
  )
  .transform((text) => text as CalendarRow['day']);

const zones = new Set(Intl.supportedValuesOf('timeZone'));

const row = z
  .strictObject({
    id,
    system: z.enum(calendarSystems),
    season,
    event: shortText,
    kind: z.enum(dateKinds),
    day: dayOrMonth,
    time: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'not a time such as 09:00')
      .optional(),
    zone: z.string().refine((zone) => zones.has(zone), 'not a zone such as America/New_York'),
    derived: shortText.optional(),
    source,
    confidence,
    checked: day,
  })
  .superRefine(({ id, system, season, day, time, derived, confidence }, context) => {
    if (!id.startsWith(`${system}-${season}-`)) refuse(context, ['id'], `does not begin with ${system}-${season}-`);
    if (time !== undefined && day.length < 10) refuse(context, ['time'], 'a month has no time');
    if (derived !== undefined && confidence !== 'low')
      refuse(context, ['derived'], 'what was worked out is of low confidence');
    if (derived === undefined && confidence === 'low')
      refuse(context, ['confidence'], 'a low row says how it was derived');
  });

/** The dates of the seasons, each under an id of its own. */
export const checkCalendar: Check<readonly CalendarRow[]> = toCheck(
  z
    .array(row)
    .min(1)
    .superRefine((rows, context) => {
      const seen = new Set<string>();
      for (const [index, { id }] of rows.entries()) {
        if (seen.has(id)) refuse(context, [index, 'id'], `${id} is there twice`);
        seen.add(id);
      }
    }),
);
