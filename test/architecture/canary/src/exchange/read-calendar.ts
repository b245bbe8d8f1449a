import type { Forbidden } from 'csv-parse/sync';

export type Breach = Forbidden;
