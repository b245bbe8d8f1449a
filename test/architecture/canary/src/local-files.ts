import type { Forbidden } from 'pino';

export type Breach = Forbidden;
