import { SocketModeClient } from '@slack/socket-mode';
import type { Logger } from '../../src/core/ports.ts';
import { boltLogger, clientOptions } from './api.ts';
import { reasonOf } from './errors.ts';

export interface ConnectionDeps {
  readonly appToken: string;
  readonly apiUrl?: string | undefined;
  readonly logger: Logger;
  /** Milliseconds without an answer to a ping after which a connection counts as broken. */
  readonly pongWithin?: number | undefined;
  /** Something came in. */
  readonly received: (envelope: Envelope) => void;
}

/** What Slack sent, and the way to say that it came; that throws when the connection is gone. */
export interface Envelope {
  readonly body: Record<string, unknown>;
  readonly ack: (said?: unknown) => Promise<void>;
}

/** One connection of Socket Mode, from beginning to end. It is not made again when it breaks. */
export interface Connection {
  /** Resolves when Slack said hello or when it will not: with the reason why not. */
  readonly opened: Promise<string | undefined>;
  /** Resolves when it is over, whoever ended it, with the reason. */
  readonly ended: Promise<string>;
  /** At any time, more than once, too. */
  close(): void;
}

/**
 * Slack's own client, used once. Left to itself it would end the process, with a rejection that
 * nobody can catch: when the token was taken back before it connects again, and at a message of
 * another shape than it expects. So it does not connect again, and we hand it its messages.
 */
export function openConnection(deps: ConnectionDeps): Connection {
  const { appToken, apiUrl, logger, pongWithin, received } = deps;
  const client = new SocketModeClient({
    appToken,
    autoReconnectEnabled: false,
    ...(pongWithin !== undefined && { clientPingTimeout: pongWithin }),
    logger: boltLogger(logger),
    clientOptions: clientOptions(apiUrl, logger),
  });
  let told: string | undefined;
  let closed = false;
  const [read] = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', async (data: unknown, isBinary: boolean) => {
    told ??= farewell(data);
    try {
      await read?.(data, isBinary);
    } catch (error) {
      logger.error('what Slack sent cannot be read', { platform: 'slack', error });
    }
  });
  client.on('slack_event', received);
  const ended = new Promise<string>((resolve) => {
    client.on('disconnected', () => resolve(told ?? 'the connection was lost'));
  });

  async function open(): Promise<string | undefined> {
    try {
      await client.start();
    } catch (error) {
      // When it is closed before the hello, the library rejects with nothing at all.
      return told ?? (error === undefined ? 'the connection was closed before it was open' : reasonOf(error));
    }
    if (!closed) return undefined;
    // Closed before there was anything to close, it would stay open for ever.
    void client.disconnect();
    return 'closed';
  }

  return {
    opened: open(),
    ended,
    close() {
      closed = true;
      void client.disconnect();
    },
  };
}

/** Why Slack is about to end the connection: `refresh_requested`, `too_many_websockets`. */
function farewell(data: unknown): string | undefined {
  if (typeof data !== 'string' || !data.includes('"disconnect"')) return undefined;
  const [, reason] = /"type"\s*:\s*"disconnect"/u.test(data)
    ? (/"reason"\s*:\s*"([a-z_]{1,60})"/u.exec(data) ?? [])
    : [];
  return reason;
}
