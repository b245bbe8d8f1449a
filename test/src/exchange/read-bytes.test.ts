import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOfBytes } from '../../../src/exchange/read-bytes.ts';

describe('the text of a file', () => {
  const text = 'Référent;Échéance';

  it.each([
    ['UTF-8', Buffer.from(text, 'utf8')],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`, 'utf8')],
    ['UTF-16, little end first', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['the code page of Windows', Buffer.from(text, 'latin1')],
  ])('is read in %s', (_, bytes) => {
    expect(textOfBytes(bytes)).toBe(text);
  });

  it('is something for any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => typeof textOfBytes(bytes) === 'string'));
    expect(textOfBytes(new Uint8Array())).toBe('');
  });
});
