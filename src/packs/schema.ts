import { z } from 'zod';
import type { Day } from '../core/time.ts';
import { isAddress } from './address.ts';
import { confidences } from './confidence.ts';
import type { Check } from './data-file.ts';
import type { PackFact } from './pack.ts';

export const address = z.string().refine(isAddress, 'not a well-formed https address');

export const day = z.iso.date('not a day such as 2026-11-22').transform((text) => text as Day);

export const shortText = z.string().trim().min(1, 'empty');

/** A schema as a check whose problem names the place in the file. */
export function toCheck<T>(schema: z.ZodType<T>): Check<T> {
  return (value) => {
    const result = schema.safeParse(value);
    if (result.success) return { ok: true, value: result.data };
    const issue = result.error.issues[0];
    if (!issue) return { ok: false, path: [], reason: 'wrong' };
    const path = issue.path.filter((key) => typeof key !== 'symbol');
    if (issue.code === 'unrecognized_keys')
      return { ok: false, path: [...path, issue.keys[0] ?? ''], reason: `unknown key ${issue.keys.join(', ')}` };
    const reason = at(value, path) === undefined ? 'missing' : issue.message;
    return { ok: false, path, reason: path.length > 0 ? `${path.join('.')}: ${reason}` : reason };
  };
}

/** Refuses something below the value that a refinement looks at; the path leads to what is there. */
export function refuse(context: z.RefinementCtx, path: readonly (string | number)[], message: string): void {
  context.addIssue({ code: 'custom', path: [...path], message });
}

function at(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown> | undefined)?.[key], value);
}

/** How far to trust a source that says something. */
export const confidence = z.enum(confidences);

/** A match year, which names a season: `2027`. */
export const season = z.string().regex(/^20\d\d$/u, 'not the year of a match such as 2027');

/** Id of a specialty, a letter form, a date. */
export const id = z.string().regex(/^[a-z]+(-[a-z0-9]+)*$/u, 'not an id in small letters and hyphens');

export const count = z.number().int().positive();

/** Two counts, the smaller one first. */
export const rising = z
  .strictObject({ from: count, to: count })
  .refine(({ from, to }) => from <= to, 'from must not be more than to');

/** Of a fact or a row that has one source. */
export const source = z
  .string()
  .refine((text) => text === 'common advice' || isAddress(text), 'neither an https address nor "common advice"');

/** A fact whose value is as the schema says, or one that nobody could confirm. */
export function factOf<T>(value: z.ZodType<T>): z.ZodType<PackFact<T>> {
  return z.discriminatedUnion('confidence', [
    z.strictObject({
      confidence,
      value,
      source,
      season: shortText,
      checked: day,
    }),
    z.strictObject({ confidence: z.literal('unconfirmed'), checked: day }),
  ]);
}
