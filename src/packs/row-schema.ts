import { z } from 'zod';
import type { Day } from '../core/time.ts';
import type { Check } from './data-file.ts';
import type { PackFact } from './pack.ts';
import { confidence, day, refuse, shortText, source, toCheck } from './schema.ts';

/** A row of `facts/`: a fact whose value is a sentence. */
export type PlainRow = { readonly id: string; readonly says: string } & (
  | Omit<Extract<PackFact<string>, { source: string }>, 'value'>
  | { readonly confidence: 'unconfirmed'; readonly checked: Day }
);

const rowId = z
  .string()
  .regex(/^[a-z]+(-[a-z]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/u, 'not an id such as eras/who-uploads, in small letters');

const plainRow = z.discriminatedUnion('confidence', [
  z.strictObject({
    id: rowId,
    says: shortText,
    source,
    season: shortText,
    confidence,
    checked: day,
  }),
  z.strictObject({
    id: rowId,
    says: shortText.regex(/not confirmed/u, 'an unconfirmed row says what is "not confirmed"'),
    confidence: z.literal('unconfirmed'),
    checked: day,
  }),
]);

/** Rows about one subject, the first part of each id; no id may be among those `taken` or there twice. */
export function checkRows(subject: string, taken: ReadonlySet<string>): Check<readonly PlainRow[]> {
  return toCheck(
    z
      .array(plainRow)
      .min(1)
      .superRefine((rows, context) => {
        const seen = new Set(taken);
        rows.forEach(({ id }, index) => {
          if (!id.startsWith(`${subject}/`))
            refuse(context, [index, 'id'], `${id} does not begin with ${subject}/, the name of its file`);
          if (seen.has(id)) refuse(context, [index, 'id'], `${id} is there twice`);
          seen.add(id);
        });
      }),
  );
}
