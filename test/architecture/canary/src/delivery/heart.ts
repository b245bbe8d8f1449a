import type { Forbidden } from 'kysely';

export type Breach = Forbidden;
