import type { FindResult, MessageRef, SendResult } from './ports.ts';

/** How far a message of several parts has come. */
export interface Arrived {
  readonly first: MessageRef;
  /** So many have arrived: parts go out in their order, each after the one before was taken. */
  readonly parts: number;
  /** Of so many. */
  readonly of: number;
}

/** Remembers how far messages have come, so that the next try sends only the rest. */
export interface Progress {
  of(key: string): Arrived | undefined;
  note(key: string, arrived: Arrived): void;
  forget(key: string): void;
  /** What it means that these parts, by their number from 1, were seen of a message of so many. */
  seen(key: string, parts: ReadonlyMap<number, MessageRef>, of: number): FindResult;
}

/** Remembers the last `size` messages. */
export function createProgress(size: number): Progress {
  const all = new Map<string, Arrived>();

  function note(key: string, arrived: Arrived): void {
    all.delete(key);
    all.set(key, arrived);
    const [oldest] = all.keys();
    if (all.size > size && oldest !== undefined) all.delete(oldest);
  }

  return {
    of: (key) => all.get(key),
    note,
    forget: (key) => void all.delete(key),
    seen(key, parts, of) {
      const before = all.get(key);
      const count = Math.max(before?.parts ?? 0, ...parts.keys());
      const first = before?.first ?? parts.get(Math.min(...parts.keys()));
      if (first === undefined) return { kind: 'absent' };
      const total = Math.max(of, before?.of ?? 0);
      if (count >= total) return { kind: 'found', ref: first };
      note(key, { first, parts: count, of: total });
      return { kind: 'absent' };
    },
  };
}

/** What it means for a message that looking for it failed in this way. */
export function unfound(failure: Exclude<SendResult, { kind: 'sent' }>): FindResult {
  switch (failure.kind) {
    case 'refused':
      return { kind: 'unknown' };
    case 'retry':
      return { kind: 'unreachable', milliseconds: failure.milliseconds };
    case 'unsure':
      return { kind: 'unreachable', milliseconds: 0 };
  }
}
