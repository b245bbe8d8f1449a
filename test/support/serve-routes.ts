import { createServer } from 'node:http';
import { onTestFinished } from 'vitest';
import type { HttpResponse, Route } from '../../src/core/ports.ts';
import { listen } from './listen.ts';

/** A port of the test that serves an adapter's addresses, as the bot's own server does. */
export async function serveRoutes(routes: readonly Route[]): Promise<string> {
  const server = createServer((request, response) => {
    const [path = '', query = ''] = request.url?.split('?') ?? [];
    const route = routes.find((one) => one.path === path && one.method === request.method);
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const handled: Promise<HttpResponse> = route
        ? route.handle({
            path,
            query: new URLSearchParams(query),
            headers: request.headers,
            body: Buffer.concat(chunks),
          })
        : Promise.resolve({ status: 404 });
      handled.then(({ status, headers, body }) => response.writeHead(status, headers).end(body));
    });
  });
  const url = await listen(server);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return url;
}
