import type { Forbidden } from 'chrono-node';

export type Breach = Forbidden;
