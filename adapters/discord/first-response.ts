import { DiscordAPIError, HTTPError, type REST, Routes } from 'discord.js';
import { jsonResponse } from '../../src/core/json-body.ts';
import type { HttpResponse } from '../../src/core/ports.ts';
import type { RequestContents } from './api.ts';
import type { AnswerToInteraction } from './receive.ts';

/** How the first response to an interaction is given; Discord waits for it for three seconds. */
export interface FirstResponse {
  /** Gives it. Throws where Discord refuses it, as far as that can be known. */
  give(response: RequestContents): Promise<void>;
  /** Does what Discord takes only once it knows the first response. */
  follow<T>(request: () => Promise<T>): Promise<T>;
}

/** Discord's codes for a first response that came before, and for one that it does not know of. */
const alreadyAcknowledged = 40060;
const unknownWebhook = 10015;

/** By a request of our own, as for what comes over the gateway. */
export function byCallback(rest: REST, { id, token }: AnswerToInteraction): FirstResponse {
  return {
    async give(response) {
      const post = () => rest.post(Routes.interactionCallback(id, token), { ...response, auth: false });
      try {
        await post();
      } catch (error) {
        if (!stumbled(error)) throw error;
        // Three seconds are all there is: once more, at once. The first may have arrived after all.
        await post().catch((again: unknown) => {
          if (!hasCode(again, alreadyAcknowledged)) throw again;
        });
      }
    },
    follow: (request) => request(),
  };
}

/** Milliseconds of the first wait for Discord to know our response, and of the last; each is twice the one before. */
const firstWait = 500;
const lastWait = 8_000;

/**
 * By the response to Discord's own request (https://docs.discord.com/developers/interactions/receiving-and-responding).
 * It is JSON: files follow. Nobody says when Discord has read it, and what follows sooner is
 * refused as unknown, sometimes for seconds (https://github.com/discord/discord-api-docs/issues/7220):
 * that was not done for sure, so it is tried again.
 */
export function byResponse(
  respond: (response: HttpResponse) => void,
  sleep: (milliseconds: number) => Promise<void>,
): FirstResponse {
  async function follow<T>(request: () => Promise<T>, wait = firstWait): Promise<T> {
    try {
      return await request();
    } catch (error) {
      if (wait > lastWait || !hasCode(error, unknownWebhook)) throw error;
    }
    await sleep(wait);
    return follow(request, 2 * wait);
  }

  return {
    async give({ body, files }) {
      if (files) throw new Error('files follow the first response');
      respond(jsonResponse(body));
    },
    follow: (request) => follow(request),
  };
}

/** Discord failed or could not be reached; it did not refuse. */
export function stumbled(error: unknown): boolean {
  return error instanceof HTTPError ? error.status >= 500 : !(error instanceof DiscordAPIError);
}

function hasCode(error: unknown, code: number): boolean {
  return error instanceof DiscordAPIError && Number(error.code) === code;
}
