import type { App } from '@slack/bolt';
import type { Clock, Logger } from '../../src/core/ports.ts';
import { createUnderWay } from '../../src/core/under-way.ts';
import { type Connection, type Envelope, openConnection } from './connection.ts';
import { type SlackReceiver, takeIn } from './take-in.ts';

export interface SocketDeps {
  readonly appToken: string;
  readonly apiUrl?: string | undefined;
  readonly clock: Pick<Clock, 'monotonic'>;
  readonly logger: Logger;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Milliseconds without an answer to a ping after which a connection counts as broken. */
  readonly pongWithin?: number | undefined;
}

/**
 * Slack ends each connection every few hours, and what it wants to say meanwhile is lost or late.
 * With two of them, one is there while the other is made anew; Slack takes up to ten.
 */
const connections = 2;

/**
 * Milliseconds. Between tries: at first, and doubled up to the most. The second connection is made
 * so much later that not both end at once. All are waited for in small pieces, so that none keeps
 * the process from ending.
 */
const waits = { first: 2_000, most: 60_000, apart: 30_000, hello: 30_000, goodbye: 2_000, piece: 2_000 } as const;

/** A connection that held for so many milliseconds was a good one, and the next comes at once. */
const goodAfter = 10_000;

/**
 * Socket Mode: connections that are made again, later and later while that does not work. What
 * keeps them from being made is a red health, never the end of the process.
 */
export function createSocketReceiver(deps: SocketDeps): SlackReceiver {
  const { clock, logger, sleep } = deps;
  const all = new Set<Connection>();
  const open = new Set<Connection>();
  const taking = createUnderWay();
  let app: App | undefined;
  let problem = 'not connected yet';
  /** Of the run that goes on; an older one that still sleeps ends when it wakes. */
  let current = 0;

  /** What is not acknowledged Slack sends again, through another connection or to another process. */
  function take({ body, ack }: Envelope, mine: number): void {
    if (!app || mine !== current) return;
    const acknowledge = (said?: unknown) =>
      ack(said).then(
        () => true,
        () => false,
      );
    void taking.track(takeIn(app, body, { acknowledge, refuse: () => undefined }, logger));
  }

  /** Keeps one connection for as long as the run goes on. */
  async function keep(mine: number, delay: number): Promise<void> {
    const goesOn = () => mine === current;
    await wait(delay, goesOn);
    for (let failures = 0; goesOn(); ) {
      failures = (await connectOnce(mine)) ? 0 : failures + 1;
      if (failures > 0) await wait(Math.min(waits.first * 2 ** (failures - 1), waits.most), goesOn);
    }
  }

  async function wait(milliseconds: number, goesOn: () => boolean): Promise<void> {
    for (let left = milliseconds; left > 0 && goesOn(); left -= waits.piece) await sleep(waits.piece);
  }

  /** One connection from beginning to end; whether it held. */
  async function connectOnce(mine: number): Promise<boolean> {
    const connection = openConnection({ ...deps, received: (envelope) => take(envelope, mine) });
    all.add(connection);
    try {
      const refused = await hello(connection);
      if (refused !== undefined) {
        problem = refused;
        if (mine === current) logger.warn('Socket Mode cannot connect', { platform: 'slack', reason: refused });
        return false;
      }
      const since = clock.monotonic();
      open.add(connection);
      logger.info('Socket Mode is connected', { platform: 'slack', count: open.size });
      problem = await connection.ended;
      logger.info('a connection of Socket Mode ended', { platform: 'slack', reason: problem });
      return clock.monotonic() - since >= goodAfter;
    } finally {
      open.delete(connection);
      all.delete(connection);
      connection.close();
    }
  }

  /** Why there was none: the library waits for it for ever. */
  function hello({ opened }: Connection): Promise<string | undefined> {
    let waiting = true;
    const settled = opened.finally(() => {
      waiting = false;
    });
    const tooLate = wait(waits.hello, () => waiting).then(() => 'Slack does not say hello');
    return Promise.race([settled, tooLate]);
  }

  return {
    routes: [],
    init(to) {
      app = to;
    },
    async start() {
      current += 1;
      for (let one = 0; one < connections; one += 1) void keep(current, one * waits.apart);
    },
    async stop() {
      current += 1;
      await taking.finished();
      problem = 'stopped';
      const closing = [...all];
      for (const connection of closing) connection.close();
      await Promise.race([Promise.all(closing.map(({ ended }) => ended)), sleep(waits.goodbye)]);
      // Who does not say goodbye in turn is left; the library would wait for half a minute.
      for (const connection of closing) connection.close();
    },
    problem: () => (open.size > 0 ? undefined : problem),
  };
}
