import type { Forbidden } from '../src/storage/database.ts';

export type Breach = Forbidden;
