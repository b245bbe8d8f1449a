import { parentPort } from 'node:worker_threads';
import { drawPicture } from './draw-picture.ts';
import type { Delivered, Order } from './drawing-thread.ts';
import { loadFonts } from './fonts.ts';

// The other side of `createDrawingThread`: draws what it is told, one after another.
const fonts = loadFonts();
parentPort?.on('message', (order: Order) => parentPort?.postMessage(drawn(order)));

function drawn({ id, svg }: Order): Delivered {
  try {
    return { id, bytes: drawPicture(svg, fonts) };
  } catch {
    return { id };
  }
}
