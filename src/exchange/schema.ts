import { z } from 'zod';
import { isZone } from '../core/known-zone.ts';
import { languages } from '../core/language.ts';
import { isBlank, unkeepable } from '../core/text.ts';
import type { Day, Instant } from '../core/time.ts';
import {
  closenesses,
  type Letter,
  memberLimits,
  nudgeReasons,
  textLimits,
  type Writer,
  type WriterKind,
  writerKinds,
} from '../letters/letter.ts';
import { packetItems } from '../letters/packet.ts';
import { type Program, programSettings } from '../letters/program.ts';
import { answers, stages } from '../letters/stages.ts';
import type { Preferences } from '../members/member.ts';
import { serviceIds } from '../packs/service.ts';
import {
  type Exported,
  type ExportedChange,
  type ExportedRecord,
  exportFormat,
  type KeptReminder,
} from './member-data.ts';

/**
 * What a file of a member's data looks like. Every object is strict, so that nothing comes in that
 * nobody looked at. A field that is added to the model later takes a default here, and files from
 * before stay readable.
 */

const id = z.string().regex(/^[\w-]{1,64}$/u);
/** A day of our times: others are slips, and some calendars cannot count them. */
const day = z.iso
  .date()
  .refine((text) => text >= '1900' && text < '2200')
  .transform((text) => text as Day);
const instant = z.iso.datetime({ precision: 3 }).transform((text) => text as Instant);

/** Text as it may be stored, at most so long. */
function text(max: number) {
  return z
    .string()
    .max(max)
    .refine((value) => !isBlank(value) && unkeepable(value) === undefined);
}

const season = z.string().regex(/^[\w /-]{1,20}$/u);
const form = z.string().regex(/^[\w/.-]{1,60}$/u);
const zone = z.string().max(60).refine(isZone);

const clockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u);

/** Days by the name of something, each at most once. */
function dayOf<const K extends string>(names: readonly K[]) {
  return z.partialRecord(z.enum(names), day);
}

const settings: z.ZodType<Preferences> = z.strictObject({
  zone: zone.nullable(),
  language: z.enum(languages).nullable(),
  service: z.enum(serviceIds).nullable(),
  specialties: z.array(text(textLimits.specialty)).max(20),
  img: z.boolean().nullable(),
  reapplicant: z.boolean().nullable(),
  season: season.nullable(),
  reminders: z.boolean(),
  // Not in exports of the first version.
  pausedUntil: day.nullable().default(null),
  hours: z
    .strictObject({ from: clockTime, until: clockTime, days: z.array(z.number().int().min(1).max(7)).min(1).max(7) })
    .nullable()
    .default(null),
  cohort: z.boolean().default(false),
});

const writer: z.ZodType<Omit<Writer, 'member'>> = z.strictObject({
  id,
  name: text(textLimits.name),
  title: text(textLimits.title).nullable(),
  kind: z.enum(Object.keys(writerKinds) as WriterKind[]).nullable(),
  met: text(textLimits.met).nullable(),
  email: text(textLimits.email).nullable(),
  notes: text(textLimits.notes).nullable(),
  specialty: text(textLimits.specialty).nullable(),
  inUs: z.boolean().nullable(),
  knows: z.enum(closenesses).nullable(),
  rotationEnds: day.nullable(),
});

const letter: z.ZodType<Omit<Letter, 'member'>> = z.strictObject({
  id,
  writer: id,
  service: z.enum(serviceIds).nullable(),
  season: season.nullable(),
  specialty: text(textLimits.specialty).nullable(),
  form: form.nullable(),
  chair: z.boolean().nullable(),
  waived: z.boolean().nullable(),
  due: day.nullable(),
  stage: z.enum(stages),
  answer: z.enum(answers).nullable(),
  reached: dayOf(stages),
  packet: dayOf(packetItems),
  sheet: text(textLimits.sheet).nullable(),
  nudges: z.array(z.strictObject({ on: day, reason: z.enum(nudgeReasons).nullable() })).max(100),
  thanked: day.nullable(),
  told: day.nullable(),
  original: day.nullable(),
  backup: z.strictObject({ writer: id, since: day, activated: day.nullable() }).nullable(),
});

const count = z.number().int().min(0).max(100).nullable();

const program: z.ZodType<Omit<Program, 'member'>> = z.strictObject({
  id,
  name: text(textLimits.program),
  specialty: text(textLimits.specialty).nullable(),
  service: z.enum(serviceIds).nullable(),
  season: season.nullable(),
  due: day.nullable(),
  setting: z.enum(programSettings).nullable(),
  needs: z.strictObject({
    letters: count,
    most: count,
    own: count,
    chair: z.boolean().nullable(),
    form: form.nullable(),
  }),
  applied: day.nullable(),
  letters: z.array(z.strictObject({ letter: id, on: day })).max(memberLimits.letters),
  notes: text(textLimits.notes).nullable(),
});

const sides = <T extends z.ZodType>(state: T) => ({ before: state.nullable(), after: state.nullable() });

const record: z.ZodType<ExportedRecord> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('writer'), ...sides(writer) }),
  z.strictObject({ kind: z.literal('letter'), ...sides(letter) }),
  z.strictObject({ kind: z.literal('program'), ...sides(program) }),
]);

const { writers, letters, programs } = memberLimits;

const change: z.ZodType<ExportedChange> = z.strictObject({
  id,
  at: instant,
  command: z.string().regex(/^[a-z][a-z -]{0,60}$/u),
  records: z.array(record).max((writers + letters + programs) * 2),
  undoes: id.nullable(),
});

/** Changes that a file may hold: many a day for years. */
const maxChanges = 20_000;

/** The whole file. */
/** More than an account may have by far: what is too much is said when it is taken in. */
const maxReminders = 1_000;

const reminder: z.ZodType<KeptReminder> = z.strictObject({
  text: text(1_000),
  day,
  time: clockTime,
  repeats: z.enum(['never', 'daily', 'weekly', 'monthly', 'yearly']),
});

export const exportedFile: z.ZodType<Exported> = z.strictObject({
  format: z.literal(exportFormat.format),
  version: z.literal(exportFormat.version),
  exported: instant,
  settings,
  writers: z.array(writer).max(writers),
  letters: z.array(letter).max(letters),
  programs: z.array(program).max(programs),
  changes: z.array(change).max(maxChanges),
  reminders: z.array(reminder).max(maxReminders).optional(),
});

/** How a file begins that is one of ours, whatever else is in it. */
export const fileHead = z.object({ format: z.literal(exportFormat.format), version: z.number().int().min(1) });

/** What is wrong at one place of a file. */
export type SchemaIssue = z.core.$ZodIssue;
