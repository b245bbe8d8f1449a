import { z } from 'zod';
import type { Check } from './data-file.ts';
import type { LetterForm } from './letter-form.ts';
import { findTwin, plainName } from './named.ts';
import { address, confidence, day, id, refuse, shortText, toCheck } from './schema.ts';
import { serviceIds } from './service.ts';

/** Only the ids of the letter forms: the specialties name them, and are named by them. */
export const checkFormIds: Check<ReadonlySet<string>> = toCheck(
  z.array(z.looseObject({ id })).transform((list) => new Set(list.map((form) => form.id))),
);

const letterForm = z.strictObject({
  id,
  name: shortText,
  aliases: z.array(shortText),
  short: shortText.optional(),
  kind: z.enum(['narrative', 'standardized']),
  services: z.array(z.enum(serviceIds)).min(1, 'empty'),
  specialties: z.array(id),
  confidence,
  season: shortText,
  sources: z.array(address).min(1, 'empty'),
  checked: day,
});

/** The letter forms; those for some specialties name them by these ids. */
export function checkForms(specialties: ReadonlySet<string>): Check<readonly LetterForm[]> {
  return toCheck(
    z
      .array(letterForm)
      .min(1)
      .superRefine((list, context) => {
        const twin = findTwin(list);
        if (twin) refuse(context, [twin.index, 'aliases'], twin.reason);
        const shorts = new Map<string, string>();
        for (const [index, form] of list.entries()) {
          for (const [which, specialty] of form.specialties.entries()) {
            if (!specialties.has(specialty))
              refuse(context, [index, 'specialties', which], `unknown specialty ${specialty}`);
            if (form.short === undefined) continue;
            const called = `${specialty} ${plainName(form.short)}`;
            const owner = shorts.get(called);
            if (owner) refuse(context, [index, 'short'], `${owner} is called so in ${specialty} already`);
            shorts.set(called, form.id);
          }
        }
      }),
  );
}
