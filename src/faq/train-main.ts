import { writeFileSync } from 'node:fs';
import { readPhrasings } from './read-phrasings.ts';
import { train } from './understand/train.ts';

// `npm run train`: learns from the phrasings in the sources and writes the model beside them.
const sources = new URL('../../../src/faq/', import.meta.url);
writeFileSync(new URL('model.bin', sources), train(readPhrasings(new URL('phrasings/', sources))));
