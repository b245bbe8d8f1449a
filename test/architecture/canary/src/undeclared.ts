import type { Unknown } from 'a-package-that-nobody-declared';

export type Breach = Unknown;
