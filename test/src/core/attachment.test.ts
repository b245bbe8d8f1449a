import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Attachment, attach, parseAttachment, printAttachment, refused } from '../../../src/core/attachment.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('a file that somebody hands over', () => {
  test('is its name and its text', () => {
    expect(attach('letters.csv', bytes('name\r\nChen'), 20)).toEqual({ name: 'letters.csv', text: 'name\r\nChen' });
  });

  test('is taken to the last byte of what fits', () => {
    expect(attach('a.csv', bytes('12345'), 5)).toHaveProperty('text');
    expect(attach('a.csv', bytes('123456'), 5)).toEqual({ name: 'a.csv', trouble: 'too-large' });
    // Counted as it came, not as it reads.
    expect(attach('a.csv', bytes('éé'), 3)).toEqual({ name: 'a.csv', trouble: 'too-large' });
  });

  test.each([
    ['', 'empty'],
    [' \r\n\u200b', 'empty'],
    ['PK\u0003\u0004', 'packed'],
    ['a\u0000b', 'not-text'],
  ] as const)('with nothing that can be read says so: %j', (content, trouble) => {
    expect(attach('a.csv', bytes(content), 100)).toEqual({ name: 'a.csv', trouble });
  });

  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\maya\\letters.csv', 'letters.csv'],
    ['réf\u0301.csv', 'réf́.csv'],
    ['a\u202egpj.csv', 'file'],
    ['a\u0007.csv', 'file'],
    ['folder/', 'file'],
    ['', 'file'],
    ['  two\n lines.csv ', 'two lines.csv'],
    ['x'.repeat(300), `${'x'.repeat(99)}…`],
  ])('has a name that is fit to be said: %j', (name, shown) => {
    expect(attach(name, bytes('x'), 10).name).toBe(shown);
    expect(refused(name, 'unreachable')).toEqual({ name: shown, trouble: 'unreachable' });
  });
});

describe('a file as the value of an argument', () => {
  const anyAttachment: fc.Arbitrary<Attachment> = fc.oneof(
    fc.record({ name: fc.string({ unit: 'grapheme' }), text: fc.string({ unit: 'binary' }) }),
    fc.record({
      name: fc.string({ unit: 'grapheme' }),
      trouble: fc.constantFrom('too-large', 'packed', 'not-text', 'empty', 'unreachable'),
    }),
  );

  test('reads back to the same', () => {
    fc.assert(
      fc.property(anyAttachment, (attachment) => {
        expect(parseAttachment(printAttachment(attachment))).toEqual(attachment);
      }),
    );
  });

  test('is none of what people type, and never throws', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        expect(parseAttachment(typed)).toBeUndefined();
      }),
    );
    for (const typed of [
      'letters.csv',
      '{',
      '{}',
      '{"name":1,"text":"x"}',
      '{"name":"a"}',
      '{"name":"a","trouble":"x"}',
    ]) {
      expect(parseAttachment(typed)).toBeUndefined();
    }
  });
});
