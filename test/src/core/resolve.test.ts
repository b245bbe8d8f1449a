import { describe, expect, it } from 'vitest';
import { commands } from '../../../commands/index.ts';
import type { Request } from '../../../src/core/invocation.ts';
import type { Button, Reply } from '../../../src/core/reply.ts';
import { toPlainText } from '../../../src/core/reply-text.ts';
import { resolveRequest } from '../../../src/core/resolve.ts';
import { en } from '../../../src/words/en/index.ts';

/** What a request leads to: a call with its arguments, or an answer with its buttons. */
function resolve(request: Request) {
  const resolved = resolveRequest(request, commands);
  if (resolved.kind === 'call') return { path: resolved.command.path, args: resolved.args };
  const said = resolved.say(en.core);
  return { kind: resolved.kind, text: toPlainText(said), calls: buttonsOf(said) };
}

function buttonsOf({ blocks }: Reply) {
  const buttons = blocks.flatMap((block): readonly Button[] => (block.kind === 'buttons' ? block.buttons : []));
  return buttons.map(({ call }) => call);
}

const typed = (text: string) => resolve({ kind: 'typed', text });
const pressed = (path: string, args: Record<string, string>) => resolve({ kind: 'call', call: { path, args } });

describe('typed text', () => {
  it('leads to the command that it names', () => {
    expect(typed("lor add Dr. O'Brien kind:attending")).toEqual({
      path: 'lor add',
      args: { name: "Dr. O'Brien", kind: 'attending' },
    });
  });

  it('has the ids of the people and groups that it mentions, and asks for those that nobody knows', () => {
    const mentioned = { '@maya': 'U1', '@helpers': 'S1' };
    const says = (text: string) => resolve({ kind: 'typed', text, mentioned });
    expect(says('lor-admin role grant @maya role:curator')).toMatchObject({ args: { user: 'U1', role: 'curator' } });
    expect(says('lor-admin role grant @mya role:curator')).toEqual({
      path: 'lor-admin role grant',
      args: { role: 'curator' },
    });
    expect(says('lor-admin role revoke constructor')).toEqual({ path: 'lor-admin role revoke', args: {} });
    expect(says('lor-admin settings helpers:@helpers')).toMatchObject({ args: { helpers: 'S1' } });
    // What may be left out is not asked for, so it must not be dropped without a word.
    expect(says('lor-admin settings helpers:@helprs')).toMatchObject({ args: { helpers: '"@helprs"' } });
    expect(says('lor-admin settings helpers:none')).toMatchObject({ args: { helpers: 'none' } });
    // What is no account stays as it was typed.
    expect(says('lor add @maya')).toMatchObject({ args: { name: '@maya' } });
    expect(typed('lor-admin role grant @maya role:curator')).toMatchObject({ args: { user: '@maya' } });
  });

  it.each([
    ['lor', ''],
    ['LOR ', ''],
    ['lor remind', 'lor remind'],
    ['Lor  Remind', 'lor remind'],
    ['lor-admin', 'lor-admin'],
    ['lor-admin digest', 'lor-admin digest'],
  ])('“%s” alone leads to the help on it', (text, topic) => {
    expect(typed(text)).toEqual({ path: 'lor help', args: { command: topic } });
  });

  it.each([
    ['lor ad Dr. Chen kind:chair', { path: 'lor add', args: { name: 'Dr. Chen', kind: 'chair' } }],
    ['LOR AD Dr. Chen', { path: 'lor add', args: { name: 'Dr. Chen' } }],
    ['lor lsit', { path: 'lor list', args: {} }],
    ['lor remnd on', { path: 'lor remind on', args: {} }],
    ['lor remind lst page:2', { path: 'lor remind list', args: {} }],
    ['lor-admin digets list', { path: 'lor-admin digest list', args: {} }],
  ])('“%s” is mistyped, and the likely command is offered with what it was given', (text, call) => {
    const answer = typed(text);
    expect(answer).toMatchObject({ kind: 'unknown', text: expect.stringContaining(`Did you mean /${call.path}?`) });
    expect('calls' in answer && answer.calls[0]).toEqual(call);
  });

  it('that looks like a question may be asked as one', () => {
    const question = 'xyzzy do i need four letters';
    expect(typed(`lor ${question}`)).toMatchObject({
      kind: 'unknown',
      calls: [
        { path: 'lor ask', args: { question } },
        { path: 'lor help', args: {} },
      ],
    });
  });

  it.each(['', 'xyzzy', 'lor xyzzy', `lor ${'x'.repeat(10_000)}`])(
    '“%.20s” names nothing, and help is offered',
    (text) => {
      const answer = typed(text);
      expect(answer).toMatchObject({ kind: 'unknown', calls: [{ path: 'lor help', args: {} }] });
      expect('text' in answer && answer.text.length).toBeLessThan(200);
    },
  );

  it('of 10,000 words is answered at once', () => {
    const started = performance.now();
    expect(typed(`lor ${'ad '.repeat(10_000)}`)).toMatchObject({ kind: 'unknown' });
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('a button or a form', () => {
  it('leads to its command with its arguments', () => {
    expect(pressed('lor show', { letter: 'L1' })).toEqual({ path: 'lor show', args: { letter: 'L1' } });
  });

  it('brings no argument that the command does not declare', () => {
    const forged = JSON.parse('{"letter":"L1","member":"M2","__proto__":"x","constructor":"y"}');
    expect(pressed('lor show', forged)).toEqual({ path: 'lor show', args: { letter: 'L1' } });
  });

  it('of a command that there is no more says what to do', () => {
    expect(pressed('lor frobnicate', {})).toMatchObject({
      kind: 'unknown',
      text: expect.stringContaining('older version'),
    });
  });

  it('does not parse its values again', () => {
    expect(pressed('lor add', { name: 'Chen due:sep 23' })).toEqual({
      path: 'lor add',
      args: { name: 'Chen due:sep 23' },
    });
  });
});
