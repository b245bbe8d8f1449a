import type { Forbidden } from '../discord/render.ts';

export type Breach = Forbidden;
