import type { KeyObject } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { createDiscordAdapter } from '../../../adapters/discord/index.ts';
import { type BotParts, openBot } from '../../../src/bot.ts';
import type { Invocation } from '../../../src/core/invocation.ts';
import type { ChatAdapter, Dispatch } from '../../../src/core/ports.ts';
import { createLogger } from '../../../src/log.ts';
import { createRandom } from '../../../src/random.ts';
import type { DiscordFake } from '../../support/discord-server.ts';
import { createHurriedClock } from '../../support/test-clock.ts';
import { testVault } from '../../support/vault.ts';
import type { openServer } from '../surroundings.ts';
import { patience } from '../surroundings.ts';

export interface Surroundings {
  readonly fake: DiscordFake;
  readonly publicKey: string;
  readonly privateKey: KeyObject;
  readonly database: string;
  /** Serves the adapter's addresses: the address that they begin with. */
  readonly serve: (routes: Parameters<typeof openServer>[0]) => Promise<string>;
}

/** How many times sooner than it says a wait is over. */
const hurry = 100;

/** One in so many answers takes so many milliseconds more: it is announced, and follows as an edit. */
const slow = { oneIn: 4, milliseconds: 15 } as const;

/** Milliseconds between two looks at whether all is done, and how many looks must find it so. */
const look = 4;
const looks = 4;

/** The whole bot on a Discord of our own, hearing interactions over HTTP and the gateway; whoever starts it stops it. */
export async function startDiscordBot({ fake, publicKey, database, serve }: Surroundings) {
  const logged: string[] = [];
  const logger = createLogger('info', { write: (line) => void logged.push(line) });
  const clock = createHurriedClock();
  const heard: Invocation[] = [];
  let running = 0;
  let runs = 0;
  let parts: BotParts | undefined;

  /** Notes whose words the bot takes something for, and what is under way. */
  function watched(dispatch: Dispatch): Dispatch {
    async function run<T>(invocation: Invocation, work: () => Promise<T>): Promise<T> {
      heard.push(invocation);
      running += 1;
      runs += 1;
      if (runs % slow.oneIn === 0) await setTimeout(slow.milliseconds);
      return work().finally(() => {
        running -= 1;
      });
    }
    return Object.assign((invocation: Invocation) => run(invocation, () => dispatch(invocation)), {
      ...{ presence: dispatch.presence },
      suggest: (...asked: Parameters<Dispatch['suggest']>) => run(asked[0], () => dispatch.suggest(...asked)),
    });
  }

  const adapters: ChatAdapter[] = [];
  const bot = await openBot({
    ...{ database, clock, logger, sleep: clock.sleep, random: createRandom(), vault: testVault },
    adapters(lent) {
      parts = lent;
      const made = createDiscordAdapter({
        ...{ token: fake.token, applicationId: fake.bot, apiUrl: fake.apiUrl, publicKey, clock, logger },
        ...{ commands: lent.commands, store: lent.store('discord') },
        sleep: (milliseconds) => setTimeout(milliseconds / hurry, undefined, { ref: false }),
      });
      adapters.push({ ...made, start: (dispatch) => made.start(watched(dispatch)) });
      return adapters;
    },
  });
  await bot.start();
  await until(() => bot.health().discord?.up === true);

  /** Until nothing is under way any more. */
  async function quiet(): Promise<void> {
    for (let same = 0, before = -1; same < looks; same += 1) {
      await setTimeout(look);
      await parts?.settled();
      if (running > 0 || fake.requests.length !== before) same = 0;
      before = fake.requests.length;
    }
  }

  return {
    ...{ bot, clock, logged, quiet },
    /** What the bot took in since the last look. */
    takeHeard: () => heard.splice(0),
    address: `${await serve(adapters.flatMap(({ routes }) => routes))}/discord/interactions`,
  };
}

export type Bot = Awaited<ReturnType<typeof startDiscordBot>>;

/** Whether it came true while anybody would wait for it. */
export async function until(comesTrue: () => boolean): Promise<boolean> {
  for (const end = Date.now() + patience; Date.now() < end; await setTimeout(look)) if (comesTrue()) return true;
  return comesTrue();
}
