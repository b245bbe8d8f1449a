import { z } from 'zod';
import type { Day } from '../core/time.ts';
import type { Check } from './data-file.ts';
import type { ServicePack } from './pack.ts';
import { requestFields } from './request-field.ts';
import { address, count, day, factOf, id, refuse, season, shortText, toCheck } from './schema.ts';
import { type ServiceId, serviceIds } from './service.ts';

export const checkSeasons: Check<Record<ServiceId, readonly string[]>> = toCheck(
  z.record(
    z.enum(serviceIds),
    z
      .array(season)
      .min(1, 'empty')
      .refine(
        (names) => names.every((name, index) => index === 0 || name > (names[index - 1] ?? '')),
        'not in order, oldest first',
      ),
  ),
);

const requested = z
  .array(z.enum(requestFields))
  .min(1)
  .refine((fields) => new Set(fields).size === fields.length, 'a field is there twice');

const facts = z
  .strictObject({
    opens: factOf(day),
    ends: factOf(day),
    maxLettersPerProgram: factOf(count),
    uploadedLetters: factOf(z.literal('unlimited')),
    processingBusinessDays: factOf(count),
    imgProcessingBusinessDays: factOf(count),
    importLookBackYears: factOf(count),
    importProcessingHours: factOf(count),
    requestLocks: factOf(shortText),
    assignmentLocks: factOf(shortText),
    assignmentLock: factOf(z.enum(['on-applying', 'on-completing'])),
    waiverChoice: factOf(z.enum(['per letter', 'none'])),
    standardForms: factOf(z.array(id).min(1)),
    requestFields: factOf(requested),
    omittedForGeneral: factOf(requested),
    writerGetsRequest: factOf(z.strictObject({ en: shortText, fr: shortText })),
    statuses: factOf(z.array(z.strictObject({ word: shortText, means: shortText, source: address.optional() })).min(1)),
  })
  .superRefine(({ opens, ends, requestFields, omittedForGeneral }, context) => {
    if (opens.value !== undefined && ends.value !== undefined && opens.value > ends.value)
      refuse(context, ['ends', 'value'], 'the season ends before it opens');
    for (const [index, field] of (omittedForGeneral.value ?? []).entries())
      if (!requestFields.value?.includes(field))
        refuse(context, ['omittedForGeneral', 'value', index], `${field} is not among the requestFields`);
  });

/** What the other files say about the pack that is read. */
interface Surroundings {
  /** Ids of the specialties. */
  readonly specialties: ReadonlySet<string>;
  /** The last day of the season before it, where there is one. */
  readonly before: Day | undefined;
  /** Another season follows, so that this one has to end. */
  readonly followed: boolean;
}

/** The rules of one service in one season, fitting in with the other files. */
export function checkService({ specialties, before, followed }: Surroundings): Check<ServicePack> {
  return toCheck(
    z.strictObject({ id: z.enum(serviceIds), name: shortText, season, facts }).superRefine(({ facts }, context) => {
      const { ends, standardForms } = facts;
      for (const [index, specialty] of (standardForms.value ?? []).entries())
        if (!specialties.has(specialty))
          refuse(context, ['facts', 'standardForms', 'value', index], `unknown specialty ${specialty}`);
      if (ends.value === undefined && followed)
        refuse(context, ['facts', 'ends'], 'a season that another one follows needs a last day');
      if (ends.value !== undefined && before !== undefined && ends.value <= before)
        refuse(context, ['facts', 'ends', 'value'], `the season before it ends on ${before}`);
    }),
  );
}
