import type { Forbidden } from '../../src/letters/letter.ts';

export type Breach = Forbidden;
