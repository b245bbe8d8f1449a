import { SocketModeReceiver } from '@slack/bolt';
import type { Clock, Logger } from '../../src/core/ports.ts';
import { boltLogger, clientOptions } from './api.ts';
import { reasonOf } from './errors.ts';

export interface SocketDeps {
  readonly appToken: string;
  readonly apiUrl?: string | undefined;
  readonly clock: Pick<Clock, 'monotonic'>;
  readonly logger: Logger;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** A connection to Slack that is made again when it breaks. */
export interface Link {
  readonly receiver: SocketModeReceiver;
  start(): void;
  stop(): Promise<void>;
  /** Why nothing can come in just now. */
  problem(): string | undefined;
}

/**
 * Milliseconds between tries, at first and at most. A wait is a row of short ones, so that none
 * keeps the process from ending.
 */
const waits = { first: 2_000, most: 60_000, atOnce: 2_000 } as const;

/** A connection that held for so many milliseconds was a good one, and the next comes at once. */
const goodAfter = 10_000;

/**
 * Bolt's Socket Mode, but for its connecting again: when the token was taken back meanwhile, the
 * library ends the process with a rejection that nobody can catch. Here it is a red health and
 * another try, later and later.
 */
export function createLink({ appToken, apiUrl, clock, logger, sleep }: SocketDeps): Link {
  const receiver = new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    logger: boltLogger(logger),
    installerOptions: { clientOptions: clientOptions(apiUrl, logger) },
  });
  let problem: string | undefined = 'not connected yet';
  /** Of the run that goes on; an older one that still sleeps ends when it wakes. */
  let current = 0;

  async function run(mine: number): Promise<void> {
    let failures = 0;
    while (mine === current) {
      const held = await connectOnce();
      failures = held ? 0 : failures + 1;
      if (mine !== current) return;
      if (!held) await wait(Math.min(waits.first * 2 ** (failures - 1), waits.most), mine);
    }
  }

  async function wait(milliseconds: number, mine: number): Promise<void> {
    for (let left = milliseconds; left > 0 && mine === current; left -= waits.atOnce) await sleep(waits.atOnce);
  }

  /** One connection from beginning to end; whether it held. */
  async function connectOnce(): Promise<boolean> {
    let drop: () => void = () => undefined;
    const dropped = new Promise<void>((resolve) => {
      drop = resolve;
    });
    receiver.client.on('disconnected', drop);
    try {
      await receiver.start();
      const since = clock.monotonic();
      problem = undefined;
      logger.info('Socket Mode is connected', { platform: 'slack' });
      await dropped;
      problem = 'the connection was closed';
      return clock.monotonic() - since >= goodAfter;
    } catch (error) {
      problem = reasonOf(error);
      logger.warn('Socket Mode cannot connect', { platform: 'slack', reason: problem });
      return false;
    } finally {
      receiver.client.off('disconnected', drop);
    }
  }

  return {
    receiver,
    start() {
      current += 1;
      void run(current);
    },
    async stop() {
      current += 1;
      await receiver.stop();
      problem = 'stopped';
    },
    problem: () => problem,
  };
}
