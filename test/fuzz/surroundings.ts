import { setTimeout } from 'node:timers/promises';
import type { Route } from '../../src/core/ports.ts';
import { serve } from '../../src/http/server.ts';
import type { Came } from './report.ts';

type Server = Awaited<ReturnType<typeof serve>>;

/** The bot's own server on a port of this machine: the address that its routes begin with. */
export async function openServer(routes: readonly Route[], servers: Server[]): Promise<string> {
  const server = await serve(0, routes);
  servers.push(server);
  const bound = server.address();
  if (typeof bound !== 'object' || bound === null) throw new Error('no port');
  return `http://127.0.0.1:${bound.port}`;
}

export function closeServers(servers: readonly Server[]): void {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
}

/** Milliseconds within which there is an answer; platforms themselves wait for three seconds. */
export const patience = 20_000;

/** A request as it goes over the wire. */
export interface Wire {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** Sends a request as it is. */
export async function send(url: string, { headers, body }: Wire): Promise<Came | 'hangs'> {
  const sent = fetch(url, { method: 'POST', headers, body: Buffer.from(body) }).then(
    async (response): Promise<Came> => ({ status: response.status, text: await response.text() }),
    (): Came => ({ status: undefined, text: '' }),
  );
  const over = new AbortController();
  const waited = setTimeout(patience, 'hangs' as const, { signal: over.signal });
  const came = await Promise.race([sent, waited]);
  over.abort();
  await waited.catch(() => undefined);
  return came;
}
