import type { App, Receiver } from '@slack/bolt';
import type { Logger, Route } from '../../src/core/ports.ts';

/** A way in for what Slack sends. It opens no port: what it serves is served for it. */
export interface SlackReceiver extends Receiver {
  start(): Promise<void>;
  /** Takes no more in; ends when what was taken in is answered. */
  stop(): Promise<void>;
  /** Why nothing can come in just now. */
  problem(): string | undefined;
  readonly routes: readonly Route[];
}

/** Slack, which waits to hear what became of a request. It is told once; what comes later it does not hear. */
export interface Caller {
  /** The request came, and this is to be done or shown. False when Slack was not there any more to hear it. */
  acknowledge(said?: unknown): Promise<boolean>;
  /** It was not taken in: an event comes again, and to a command Slack says that the app failed. */
  refuse(): void;
}

/**
 * Hands a request on to Bolt and tells Slack the first of: what a handler acknowledges it with, the
 * end of the work, its failure. Handlers find the caller in their context. Bolt's own way to
 * acknowledge is left aside: it accepts an event before anything was stored.
 */
export async function takeIn(app: App, body: Record<string, unknown>, waiting: Caller, logger: Logger): Promise<void> {
  const caller = once(waiting);
  try {
    await app.processEvent({ body, customProperties: { caller }, ack: async () => undefined });
    await caller.acknowledge();
  } catch (error) {
    logger.error('a request of Slack failed', { platform: 'slack', error });
    caller.refuse();
  }
}

/** The caller of a request, as `takeIn` put it into the context. */
export function callerOf(context: Readonly<Record<string, unknown>>): Caller {
  return context.caller as Caller;
}

function once({ acknowledge, refuse }: Caller): Caller {
  let told = false;
  return {
    async acknowledge(said) {
      if (told) return true;
      told = true;
      return acknowledge(said);
    },
    refuse() {
      if (!told) refuse();
      told = true;
    },
  };
}
