import type { Forbidden } from 'temporal-polyfill';

export type Breach = Forbidden;
