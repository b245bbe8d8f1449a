import type { App } from '@slack/bolt';
import { jsonResponse, readJsonObject } from '../../src/core/json-body.ts';
import type { Clock, HttpRequest, HttpResponse, Logger } from '../../src/core/ports.ts';
import { createRefusals, createSeen } from '../../src/core/replays.ts';
import { createUnderWay } from '../../src/core/under-way.ts';
import { verifiedSignature } from './signature.ts';
import { type SlackReceiver, takeIn } from './take-in.ts';

export interface HttpReceiverDeps {
  readonly signingSecret: string;
  readonly clock: Pick<Clock, 'now'>;
  readonly logger: Logger;
}

/** No payload of Slack's is near this many bytes. */
const largestBody = 1_000_000;

const empty: HttpResponse = { status: 200 };
/** Slack sends an event again after this; to a command it says that the app failed. */
const notTaken: HttpResponse = { status: 503 };

/**
 * One address for events, commands and interactions. It checks what Bolt's own receiver leaves
 * out: times to come and requests that come a second time. The response is what the handler
 * acknowledges with, and of an event, that it was done or is sure to be.
 */
export function createHttpReceiver({ signingSecret, clock, logger }: HttpReceiverDeps): SlackReceiver {
  const seen = createSeen();
  const taking = createUnderWay();
  let app: App | undefined;
  let running = false;
  const complain = createRefusals((count) => {
    const reason = 'signature or time: check SLACK_SIGNING_SECRET and the clock of this machine';
    logger.warn('requests were refused', { platform: 'slack', count, reason });
  });

  async function handle(request: HttpRequest): Promise<HttpResponse> {
    if (request.body.length > largestBody) return { status: 413 };
    const now = Date.parse(clock.now());
    const signature = verifiedSignature(request, signingSecret, now);
    if (signature === undefined) {
      complain(now);
      return { status: 401 };
    }
    const body = readBody(request);
    if (!body) return { status: 400 };
    if (body.ssl_check !== undefined) return empty;
    if (body.type === 'url_verification') return jsonResponse({ challenge: body.challenge });
    if (!running || !app) return notTaken;
    if (!seen.add(signature, now)) return empty;
    const response = await process(app, body);
    if (response.status !== 200) seen.forget(signature);
    return response;
  }

  function process(to: App, body: Record<string, unknown>): Promise<HttpResponse> {
    return new Promise((resolve) => {
      const caller = {
        async acknowledge(said?: unknown) {
          resolve(said === undefined || said === '' ? empty : jsonResponse(said));
          return true;
        },
        refuse: () => resolve(notTaken),
      };
      void taking.track(takeIn(to, body, caller, logger));
    });
  }

  return {
    routes: [{ method: 'POST', path: '/slack/events', handle }],
    problem: () => undefined,
    init(to) {
      app = to;
    },
    async start() {
      running = true;
    },
    async stop() {
      running = false;
      await taking.finished();
    },
  };
}

/** Commands are form fields, interactions JSON in a form field, events JSON. */
function readBody({ headers, body }: HttpRequest): Record<string, unknown> | undefined {
  const text = body.toString('utf8');
  if (!String(headers['content-type'] ?? '').includes('application/x-www-form-urlencoded')) return readJsonObject(text);
  const fields = new URLSearchParams(text);
  const payload = fields.get('payload');
  return payload === null ? Object.fromEntries(fields) : readJsonObject(payload);
}
