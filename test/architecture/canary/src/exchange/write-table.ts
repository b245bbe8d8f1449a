import type { Forbidden } from 'ical-generator';

export type Breach = Forbidden;
