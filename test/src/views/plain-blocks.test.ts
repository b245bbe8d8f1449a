import { describe, expect, it } from 'vitest';
import { bullets, paragraph } from '../../../src/core/reply.ts';
import { plainBlocks } from '../../../src/views/plain-blocks.ts';

describe('typed text', () => {
  it('becomes paragraphs and lists, in their order', () => {
    expect(plainBlocks('First.\nStill first.\n\nSecond:\n- one\n-  two\nThird.')).toEqual([
      paragraph(['First.\nStill first.']),
      paragraph(['Second:']),
      bullets([['one'], ['two']]),
      paragraph(['Third.']),
    ]);
  });

  it('stays text, whatever marks are in it', () => {
    const marks = '*bold* <!channel> @everyone [a](https://b.c) `x` # no heading';
    expect(plainBlocks(`${marks}\n\n- ${marks}`)).toEqual([paragraph([marks]), bullets([[marks]])]);
  });

  it('has no block for empty lines, and no item for a lonely dash', () => {
    expect(plainBlocks('\n\n  \n\nA\n \n\nB')).toEqual([paragraph(['A']), paragraph(['B'])]);
    expect(plainBlocks('-not an item\n--')).toEqual([paragraph(['-not an item\n--'])]);
  });
});
