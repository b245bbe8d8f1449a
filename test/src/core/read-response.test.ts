import { describe, expect, test } from 'vitest';
import { readResponse } from '../../../src/core/read-response.ts';

/** An answer that goes on as long as somebody reads; says how much was taken. */
function endless(headers: Record<string, string> = {}) {
  let given = 0;
  let let_go = false;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        given += 1_000;
        controller.enqueue(new Uint8Array(1_000).fill(65));
      },
      cancel() {
        let_go = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { response: new Response(body, { headers }), given: () => given, released: () => let_go };
}

describe('an answer with a file', () => {
  test('is read up to the last byte that is allowed', async () => {
    expect(await readResponse(new Response('12345'), 5)).toEqual(Buffer.from('12345'));
    expect(await readResponse(new Response('123456'), 5)).toBe('too-large');
    expect(await readResponse(new Response(null), 5)).toHaveLength(0);
  });

  test('that does not end is left when it is too much', async () => {
    const { response, given, released } = endless();
    expect(await readResponse(response, 2_500)).toBe('too-large');
    expect(given()).toBe(3_000);
    expect(released()).toBe(true);
  });

  test('that says that it is too large is not read at all', async () => {
    const { response, given, released } = endless({ 'content-length': '2501' });
    expect(await readResponse(response, 2_500)).toBe('too-large');
    expect(given()).toBe(0);
    expect(released()).toBe(true);
  });

  test('that says that it is small is not believed', async () => {
    const { response } = endless({ 'content-length': '10' });
    expect(await readResponse(response, 2_500)).toBe('too-large');
  });

  test('of another kind throws with its status', async () => {
    await expect(readResponse(new Response('gone', { status: 404 }), 5)).rejects.toMatchObject({ statusCode: 404 });
  });
});
