import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText } from '../../../adapters/discord/escape.ts';
import { anyText } from './arbitrary.ts';
import { shown } from './shown.ts';

describe('escapeText', () => {
  it('gives the text back when its backslashes are taken away', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(escapeText(text).replace(/\\([^0-9A-Za-z\s])/gu, '$1')).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves no mark that Discord would read', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const bare = escapeText(text).replace(/\\[^0-9A-Za-z\s]/gu, '');
        expect(bare).not.toMatch(/[\\*_~|`#>+\-[\]()<:@/]/u);
        expect(shown(escapeText(text))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['*Dr* <!channel>', '\\*Dr\\* \\<!channel\\>'],
    ['@everyone <@1>', '\\@everyone \\<\\@1\\>'],
    ['https://x.y', 'https\\:\\/\\/x.y'],
    ['discord.gg/abc', 'discord.gg\\/abc'],
    ['<t:1> :smile:', '\\<t\\:1\\> \\:smile\\:'],
    ['1. one\n 22. two', '1\\. one\n 22\\. two'],
    ['-# small', '\\-\\# small'],
    ['C:\\temp', 'C\\:\\\\temp'],
  ])('writes %j as %j', (text, markdown) => {
    expect(escapeText(text)).toBe(markdown);
  });

  it('leaves a sentence as it is', () => {
    expect(escapeText("Dr. O'Brien, 3.5 of 4. Thanks!")).toBe("Dr. O'Brien, 3.5 of 4. Thanks!");
  });
});
