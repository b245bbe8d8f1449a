import { describe, expect, it } from 'vitest';
import {
  assertNever,
  button,
  buttons,
  code,
  day,
  fact,
  facts,
  joinLines,
  line,
  paragraph,
  reply,
  strong,
} from '../../../src/core/reply.ts';

describe('a line', () => {
  it('is its words with the parts in their gaps', () => {
    expect(line`Due ${day('2027-09-23')}, ${strong('soon')}.`).toEqual([
      'Due ',
      { kind: 'day', day: '2027-09-23' },
      ', ',
      { kind: 'strong', text: 'soon' },
      '.',
    ]);
  });

  it('takes texts, numbers and other lines, and is one text where it can be', () => {
    expect(line`${'a'} ${2} ${line`b ${3}`} ${['c', 'd']}`).toEqual(['a 2 b 3 cd']);
    expect(line`${''}`).toEqual([]);
    expect(line`${code('x')}${code('y')}`).toEqual([code('x'), code('y')]);
  });

  it('holds what somebody typed as it is', () => {
    const typed = '`*<!channel>* @everyone \\n';
    expect(line`${typed}`).toEqual([typed]);
  });
});

describe('lines joined', () => {
  it('are one line with the separator between them', () => {
    expect(joinLines([line`a`, line`${strong('b')}`, line`c`], ', ')).toEqual(['a, ', strong('b'), ', c']);
    expect(joinLines([], ', ')).toEqual([]);
  });
});

describe('a reply', () => {
  it('leaves out what is not there', () => {
    expect(reply(paragraph(line`a`), false, undefined)).toEqual({ blocks: [paragraph(['a'])] });
    expect(buttons(false, button('Show', 'lor show'), undefined)).toEqual(buttons(button('Show', 'lor show')));
    expect(facts(undefined, fact('Due', line`soon`), false)).toEqual(facts(fact('Due', ['soon'])));
  });
});

describe('a button', () => {
  it('has a style only when it is given one', () => {
    expect(button('Show', 'lor show')).toEqual({ label: 'Show', call: { path: 'lor show', args: {} } });
    expect(button('Drop', 'lor remove', { letter: 'L1' }, 'danger')).toEqual({
      label: 'Drop',
      call: { path: 'lor remove', args: { letter: 'L1' } },
      style: 'danger',
    });
  });
});

describe('an unhandled case', () => {
  it('says which one it was', () => {
    expect(() => assertNever({ kind: 'poem' } as never)).toThrow('{"kind":"poem"}');
  });
});
