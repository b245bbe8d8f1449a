import type { Forbidden } from '../adapters/slack/render.ts';

export type Breach = Forbidden;
