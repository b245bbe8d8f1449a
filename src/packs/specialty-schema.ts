import { z } from 'zod';
import type { Check } from './data-file.ts';
import { findTwin } from './named.ts';
import type { Specialty } from './pack.ts';
import { address, confidence, count, day, id, refuse, rising, shortText, toCheck } from './schema.ts';
import { serviceIds } from './service.ts';
import { chairCustoms, type SpecialtyNeeds } from './specialty-needs.ts';

const wanted = {
  min: z.number().int().nonnegative(),
  better: count.optional(),
  atMost: count.optional(),
};

type Wanted = NonNullable<SpecialtyNeeds['own']>;

/** `min`, `better` and `atMost` rise, and say something. */
function areSound({ min, better = Math.max(min, 1), atMost = better }: Wanted): boolean {
  return min <= better && better <= atMost;
}

const unsound = 'min, better and atMost must rise';

const needs = z.strictObject({
  own: z
    .strictObject({ ...wanted, from: z.array(id).min(1).optional() })
    .refine(areSound, unsound)
    .optional(),
  forms: z
    .array(z.strictObject({ form: id, ...wanted }).refine(areSound, unsound))
    .min(1)
    .optional(),
  other: count.optional(),
  oneLetterOfFormWriter: z.literal(true).optional(),
  chair: z.enum(chairCustoms).optional(),
  chairForm: id.optional(),
  reuses: z.literal(true).optional(),
  note: shortText.optional(),
});

const specialty = z
  .strictObject({
    id,
    name: shortText,
    aliases: z.array(shortText),
    service: z.enum(serviceIds),
    letters: rising.optional(),
    kinds: shortText.optional(),
    chairLetter: shortText.optional(),
    needs: needs.optional(),
    confidence: z.union([confidence, z.literal('unconfirmed')]),
    season: shortText.optional(),
    sources: z.array(address),
    checked: day,
  })
  .refine(
    ({ confidence, letters, kinds, chairLetter, needs }) =>
      confidence !== 'unconfirmed' || (!letters && !kinds && !chairLetter && !needs),
    'an unconfirmed specialty states nothing',
  )
  .refine(({ confidence, sources }) => confidence === 'unconfirmed' || sources.length > 0, 'no source');

/** The specialties; what their needs name are letter forms of these ids, or specialties of the file. */
export function checkSpecialties(forms: ReadonlySet<string>): Check<readonly Specialty[]> {
  return toCheck(
    z
      .array(specialty)
      .min(1)
      .superRefine((list, context) => {
        const twin = findTwin(list);
        if (twin) refuse(context, [twin.index, 'aliases'], twin.reason);
        const known = new Set(list.map(({ id }) => id));
        for (const [index, { needs }] of list.entries()) {
          if (!needs) continue;
          const check = (ids: ReadonlySet<string>, what: string, named: string, ...path: (string | number)[]) => {
            if (!ids.has(named)) refuse(context, [index, 'needs', ...path], `unknown ${what} ${named}`);
          };
          needs.forms?.forEach(({ form }, which) => {
            check(forms, 'form', form, 'forms', which, 'form');
          });
          needs.own?.from?.forEach((from, which) => {
            check(known, 'specialty', from, 'own', 'from', which);
          });
          if (needs.chairForm !== undefined) check(forms, 'form', needs.chairForm, 'chairForm');
        }
      }),
  );
}
