import { en } from './en/index.ts';

/** Everything the bot says by itself, in one language. English is the measure: others have its shape. */
export type Words = typeof en;

/** The catalogues by language. */
export const catalogues = { en } satisfies Record<string, Words>;
