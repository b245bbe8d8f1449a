import { describe, expect, it } from 'vitest';
import { createRecent } from '../../../src/core/recent.ts';

describe('what was seen recently', () => {
  it('is new once', () => {
    const recent = createRecent(3);
    expect([recent.add('a'), recent.add('a'), recent.add('b')]).toEqual([true, false, true]);
  });

  it('is new again when it was taken back', () => {
    const recent = createRecent(3);
    recent.add('a');
    recent.remove('a');
    recent.remove('never added');
    expect(recent.add('a')).toBe(true);
  });

  it('is forgotten from its oldest on, and never grows', () => {
    const recent = createRecent(2);
    for (const key of ['a', 'b', 'c']) recent.add(key);
    expect([recent.add('c'), recent.add('b'), recent.add('a')]).toEqual([false, false, true]);
  });
});
