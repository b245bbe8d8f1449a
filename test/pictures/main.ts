import { writeFileSync } from 'node:fs';
import { loadFonts } from '../../src/pictures/fonts.ts';
import { createPictures } from '../../src/pictures/pictures.ts';
import { en } from '../../src/words/en/index.ts';
import { manyLetters, oneLetter, season, sixLetters } from './samples.ts';

// `npm run pictures` draws the samples of the documents anew.
const pictures = createPictures(loadFonts());
const drawn = {
  'board-one.png': pictures.board(oneLetter, en.pictures.board),
  'board.png': pictures.board(sixLetters, en.pictures.board),
  'board-many.png': pictures.board(manyLetters, en.pictures.board),
  'timeline.png': pictures.timeline(season, en.pictures.timeline),
};
for (const [name, { bytes }] of Object.entries(drawn)) {
  writeFileSync(new URL(`../../../docs/${name}`, import.meta.url), bytes);
  process.stdout.write(`docs/${name}: ${Math.ceil(bytes.length / 1000)} kB\n`);
}
