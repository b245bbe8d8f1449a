import { expect, test } from 'vitest';
import { createConversation } from '../../../adapters/terminal/conversation.ts';
import { readLine } from '../../../adapters/terminal/directive.ts';
import { plainPaint } from '../../../adapters/terminal/render.ts';
import type { Form } from '../../../src/core/form.ts';
import type { Outcome } from '../../../src/core/ports.ts';
import { paragraph, reply } from '../../../src/core/reply.ts';
import type { Instant } from '../../../src/core/time.ts';
import { createRandom } from '../../../src/random.ts';
import { createTestDispatch } from '../../support/discord-adapter.ts';
import { emptyStore } from '../../support/empty-store.ts';
import { createTestClock } from '../../support/test-clock.ts';

const adding: Form = {
  title: 'Add a letter',
  call: { path: 'lor add', args: {} },
  fields: [
    { name: 'name', label: 'Name', kind: 'text', required: true },
    { name: 'due', label: 'Due date', kind: 'date', required: false },
  ],
};

const editing: Form = {
  title: 'Edit a letter',
  call: { path: 'lor edit', args: {} },
  fields: [
    {
      ...{ name: 'letter', label: 'Letter', kind: 'choice', required: true, value: '01mwd0k3g0t4zw18r02bvea534' },
      choices: [
        { value: '01mwd0k3g0t4zw18r02bvea534', label: 'Dr. Chen (ERAS)' },
        { value: '01mwd0k3g0t4zw18r02bvea535', label: 'Dr. Wu' },
      ],
    },
    { name: 'due', label: 'Due date', kind: 'date', required: false, value: '2027-09-23' },
  ],
};

/** A person at a keyboard, to whom `/lor add` and `/lor edit` open a form. */
function atTheKeyboard() {
  const written: string[] = [];
  const opened = (form: Form): Outcome => ({ kind: 'invalid', reply: reply(paragraph(['Please fill in.'])), form });
  const { asked, dispatch } = createTestDispatch(({ request }) => {
    if (request.kind === 'typed') return opened(request.text.includes('edit') ? editing : adding);
    return { kind: 'replied', visibility: 'private', reply: reply(paragraph([`ran ${request.call.path}`])) };
  });
  const conversation = createConversation(
    {
      interactive: true,
      paint: plainPaint,
      write: (text) => void written.push(text),
      clock: createTestClock('2027-09-01T12:00:00Z' as Instant),
      random: createRandom(),
      zone: 'UTC',
      readMoment: () => ({ problem: 'no' }),
      playTo: async () => undefined,
      restore: () => undefined,
      release: () => true,
      settled: async () => undefined,
      commands: [],
      saveFile: () => '',
      readFile: () => ({ problem: 'missing' }),
      store: emptyStore,
    },
    dispatch,
  );
  return {
    conversation,
    written,
    async types(...lines: readonly string[]) {
      for (const line of lines) await conversation.obey(readLine(line));
    },
    calls: () => asked.flatMap(({ request }) => (request.kind === 'call' ? [request.call] : [])),
  };
}

test('a form asks for what it needs, and is sent once it has it', async () => {
  const { conversation, types, calls } = atTheKeyboard();
  await types('/lor add');
  expect(conversation.asked()).toBe('Name');
  await types('Dr. Chen');
  expect(calls()).toEqual([{ path: 'lor add', args: { name: 'Dr. Chen' } }]);
});

test.each(['', '!cancel'])('a form is left by typing %j, and nothing is sent', async (line) => {
  const { conversation, types, calls, written } = atTheKeyboard();
  await types('/lor add', line);
  expect(written.at(-1)).toBe('The form is closed; nothing was changed.');
  expect(conversation.asked()).toBeUndefined();
  await types('how many letters?');
  expect(calls()).toMatchObject([{ args: { question: 'how many letters?' } }]);
});

test('a form that has all it needs leaves questions what they are', async () => {
  const { conversation, types, calls } = atTheKeyboard();
  await types('/lor edit');
  expect(conversation.asked()).toBeUndefined();
  await types('how many letters?');
  expect(calls()).toMatchObject([{ args: { question: 'how many letters?' } }]);
});

test('a field shows what its value stands for, and takes what is shown', async () => {
  const { types, calls, written } = atTheKeyboard();
  await types('/lor edit');
  expect(written.join()).toContain('letter: Dr. Chen (ERAS)');
  await types('!fill letter="dr. wu"', '!submit');
  expect(calls()).toEqual([{ path: 'lor edit', args: { letter: '01mwd0k3g0t4zw18r02bvea535', due: '2027-09-23' } }]);
});
