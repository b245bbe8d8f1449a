import { Worker } from 'node:worker_threads';
import type { Draw } from './pictures.ts';
import type { Markup } from './svg.ts';

/** What the thread is asked to draw. */
export interface Order {
  readonly id: number;
  readonly svg: Markup;
}

/** What it gives back; without bytes it could not be drawn. */
export interface Delivered {
  readonly id: number;
  readonly bytes?: Uint8Array;
}

/** Milliseconds after which a thread without work ends: it holds memory of its own, fonts among it. */
const idleWithin = 60_000;

/**
 * Draws in a thread of its own: a picture takes the better part of a tenth of a second, for which
 * nobody's command would be acknowledged. The thread is there while there is work, and keeps no
 * process alive without. `program` is the compiled file that it runs.
 */
export function createDrawingThread(
  sleep: (milliseconds: number) => Promise<void>,
  program = new URL('drawing-worker.js', import.meta.url),
): Draw {
  const orders = new Map<
    number,
    { readonly done: (bytes: Uint8Array) => void; readonly failed: (why: Error) => void }
  >();
  let worker: Worker | undefined;
  let last = 0;

  function open(): Worker {
    const made = new Worker(program);
    made.on('message', ({ id, bytes }: Delivered) => {
      const order = orders.get(id);
      orders.delete(id);
      if (bytes) order?.done(bytes);
      else order?.failed(new Error('the picture could not be drawn'));
      if (orders.size === 0) made.unref();
    });
    // Whatever ends it, what it had in hand is lost and the next one begins anew.
    made.on('error', () => undefined);
    made.on('exit', () => {
      if (worker !== made) return;
      worker = undefined;
      for (const { failed } of orders.values()) failed(new Error('the thread that draws ended'));
      orders.clear();
    });
    return made;
  }

  async function endWhenIdle(mine: number): Promise<void> {
    await sleep(idleWithin);
    if (mine !== last || orders.size > 0) return;
    void worker?.terminate();
    worker = undefined;
  }

  return async (svg) => {
    worker ??= open();
    worker.ref();
    last += 1;
    const id = last;
    const bytes = new Promise<Uint8Array>((done, failed) => orders.set(id, { done, failed }));
    worker.postMessage({ id, svg } satisfies Order);
    try {
      return await bytes;
    } finally {
      void endWhenIdle(id);
    }
  };
}
