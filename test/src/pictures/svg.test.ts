import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { element, escapeText, picture, write } from '../../../src/pictures/svg.ts';
import { textsOf } from '../../support/drawn.ts';

const character = fc.oneof(
  fc.constantFrom(...'<>&]"\'\u0000\u001b'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
);
const typed = fc.array(character, { maxLength: 40 }).map((characters) => characters.join(''));

const writing = { size: 14, weight: 'book', fill: '#000000' } as const;

describe('text in a picture', () => {
  test('is text and never markup', () => {
    expect(escapeText(`<script>"O'Brien" & ]]></script>`)).toBe(
      '&#60;script&#62;&#34;O&#39;Brien&#34; &#38; ]]&#62;&#60;/script&#62;',
    );
    expect(element('text', { fill: '"/><script>' }, escapeText('&lt;'))).toBe(
      '<text fill="&#34;/&#62;&#60;script&#62;">&#38;lt;</text>',
    );
  });

  test('has nothing in it that XML refuses', () => {
    expect(escapeText('a\u0000b\u000bc\ufffed\ud83de')).toBe('a\ufffdb\ufffdc\ufffdd\ufffde');
  });

  test('of any kind leaves the picture well-formed, and comes back as it was', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const svg = picture(100, 100, write(1, 20, text, writing));
        expect(() => new Resvg(svg, { font: { loadSystemFonts: false } })).not.toThrow();
        const plain = text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
        expect(textsOf(svg).map((one) => one.text)).toEqual(text === '' ? [] : [plain.replace(/[\u2068\u2069]/gu, '')]);
      }),
      { numRuns: 20 },
    );
  });
});

test('a long picture has fewer pixels for each unit, so that none is heavy', () => {
  const size = (height: number) => /width="(\d+)" height="(\d+)"/u.exec(picture(500, height))?.slice(1).map(Number);
  expect(size(600)).toEqual([1000, 1200]);
  const [width = 0, height = 0] = size(1800) ?? [];
  expect(width * height).toBeLessThan(1_810_000);
  expect(height / width).toBeCloseTo(3.6, 2);
});
