import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { boardSvg } from '../../../src/pictures/board-svg.ts';
import { drawPicture } from '../../../src/pictures/draw-picture.ts';
import { createDrawingThread } from '../../../src/pictures/drawing-thread.ts';
import { loadFonts } from '../../../src/pictures/fonts.ts';
import { en } from '../../../src/words/en/index.ts';
import { oneLetter, sixLetters } from '../../pictures/samples.ts';
import { createTestSleep } from '../../support/discord-adapter.ts';
import { tempFolder } from '../../support/temp-folder.ts';

/** As the program has it. */
const compiled = pathToFileURL(resolve('dist/src/pictures/drawing-worker.js'));
const fonts = loadFonts();
const svgs = [oneLetter, sixLetters].map((letters) => boardSvg(letters, en.pictures.board, fonts));

test('the thread draws what is drawn here, several at a time, and again after it ended for want of work', async () => {
  const { pass, sleep } = createTestSleep();
  const draw = createDrawingThread(sleep, compiled);
  const expected = svgs.map((svg) => Buffer.from(drawPicture(svg, fonts)));
  const drawn = async () => (await Promise.all(svgs.map(draw))).map((bytes) => Buffer.from(bytes));
  expect(await drawn()).toEqual(expected);
  pass();
  expect(await drawn()).toEqual(expected);
});

test('what cannot be drawn is said, and the next one is drawn', async () => {
  const draw = createDrawingThread(() => new Promise(() => undefined), compiled);
  await expect(draw('no picture')).rejects.toThrow('could not be drawn');
  await expect(draw(svgs[0] ?? '')).resolves.toBeInstanceOf(Uint8Array);
});

test('a thread that ends amidst the work fails it, and another one is begun for the next', async () => {
  const program = `${tempFolder()}/worker.mjs`;
  writeFileSync(
    program,
    "import { parentPort } from 'node:worker_threads'; parentPort.on('message', ({ id, svg }) => svg === 'end' ? process.exit(1) : parentPort.postMessage({ id, bytes: new Uint8Array(3) }));",
  );
  const draw = createDrawingThread(() => new Promise(() => undefined), pathToFileURL(program));
  await expect(draw('end')).rejects.toThrow('the thread that draws ended');
  await expect(draw('a picture')).resolves.toHaveLength(3);
});
