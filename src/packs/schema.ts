import { z } from 'zod';
import type { Day } from '../core/time.ts';
import { isAddress } from './address.ts';
import type { Check } from './data-file.ts';
import type { PackFact, Rhythm, ServicePack, Specialty } from './pack.ts';
import { type ServiceId, serviceIds } from './service.ts';

export const address = z.string().refine(isAddress, 'not a well-formed https address');

export const checkedDay = z.iso.date('not a day such as 2026-11-22').transform((text) => text as Day);

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

function at(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown> | undefined)?.[key], value);
}

const count = z.number().int().positive();

const source = z
  .string()
  .refine((text) => text === 'common advice' || isAddress(text), 'neither an https address nor "common advice"');

function factOf<T>(value: z.ZodType<T>) {
  return z.discriminatedUnion('confidence', [
    z.strictObject({
      confidence: z.enum(['high', 'medium', 'low']),
      value,
      source,
      season: shortText,
      checked: checkedDay,
    }),
    z.strictObject({ confidence: z.literal('unconfirmed'), checked: checkedDay }),
  ]);
}

const daysBefore = z
  .strictObject({ from: count, to: count })
  .refine(({ from, to }) => from >= to, 'from must not be later than to');

export const checkSeasons: Check<Record<ServiceId, string>> = toCheck(z.record(z.enum(serviceIds), shortText));

export const checkService: Check<ServicePack> = toCheck(
  z.strictObject({
    id: z.enum(serviceIds),
    name: shortText,
    season: shortText,
    facts: z.strictObject({
      maxLettersPerProgram: factOf(count),
      uploadedLetters: factOf(z.literal('unlimited')),
      processingBusinessDays: factOf(count),
      imgProcessingBusinessDays: factOf(count),
      importLookBackYears: factOf(count),
      importProcessingHours: factOf(count),
      requestLocks: factOf(shortText),
      assignmentLocks: factOf(shortText),
      waiverChoice: factOf(z.enum(['per letter', 'none'])),
      standardForms: factOf(z.array(shortText).min(1)),
    }),
  }),
);

export const checkRhythm: Check<Rhythm> = toCheck(
  z.strictObject({
    askLeadDays: factOf(daysBefore),
    nudgeWindowDays: factOf(daysBefore),
    nudgesPerWriter: factOf(count),
    statusCheckDays: factOf(count),
  }),
);

export const checkSpecialties: Check<readonly Specialty[]> = toCheck(
  z
    .array(
      z
        .strictObject({
          id: z.string().regex(/^[a-z]+(-[a-z]+)*$/u, 'not an id in small letters and hyphens'),
          name: shortText,
          aliases: z.array(shortText),
          service: z.enum(serviceIds),
          letters: z
            .strictObject({ from: count, to: count })
            .refine(({ from, to }) => from <= to, 'from must not be more than to')
            .optional(),
          kinds: shortText.optional(),
          chairLetter: shortText.optional(),
          confidence: z.enum(['high', 'medium', 'low', 'unconfirmed']),
          season: shortText.optional(),
          sources: z.array(address),
          checked: checkedDay,
        })
        .refine(
          ({ confidence, letters, kinds, chairLetter }) =>
            confidence !== 'unconfirmed' || (!letters && !kinds && !chairLetter),
          'an unconfirmed specialty states nothing',
        )
        .refine(({ confidence, sources }) => confidence === 'unconfirmed' || sources.length > 0, 'no source'),
    )
    .min(1),
);

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
    confidence: z.enum(['high', 'medium', 'low']),
    checked: checkedDay,
  }),
  z.strictObject({
    id: rowId,
    says: shortText.regex(/not confirmed/u, 'an unconfirmed row says what is "not confirmed"'),
    confidence: z.literal('unconfirmed'),
    checked: checkedDay,
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
          const refuse = (message: string) => context.addIssue({ code: 'custom', path: [index, 'id'], message });
          if (!id.startsWith(`${subject}/`)) refuse(`${id} does not begin with ${subject}/, the name of its file`);
          if (seen.has(id)) refuse(`${id} is there twice`);
          seen.add(id);
        });
      }),
  );
}
