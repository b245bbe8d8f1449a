/** What a server answers, as far as it is read here. */
type Answer = Pick<Response, 'ok' | 'status' | 'headers' | 'body'>;

/**
 * The content of an answer, unless it is more than `max` bytes: neither what the server announces
 * is believed nor is more read than that. An answer that is none throws with its `statusCode`.
 */
export async function readResponse(answer: Answer, max: number): Promise<Uint8Array | 'too-large'> {
  if (!answer.ok) throw Object.assign(new Error('the server has no such file'), { statusCode: answer.status });
  const announced = Number(answer.headers.get('content-length') ?? 0);
  if (announced > max) {
    await answer.body?.cancel();
    return 'too-large';
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop lets go of the connection.
  for await (const chunk of answer.body ?? []) {
    length += chunk.length;
    if (length > max) return 'too-large';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
