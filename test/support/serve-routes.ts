import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { HttpResponse, Route } from '../../src/core/ports.ts';

/** Has a server listen on a free port of this machine alone; its address. */
export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

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
