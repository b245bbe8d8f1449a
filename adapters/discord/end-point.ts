import { jsonResponse, readJsonObject } from '../../src/core/json-body.ts';
import type { Clock, HttpRequest, HttpResponse, Logger, Route } from '../../src/core/ports.ts';
import { createRefusals, createSeen } from '../../src/core/replays.ts';
import { callbackTypes, interactionTypes } from './codes.ts';
import { readPublicKey, verifiedSignature } from './signature.ts';

export interface EndPointDeps {
  /** The application's, 64 hexadecimal digits. */
  readonly publicKey: string;
  readonly clock: Pick<Clock, 'now'>;
  readonly logger: Logger;
  /** What is said to an interaction that Discord signed. */
  readonly take: (payload: Readonly<Record<string, unknown>>) => Promise<HttpResponse>;
}

/** No interaction is near so many bytes: five fields of a form, each with 4,000 characters, are a quarter of it. */
const largestBody = 500_000;

/** What Discord expects where the first response is given otherwise; here, where it was given before. */
export const answeredElsewhere: HttpResponse = { status: 202 };

/**
 * The address that Discord calls with interactions, when it is set as the Interactions Endpoint URL
 * (https://docs.discord.com/developers/interactions/overview). Discord sends forged requests by
 * itself now and then, and takes the address away from whoever does not refuse them with 401.
 */
export function createEndPoint({ publicKey, clock, logger, take }: EndPointDeps): Route {
  const key = readPublicKey(publicKey);
  const seen = createSeen();
  const complain = createRefusals((count) => {
    const reason =
      'signature or time; Discord sends a few such requests itself to test the bot, for many check DISCORD_PUBLIC_KEY and the clock of this machine';
    logger.warn('requests were refused', { platform: 'discord', count, reason });
  });

  async function handle(request: HttpRequest): Promise<HttpResponse> {
    if (request.body.length > largestBody) return { status: 413 };
    const now = Date.parse(clock.now());
    const signature = verifiedSignature(request, key, now);
    if (signature === undefined) {
      complain(now);
      return { status: 401 };
    }
    const payload = readJsonObject(request.body.toString('utf8'));
    if (!payload) return { status: 400 };
    if (payload.type === interactionTypes.ping) return jsonResponse({ type: callbackTypes.pong });
    if (!seen.add(signature, now)) return answeredElsewhere;
    const response = await take(payload);
    if (response.status >= 400) seen.forget(signature);
    return response;
  }

  return { method: 'POST', path: '/discord/interactions', handle };
}
