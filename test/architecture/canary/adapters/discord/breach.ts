import type { Forbidden } from '../slack/render.ts';

export type Breach = Forbidden;
