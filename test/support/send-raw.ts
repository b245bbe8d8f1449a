import { type OutgoingHttpHeaders, request as openRequest } from 'node:http';

/** Sends headers as they are, also several of one name: the status that comes back. */
export async function sendRaw(url: string, headers: OutgoingHttpHeaders, body: string | Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = openRequest(url, { method: 'POST', headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
