import { describe, expect, it } from 'vitest';
import { createProgress } from '../../../src/core/arrival.ts';

const seen = (...parts: readonly number[]) => new Map(parts.map((part) => [part, `C1/${part}`]));

describe('a message of several parts', () => {
  it('is there when its last part is, whatever else was seen', () => {
    expect(createProgress(9).seen('k', seen(1), 1)).toEqual({ kind: 'found', ref: 'C1/1' });
    expect(createProgress(9).seen('k', seen(1, 2, 3), 3)).toEqual({ kind: 'found', ref: 'C1/1' });
    expect(createProgress(9).seen('k', seen(2, 3), 3)).toEqual({ kind: 'found', ref: 'C1/2' });
  });

  it('is absent as a whole while a part is, and the parts before the last one seen are not forgotten', () => {
    const progress = createProgress(9);
    expect(progress.seen('k', seen(), 1)).toEqual({ kind: 'absent' });
    expect(progress.of('k')).toBeUndefined();
    expect(progress.seen('k', seen(2), 3)).toEqual({ kind: 'absent' });
    expect(progress.of('k')).toEqual({ first: 'C1/2', parts: 2, of: 3 });
  });

  it('of which the platform confirmed parts keeps them, also where none of them is seen', () => {
    const progress = createProgress(9);
    progress.note('k', { first: 'C1/1', parts: 2, of: 3 });
    expect(progress.seen('k', seen(), 1)).toEqual({ kind: 'absent' });
    expect(progress.of('k')).toEqual({ first: 'C1/1', parts: 2, of: 3 });
    expect(progress.seen('k', seen(3), 3)).toEqual({ kind: 'found', ref: 'C1/1' });
  });

  it('is forgotten when many others came after it', () => {
    const progress = createProgress(2);
    for (const key of ['a', 'b', 'a', 'c']) progress.note(key, { first: 'x', parts: 1, of: 2 });
    expect(['a', 'b', 'c'].map((key) => progress.of(key) !== undefined)).toEqual([true, false, true]);
  });
});
