import type { Forbidden } from '../letters/letter.ts';

export type Breach = Forbidden;
