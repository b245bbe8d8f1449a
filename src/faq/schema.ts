import { z } from 'zod';
import type { Check } from '../packs/data-file.ts';
import { address, day, shortText, toCheck } from '../packs/schema.ts';
import type { Answer } from './answer.ts';

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'not a slug in small letters and hyphens');

/** What stands between the `---` lines of an answer. */
type FrontMatter = Pick<
  Answer,
  'title' | 'question' | 'season' | 'checked' | 'confidence' | 'sources' | 'neighbours' | 'aliases' | 'next'
>;

export const checkFrontMatter: Check<FrontMatter> = toCheck(
  z.strictObject({
    title: shortText.max(60, 'longer than 60 characters'),
    question: shortText.max(200, 'longer than 200 characters'),
    season: z.array(shortText).min(1, 'empty'),
    checked: day,
    confidence: z.enum(['high', 'medium', 'low']),
    sources: z
      .array(
        z.strictObject({
          title: shortText,
          url: address,
          kind: z.enum(['official', 'school', 'common-advice']),
        }),
      )
      .min(1, 'empty'),
    neighbours: z.array(slug),
    aliases: z.array(shortText),
    next: z
      .array(
        z
          .strictObject({
            label: shortText.max(40, 'longer than 40 characters'),
            run: z.string().regex(/^lor(?: [a-z]+)+$/u, 'not a command such as lor list'),
            with: z.record(z.string(), shortText).default({}),
          })
          .transform(({ label, run, with: args }) => ({ label, call: { path: run, args } })),
      )
      .max(3, 'more than three')
      .default([]),
  }),
);

export const checkTopics: Check<readonly { readonly slug: string; readonly wants: string }[]> = toCheck(
  z.array(z.strictObject({ slug, wants: shortText })).min(1, 'empty'),
);

const batchQuestion = z.object({
  question: z.string(),
  service: z.string().nullish(),
  specialty: z.string().nullish(),
  img: z.boolean().nullish(),
});

/** The question in a line of a batch: the line itself, or the `question` of a JSON record. */
export function readBatchLine(line: string): string {
  if (!line.trimStart().startsWith('{')) return line;
  try {
    return batchQuestion.parse(JSON.parse(line)).question;
  } catch {
    return line;
  }
}
