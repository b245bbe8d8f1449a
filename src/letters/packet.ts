import type { Day } from '../core/time.ts';

/**
 * What goes to a writer after a yes, in one mail. The program list is optional: it is background,
 * for a letter names no program. The list is common advice, not a rule of any service.
 */
export const packetItems = ['cv', 'statement', 'request', 'sheet', 'programs', 'photo'] as const;
export type PacketItem = (typeof packetItems)[number];

/** The points of a reminder sheet, a line each; where one cannot break a line, `;` parts them. */
export function sheetFrom(typed: string): string {
  return typed.includes('\n') ? typed : typed.split(/;\s+/u).join('\n');
}

/** How far a packet is. */
export interface Completeness {
  readonly ready: readonly PacketItem[];
  readonly missing: readonly PacketItem[];
  /** True when nothing is missing but what is optional. */
  readonly complete: boolean;
}

const optional: readonly PacketItem[] = ['programs'];

/** What of a packet is ready, by its ticks. */
export function completeness(packet: Readonly<Partial<Record<PacketItem, Day>>>): Completeness {
  const ready = packetItems.filter((item) => packet[item] !== undefined);
  const missing = packetItems.filter((item) => packet[item] === undefined);
  return { ready, missing, complete: missing.every((item) => optional.includes(item)) };
}
