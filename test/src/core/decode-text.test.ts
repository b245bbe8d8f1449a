import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../src/core/decode-text.ts';

/** Text as files have it: of every language, without the NUL that none has. */
const anyText = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\u0000', '').replaceAll('\ufeff', ''));

function bytes(...parts: readonly (readonly number[] | Uint8Array | string)[]): Uint8Array {
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Uint8Array.from(part))));
}

function swapped(utf16: Buffer): Buffer {
  return Buffer.from(utf16).swap16();
}

const mark = [0xef, 0xbb, 0xbf];

describe('bytes as text', () => {
  test('are read as UTF-8, with or without its mark', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        fc.pre(!text.startsWith('PK'));
        expect(decodeText(bytes(text))).toEqual({ text });
        expect(decodeText(bytes(mark, text))).toEqual({ text });
      }),
    );
  });

  test('are read as UTF-16 with its mark, whichever half comes first', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const low = Buffer.from(text, 'utf16le');
        expect(decodeText(bytes([0xff, 0xfe], low))).toEqual({ text });
        expect(decodeText(bytes([0xfe, 0xff], swapped(low)))).toEqual({ text });
      }),
    );
  });

  test('are read as Excel for Windows saves them where they are no UTF-8', () => {
    const saved = bytes('Dr. Jos', [0xe9], ' O', [0x92], 'Brien;', [0x80], '5', [0x85], '\r\n');
    expect(decodeText(saved)).toEqual({ text: 'Dr. José O’Brien;€5…\r\n' });
    expect(decodeText(bytes([0x80]))).toEqual({ text: '€' });
    expect(decodeText(bytes([0x9f]))).toEqual({ text: 'Ÿ' });
    expect(decodeText(bytes([0xff]))).toEqual({ text: 'ÿ' });
  });

  test('are text of some kind, whatever they are, and one character a byte where they are no UTF-8', () => {
    fc.assert(
      fc.property(fc.uint8Array({ min: 1, minLength: 2, maxLength: 200 }), (any) => {
        const decoded = decodeText(any);
        expect('text' in decoded || 'trouble' in decoded).toBe(true);
        const [first = 0, second = 0] = any;
        if (first >= 0xef || (first === 0x50 && second === 0x4b)) return;
        const isUtf8 = Buffer.from(Buffer.from(any).toString('utf8')).equals(any);
        if (!isUtf8) expect(decoded).toMatchObject({ text: expect.stringMatching(new RegExp(`^[^]{${any.length}}$`)) });
      }),
    );
  });

  test.each([
    ['an Excel workbook', bytes('PK\u0003\u0004', [20, 0, 6, 0])],
    ['an old Excel workbook', bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0])],
  ])('of %s are none', (_, workbook) => {
    expect(decodeText(workbook)).toEqual({ trouble: 'packed' });
  });

  test('with a NUL are none: a picture, a program, UTF-16 without its mark', () => {
    expect(decodeText(bytes([0x89], 'PNG\r\n', [0x1a, 0x0a, 0, 0]))).toEqual({ trouble: 'not-text' });
    expect(decodeText(Buffer.from('name', 'utf16le'))).toEqual({ trouble: 'not-text' });
    expect(decodeText(bytes([0xff, 0xfe, 0, 0]))).toEqual({ trouble: 'not-text' });
  });

  test('a mark in the middle is a character like any other', () => {
    expect(decodeText(bytes('a', mark, 'b'))).toEqual({ text: 'a\ufeffb' });
    expect(decodeText(bytes('PK is a name'))).toEqual({ text: 'PK is a name' });
  });

  test('a megabyte takes no time worth a word', () => {
    const started = performance.now();
    expect(decodeText(new Uint8Array(1_000_000).fill(0x92))).toEqual({ text: '’'.repeat(1_000_000) });
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
