import type { Forbidden } from 'csv-stringify/sync';

export type Breach = Forbidden;
