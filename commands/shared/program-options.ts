import { UserProblem } from '../../src/core/errors.ts';
import type { ProgramNeeds, ProgramSetting } from '../../src/letters/program.ts';
import type { Words } from '../../src/words/words.ts';

export const settings = {
  labels: { academic: 'Academic', community: 'Community' },
  aliases: { university: 'academic', private: 'community' },
} as const satisfies { labels: Record<ProgramSetting, string>; aliases: Record<string, ProgramSetting> };

/** Letters that a program may ask for or read at the most. */
export const neededLetters = { min: 1, max: 10 } as const;

/** A program cannot ask for more than it reads. */
export function checkNeeds({ letters, most }: ProgramNeeds, words: Words): void {
  if (letters !== null && most !== null && most < letters)
    throw new UserProblem('bad-value', words.programs.mostBelowLetters(letters, most), { option: 'most' });
}
