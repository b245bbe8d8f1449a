import { loadKnowledge } from '../../src/bot.ts';
import type { Transact } from '../../src/core/dispatch.ts';
import type { ChatAdapter, Clock, LogFields, Logger } from '../../src/core/ports.ts';
import { addMilliseconds } from '../../src/dates/calendar.ts';
import type { Compose } from '../../src/delivery/books.ts';
import { createHeart } from '../../src/delivery/heart.ts';
import { createLeaving } from '../../src/delivery/leaving.ts';
import { createPump } from '../../src/delivery/pump.ts';
import type { Packs } from '../../src/packs/pack.ts';
import { loadFonts } from '../../src/pictures/fonts.ts';
import { createPictures, type Pictures } from '../../src/pictures/pictures.ts';
import { createRandom } from '../../src/random.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { compose } from '../../src/views/delivery.ts';
import { wordsIn } from '../../src/words/words-in.ts';
import { type Stores, storesOf } from './stores.ts';

const { packs } = loadKnowledge();
const pictures = createPictures(loadFonts());

export type EnginePorts = Stores & {
  readonly wordsIn: typeof wordsIn;
  readonly packs: Packs;
  readonly pictures: Pictures;
};

export interface EngineOptions {
  readonly path: string;
  /** The time, in which waits take none or are virtual. */
  readonly time: { readonly clock: Clock; readonly sleep: (milliseconds: number) => Promise<void> };
  readonly adapters: readonly ChatAdapter[];
  /** Called before and after every transaction, and at the end of its work: a simulated crash throws here. */
  readonly step?: (what: string) => void;
  readonly compose?: Compose<EnginePorts>;
}

/** What sends, without commands: the stores on a file, the pump and the heart. */
export async function openEngine({ path, time, adapters, step = () => undefined, ...more }: EngineOptions) {
  const { clock, sleep } = time;
  const errors: { readonly message: string; readonly fields: LogFields }[] = [];
  const write = (message: string, fields: LogFields = {}) => {
    errors.push({ message, fields });
  };
  const logger: Logger = { info: () => undefined, warn: write, error: write };
  const database = await openDatabase(path, (trx): EnginePorts => ({ ...storesOf(trx), wordsIn, packs, pictures }));

  const transact: Transact<EnginePorts> = async (work) => {
    step('before a transaction');
    const result = await database.transact(async (ports) => {
      const made = await work(ports);
      step('before a commit');
      return made;
    });
    step('after a commit');
    return result;
  };

  const byName = new Map(adapters.map((adapter) => [adapter.name, adapter]));
  const pump = createPump<EnginePorts>({
    transact,
    adapters: byName,
    compose: more.compose ?? compose,
    clock,
    sleep,
    logger,
    later: addMilliseconds,
  });
  const leaving = createLeaving({ transact, adapters: byName, logger });
  const heart = createHeart({ transact, pump, leaving, clock, random: createRandom(), logger, later: addMilliseconds });
  return { transact, pump, heart, errors, close: database.close };
}

export type Engine = Awaited<ReturnType<typeof openEngine>>;
