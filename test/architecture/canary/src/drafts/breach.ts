import type { Forbidden } from '../storage/database.ts';

export type Breach = Forbidden;
