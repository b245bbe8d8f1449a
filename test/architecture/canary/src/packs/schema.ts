import type { Forbidden } from 'yaml';

export type Breach = Forbidden;
