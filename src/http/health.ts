import { createServer, type Server } from 'node:http';
import type { Health } from '../core/ports.ts';

/** Each link by name: the chat platforms that are configured. */
export type Healths = () => Readonly<Record<string, Health>>;

/**
 * Serves `/healthz`: 200 when every link is up, 503 when one is down, with the reason. Anything
 * else is 404.
 */
export async function serveHealth(port: number, healths: Healths): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/healthz') return response.writeHead(404).end();
    const links = healths();
    const up = Object.values(links).every((health) => health.up);
    const body = JSON.stringify({ up, links });
    return response.writeHead(up ? 200 : 503, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  return server;
}
