import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Carried, decode, encode } from '../../../src/core/call-codec.ts';

/** Any text, with the marks of the code itself far more often than chance would have it. */
const anyText = fc
  .array(
    fc.oneof(fc.constantFrom('|', '\\', '\\|', 'b|', '\n', '\ud800'), fc.string({ unit: 'binary', maxLength: 6 })),
    {
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(''));

const anyCall = fc.record({
  path: anyText.filter((path) => path !== ''),
  args: fc.dictionary(fc.oneof(anyText, fc.constantFrom('__proto__', 'constructor', '0')), anyText, { maxKeys: 4 }),
});

const anyCarried: fc.Arbitrary<Carried> = fc.oneof(
  fc.record({ kind: fc.constant('button' as const), call: anyCall }),
  fc.record({ kind: fc.constant('button' as const), call: anyCall, inPlace: fc.constant(true as const) }),
  fc.record({ kind: fc.constant('form' as const), call: anyCall }),
  fc.record({ kind: fc.constant('menu' as const), call: anyCall, option: anyText }),
);

/** As plain data, so that a prototype can neither hide an argument nor stand for one. */
function data(carried: Carried | undefined) {
  return carried && { ...carried, call: { path: carried.call.path, args: Object.entries(carried.call.args) } };
}

describe('a button, a menu or a form', () => {
  it('comes back from a platform as it was sent, whatever its texts hold', () => {
    fc.assert(
      fc.property(anyCarried, (carried) => {
        const text = encode(carried, Number.POSITIVE_INFINITY);
        expect(text === undefined ? undefined : data(decode(text))).toEqual(data(carried));
      }),
      { numRuns: 1_000 },
    );
  });

  it('is short and begins with its kind', () => {
    const call = { path: 'lor show', args: { letter: 'L1' } };
    expect(encode({ kind: 'button', call }, 100)).toBe('b|lor show|letter|L1');
    expect(encode({ kind: 'button', call, inPlace: true }, 100)).toBe('p|lor show|letter|L1');
    expect(encode({ kind: 'form', call }, 100)).toBe('f|lor show|letter|L1');
    expect(encode({ kind: 'menu', call, option: 'to' }, 100)).toBe('m|lor show|to|letter|L1');
  });

  it('is refused rather than cut when it is too long for the platform', () => {
    fc.assert(
      fc.property(anyCarried, (carried) => {
        const text = encode(carried, Number.POSITIVE_INFINITY) ?? '';
        expect(encode(carried, text.length)).toBe(text);
        expect(encode(carried, text.length - 1)).toBeUndefined();
      }),
    );
  });
});

describe('a text that a platform hands back', () => {
  it('means one thing or nothing, and never throws', () => {
    const foreign = fc.oneof(
      anyText,
      fc.tuple(fc.constantFrom('b|', 'm|', 'f|', '\\b|'), anyText).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(foreign, (text) => {
        const carried = decode(text);
        if (carried === undefined) return;
        expect(data(decode(encode(carried, Number.POSITIVE_INFINITY) ?? ''))).toEqual(data(carried));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(['', 'b', 'b|', 'x|lor show', 'B|lor show', 'b|lor show|letter', 'm|lor show', 'm|lor show|to|letter', '{}'])(
    'is none of ours: “%s”',
    (text) => {
      expect(decode(text)).toBeUndefined();
    },
  );

  it('can name __proto__ without harm', () => {
    const carried = decode('b|lor show|__proto__|polluted|letter|L1');
    expect(Object.entries(carried?.call.args ?? {})).toEqual([
      ['__proto__', 'polluted'],
      ['letter', 'L1'],
    ]);
    expect(Object.getPrototypeOf(carried?.call.args)).toBe(Object.prototype);
  });
});
