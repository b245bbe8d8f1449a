import type { Forbidden } from 'zod';

export type Breach = Forbidden;
