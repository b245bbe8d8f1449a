/** The chat platforms by name. Their payloads are known to their adapter alone. */
export const platforms = ['slack', 'discord', 'terminal'] as const;

export type Platform = (typeof platforms)[number];
