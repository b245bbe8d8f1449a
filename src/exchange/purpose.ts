import type { Letter } from '../letters/letter.ts';

/** What a letter is for: what tells two letters of one writer apart. `null` is not said, or general. */
export type Purpose = Pick<Letter, 'service' | 'specialty' | 'season' | 'form'>;

const telling = ['service', 'specialty', 'season', 'form'] as const satisfies readonly (keyof Purpose)[];

/** The same text for the same purpose of the same writer. */
export function purposeKey(writer: string, purpose: Purpose): string {
  return JSON.stringify([writer, ...telling.map((key) => purpose[key])]);
}

/** Whether nothing that both say differs. */
export function couldBe(a: Purpose, b: Purpose): boolean {
  return telling.every((key) => a[key] === null || b[key] === null || a[key] === b[key]);
}

/** What stands, with what is wanted in its place. */
export function filledIn(stands: Purpose, wants: Purpose): Purpose {
  return {
    service: wants.service ?? stands.service,
    specialty: wants.specialty ?? stands.specialty,
    season: wants.season ?? stands.season,
    form: wants.form ?? stands.form,
  };
}

/** How much of it is said. */
export function saidOf(purpose: Purpose): number {
  return telling.filter((key) => purpose[key] !== null).length;
}
