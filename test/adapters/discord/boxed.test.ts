import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxed, drawBox, fitsBox, unboxed } from '../../../adapters/discord/boxed.ts';
import { receiveInteraction } from '../../../adapters/discord/receive.ts';
import { renderMessages } from '../../../adapters/discord/render.ts';
import { type Block, button, buttons, paragraph, reply, verbatim } from '../../../src/core/reply.ts';
import { controls, idOf, pressed } from './pressed.ts';

const long = 'Led the family meeting.\n- and the next one\n'.repeat(12).trim();

function call(args: Record<string, string>) {
  return { path: 'lor packet', args };
}

describe('a value that stands in a box of the message', () => {
  it('need not be carried, and is found again', () => {
    const short = boxed(call({ letter: 'L1', sheet: long, patient: 'no' }), [long]);
    expect(short).toEqual(call({ letter: 'L1', patient: 'no', '': 'sheet' }));
    expect(short && unboxed(short, ['Nothing was kept.', drawBox(long)])).toEqual(
      call({ letter: 'L1', patient: 'no', sheet: long }),
    );
  });

  it('is found among several boxes, by their order', () => {
    const short = boxed(call({ notes: 'two', met: 'three' }), ['one', 'two', 'three']);
    expect(short && unboxed(short, [drawBox('one'), drawBox('two'), 'text', drawBox('three')])).toEqual(
      call({ notes: 'two', met: 'three' }),
    );
  });

  it('is no value of a call that has another', () => {
    expect(boxed(call({ sheet: 'another' }), [long])).toBeUndefined();
    expect(unboxed(call({ sheet: 'another' }), [drawBox(long)])).toEqual(call({ sheet: 'another' }));
  });

  it('is missed where the message has no box', () => {
    expect(unboxed(call({ '': 'sheet' }), ['Nothing was kept.', '```ab```'])).toBeUndefined();
  });

  it('comes back as it was, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        fc.pre(fitsBox(text));
        const short = boxed(call({ sheet: text }), [text]);
        expect(short && unboxed(short, [drawBox(text)])).toEqual(call({ sheet: text }));
      }),
    );
  });
});

describe('a button that is too long for an id', () => {
  const goOn = button('Not about a patient', 'lor packet', { letter: 'L1', sheet: long, patient: 'no' });
  const shown = (...blocks: readonly Block[]) => renderMessages(reply(paragraph(['Nothing was kept.']), ...blocks));

  it('is drawn where its text stands in a box, and does what it says', () => {
    const [message, ...more] = shown(verbatim(long), buttons(goOn));
    expect(more).toEqual([]);
    expect(controls(message)).toHaveLength(1);
    expect(pressed(message, 0)).toEqual(goOn.call);
  });

  it('of which there are several share the box', () => {
    const other = button('Correct', 'lor packet', { letter: 'L1', sheet: long });
    const [message] = shown(verbatim(long), buttons(goOn), buttons(other));
    expect(controls(message)).toHaveLength(2);
    expect([pressed(message, 0), pressed(message, 1)]).toEqual([goOn.call, other.call]);
  });

  it('is a command to type where there is no box for it, or not in the same message', () => {
    expect(controls(shown(buttons(goOn))[0])).toEqual([]);
    const filler = paragraph(['x'.repeat(3_900)]);
    const messages = shown(verbatim(long), filler, buttons(goOn));
    expect(messages.length).toBeGreaterThan(1);
    expect(messages.flatMap(controls)).toEqual([]);
    const fenced = `${long}\n\`\`\``;
    expect(controls(shown(verbatim(fenced), buttons(button('Go on', 'lor packet', { sheet: fenced })))[0])).toEqual([]);
  });

  it('of a message that lost its box is answered like one that is out of date', () => {
    const [message] = shown(verbatim(long), buttons(goOn));
    const payload = {
      ...{ id: '5', application_id: '6', token: 't', type: 3, user: { id: '7' } },
      data: { component_type: 2, custom_id: idOf(message, 0) },
    };
    const lost = [{ id: '1' }, { id: '1', components: [] }, { id: '1', components: 'none' }];
    for (const message of lost) {
      expect(receiveInteraction({ ...payload, message })?.invocation.request).toEqual({
        kind: 'call',
        call: { path: '', args: {} },
      });
    }
  });
});
