import { expect, test } from 'vitest';
import { replyWithForm } from '../../../src/core/outcome.ts';
import type { Outcome } from '../../../src/core/ports.ts';
import { button, buttons, paragraph, reply } from '../../../src/core/reply.ts';

const words = { correct: 'Correct it', fillIn: 'Fill it in' };

function invalid(problem?: string): Extract<Outcome, { kind: 'invalid' }> {
  const form = {
    title: 'Import',
    call: { path: 'lor import', args: { mode: 'add' } },
    fields: [
      { name: 'table', label: 'Table', kind: 'file', required: true, value: '{"name":"a.csv","text":"a,b"}' },
      { name: 'note', label: 'Note', kind: 'text', required: false, value: 'hi', ...(problem && { problem }) },
    ],
  } as const;
  return { kind: 'invalid', reply: reply(paragraph(['Not yet.'])), form };
}

test('a form that is not open can be opened with what was understood, but for a file, which no button holds', () => {
  expect(replyWithForm(invalid(), words).blocks).toEqual([
    paragraph(['Not yet.']),
    buttons(button('Fill it in', 'lor import', { mode: 'add', note: 'hi' }, 'primary')),
  ]);
});

test('the button says whether something is wrong', () => {
  expect(JSON.stringify(replyWithForm(invalid('No.'), words))).toContain('Correct it');
});
