import type { Forbidden } from 'node-cron';

export type Breach = Forbidden;
