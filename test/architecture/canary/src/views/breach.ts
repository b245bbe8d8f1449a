import type { Forbidden } from '../delivery/pump.ts';

export type Breach = Forbidden;
