import { seeded } from '../support/seeded.ts';

/** What the platform does with one try at a message. Whatever is not named here is accepted and answered. */
export type Fault =
  | { readonly kind: 'lost on the way' }
  | { readonly kind: 'answer lost' }
  | { readonly kind: 'slow'; readonly milliseconds: number }
  | {
      readonly kind: 'too many';
      readonly milliseconds: number;
      readonly holds: 'place' | 'workspace' | 'platform';
    }
  | { readonly kind: 'refused' }
  /** The bot stops as soon as it sends this. */
  | { readonly kind: 'kills' };

export interface PlannedMessage {
  readonly key: string;
  readonly workspace: string;
  readonly channel: string;
  /** Milliseconds after the beginning at which it is due. */
  readonly at: number;
  /** What becomes of the first try, of the second, and so on. */
  readonly faults: readonly (Fault | undefined)[];
}

/** The end of a process, at a step of its life, counted from 1; and how long until the next one begins. */
export interface Crash {
  readonly step: number;
  readonly downFor: number;
}

/** Everything that happens in one simulated season of an outbox. Two runs of one schedule are the same. */
export interface Schedule {
  readonly seed: number;
  /** Whether the bot may read what it posted. */
  readonly readable: boolean;
  /** Milliseconds for which the platform knows a key again and makes no second copy; 0 where it never does. */
  readonly nonceWindow: number;
  /** Milliseconds after the beginning during which nobody can look, from and to. */
  readonly blind: readonly [number, number];
  readonly messages: readonly PlannedMessage[];
  /** One for each life that does not go well; the one after them goes on to the end. */
  readonly crashes: readonly Crash[];
}

const minute = 60_000;

/** A schedule that follows from its seed. */
export function scheduleOf(seed: number): Schedule {
  const random = seeded(seed);
  const below = (count: number) => Math.floor(random() * count);
  const pick = <T>(...all: readonly T[]): T => all[below(all.length)] as T;

  function fault(): Fault | undefined {
    switch (below(10)) {
      case 0:
        return { kind: 'lost on the way' };
      case 1:
        return { kind: 'answer lost' };
      case 2:
        return { kind: 'slow', milliseconds: pick(2_000, 9_000, 40_000) };
      case 3: {
        const milliseconds = pick(0, 1, 333, 2_000, 61_000, 20 * minute);
        return { kind: 'too many', milliseconds, holds: pick('place', 'workspace', 'platform') };
      }
      case 4:
        return random() < 0.3 ? { kind: 'refused' } : undefined;
      case 5:
        return random() < 0.2 ? { kind: 'kills' } : undefined;
      default:
        return undefined;
    }
  }

  const blindFrom = below(5) * minute;
  return {
    seed,
    readable: random() < 0.6,
    nonceWindow: pick(0, 0, 3 * minute),
    blind: random() < 0.3 ? [blindFrom, blindFrom + (1 + below(20)) * minute] : [0, 0],
    messages: Array.from({ length: 1 + below(8) }, (_, index) => ({
      key: `m${index + 1}`,
      workspace: pick('W1', 'W2'),
      channel: pick('C1', 'C2'),
      at: below(3) * 30_000,
      faults: Array.from({ length: below(4) }, fault),
    })),
    crashes: Array.from({ length: below(4) }, () => ({
      step: 1 + below(40),
      downFor: pick(1_000, 5_000, minute, 10 * minute, 26 * 60 * minute),
    })),
  };
}
