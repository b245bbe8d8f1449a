import type { en } from './en/index.ts';

/** Everything the bot says by itself, in one language. English is the measure: others have its shape. */
export type Words = typeof en;
