import type { Forbidden } from '../reminders/digest.ts';

export type Breach = Forbidden;
