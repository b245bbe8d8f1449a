import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Health, HttpResponse, Route } from '../core/ports.ts';

/** Bytes of a body at the most: no platform sends more, and a flood is cut off. */
const maxBody = 1_000_000;

/** Milliseconds that a request may take to arrive. */
const slowest = 10_000;

/**
 * `/healthz`: whether each link is up and, where not, why. 503 only when none is: whoever restarts
 * what is unhealthy would otherwise take down the platform that works.
 */
export function healthRoute(healths: () => Readonly<Record<string, Health>>): Route {
  return {
    method: 'GET',
    path: '/healthz',
    async handle() {
      const links = healths();
      const all = Object.values(links);
      const up = all.every((health) => health.up);
      return {
        status: up || all.some((health) => health.up) ? 200 : 503,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ up, links }),
      };
    },
  };
}

/** The one port: hands each request to the route of its method and path. Anything else is 404. */
export async function serve(port: number, routes: readonly Route[]): Promise<Server> {
  const times = { requestTimeout: slowest, headersTimeout: slowest, connectionsCheckingInterval: 1_000 };
  const server = createServer(times, (request, response) => {
    respond(request, routes)
      .catch((): HttpResponse => ({ status: 500 }))
      .then(({ status, headers, body }) => response.writeHead(status, headers).end(body));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  return server;
}

async function respond(request: IncomingMessage, routes: readonly Route[]): Promise<HttpResponse> {
  const [address = '', query = ''] = request.url?.split(/\?(.*)/su) ?? [];
  const path = address.replace(/(?<=.)\/$/u, '') || '/';
  // A monitor may ask for no more than the status.
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const route = routes.find((one) => fits(one.path, path) && one.method === method);
  if (!route) return { status: 404 };
  const body = await readBody(request);
  return body
    ? route.handle({ path, query: new URLSearchParams(query), headers: request.headers, body })
    : { status: 413 };
}

/** Whether a route's path stands for an address. */
function fits(pattern: string, path: string): boolean {
  return pattern.endsWith('/*') ? path.startsWith(pattern.slice(0, -1)) : pattern === path;
}

/** The body as it was sent; `undefined` when it is too large. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBody) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
