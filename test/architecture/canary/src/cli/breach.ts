import type { Forbidden } from '../core/reply.ts';

export type Breach = Forbidden;
