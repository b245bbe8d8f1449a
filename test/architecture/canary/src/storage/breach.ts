import type { Forbidden } from '../../commands/index.ts';

export type Breach = Forbidden;
