import { commands } from '../commands/index.ts';
import { mayAnswer } from './communities/channel.ts';
import { listed } from './core/command.ts';
import { createDispatch } from './core/dispatch.ts';
import { hearing } from './core/localise.ts';
import type { Platform } from './core/platform.ts';
import type { AdapterStore, ChatAdapter, Dispatch, Health, Logger, Random, Route, Vault } from './core/ports.ts';
import { createRateLimit } from './core/rate-limit.ts';
import type { Day, Instant } from './core/time.ts';
import { addMilliseconds, dayIn } from './dates/calendar.ts';
import { readDate } from './dates/read-date.ts';
import type { SettableClock } from './delivery/clock.ts';
import { createHeart } from './delivery/heart.ts';
import { createLeaving } from './delivery/leaving.ts';
import { createPump } from './delivery/pump.ts';
import { playTo } from './delivery/timeline.ts';
import type { Faq } from './faq/faq.ts';
import { loadFaq } from './faq/load-faq.ts';
import { documentRoute } from './http/documents.ts';
import { feedRoute } from './http/feed.ts';
import { defaultZone } from './members/member.ts';
import { loadPacks } from './packs/load-packs.ts';
import type { Packs } from './packs/pack.ts';
import { loadFonts } from './pictures/fonts.ts';
import { createPictures, type Draw } from './pictures/pictures.ts';
import { agendaStore } from './storage/agenda-store.ts';
import { type Afterwards, openDatabase, type Trx } from './storage/database.ts';
import { settleKeys } from './storage/seals.ts';
import { createStores } from './storage/stores.ts';
import { compose } from './views/delivery.ts';
import { privacyPage, termsPage } from './views/documents.ts';
import { feedText } from './views/feed.ts';
import { undelivered } from './views/undelivered.ts';
import { wordsIn } from './words/words-in.ts';

/** Commands a minute for one person where no adapter says otherwise: more than anybody types. */
const usualPerMinute = 60;

export interface BotDeps {
  /** Path of the SQLite file, or `:memory:`. */
  readonly database: string;
  readonly clock: SettableClock;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly random: Random;
  /** Seals what lies encrypted. */
  readonly vault: Vault;
  readonly logger: Logger;
  /** The address from outside, where something listens: without it there are no feeds. */
  readonly publicUrl?: string | undefined;
  /** Whether the operator lets it read messages in channels that do not mention it. */
  readonly readChannels?: boolean;
  /** Where pictures are drawn; in this thread when it is left out. */
  readonly draw?: Draw | undefined;
  /** Called when the database can be trusted no more: the process has to end, and the next start recovers. */
  readonly broken?: (error: unknown) => void;
  /** Makes the adapters from what a bot lends them. */
  readonly adapters: (parts: BotParts) => readonly ChatAdapter[] | Promise<readonly ChatAdapter[]>;
}

/** What adapters are made with. */
export interface BotParts {
  readonly commands: typeof commands;
  readonly store: (platform: Platform) => AdapterStore;
  readonly playTo: (at: Instant, passed: (at: Instant) => Promise<void>) => Promise<void>;
  readonly settled: () => Promise<void>;
}

export interface Bot {
  readonly dispatch: Dispatch;
  readonly migrated: readonly string[];
  /** What the adapters answer over HTTP. */
  readonly routes: readonly Route[];
  health(): Readonly<Record<string, Health>>;
  /** Recovers what a crash left, then opens the adapters and lets time go on. */
  start(): Promise<void>;
  /** Finishes the work at hand and closes the database. */
  stop(): Promise<void>;
}

/**
 * The rules and the answers that lie in this package, those of the season in force on `today`; without
 * a day, of the oldest that has rules. A wrong file throws, with its name and line.
 */
export function loadKnowledge(today?: Day): { readonly packs: Packs; readonly faq: Faq } {
  const packs = loadPacks(new URL('packs/', import.meta.url), today);
  return { packs, faq: loadFaq(packs) };
}

/** Puts the house together: stores, commands, delivery, adapters. */
export async function openBot({
  database: path,
  clock,
  sleep,
  random,
  vault,
  logger,
  publicUrl,
  readChannels = false,
  draw,
  broken,
  adapters: makeAdapters,
}: BotDeps): Promise<Bot> {
  const { packs, faq } = loadKnowledge(dayIn(defaultZone, clock.now()));
  const pictures = createPictures(loadFonts(), draw);
  const portsOf = (trx: Trx, afterwards: Afterwards) => ({
    ...createStores(trx, random, vault, afterwards),
    faq,
    packs,
    pictures,
    random,
    vault,
    publicUrl,
    readChannels,
    wordsIn,
    declared: listed(commands),
  });
  const settle = async (trx: Trx) => {
    await settleKeys(trx, vault);
    // The rules may be others than those by which the last start reckoned.
    await agendaStore(trx).reckonAnew();
  };
  const database = await openDatabase(path, portsOf, settle, broken);
  const { transact, inBackground } = database;

  const byName = new Map<Platform, ChatAdapter>();
  const pump = createPump({
    transact: inBackground,
    adapters: byName,
    compose,
    clock,
    sleep,
    logger,
    later: addMilliseconds,
  });
  const leaving = createLeaving({ transact: inBackground, adapters: byName, logger });
  const heart = createHeart({ transact: inBackground, pump, leaving, clock, random, logger, later: addMilliseconds });
  const dispatch = createDispatch({
    commands: commands.map((command) => hearing(command, wordsIn('fr').core.declarations)),
    transact,
    clock,
    random,
    logger,
    words: wordsIn,
    readDate,
    today: (now, zone) => dayIn(zone, now),
    rateLimit: createRateLimit(),
    perMinute: (platform) => byName.get(platform)?.commandsPerMinute ?? usualPerMinute,
    hears: mayAnswer,
    beside: undelivered,
    afterChange: heart.beatSoon,
  });

  const parts: BotParts = {
    commands,
    store: (platform) => ({
      get: (tenant, name) => transact((ports) => ports.adapterStores(platform).get(tenant, name)),
      set: (tenant, name, value) => transact((ports) => ports.adapterStores(platform).set(tenant, name, value)),
      delete: (tenant, name) => transact((ports) => ports.adapterStores(platform).delete(tenant, name)),
      once: (key, now) => transact((ports) => ports.adapterStores(platform).once(key, now)),
      inbox: {
        keep: (question, now) => transact((ports) => ports.adapterStores(platform).inbox.keep(question, now)),
        left: (since, tries) => transact((ports) => ports.adapterStores(platform).inbox.left(since, tries)),
        retry: (delivery, tries) => transact((ports) => ports.adapterStores(platform).inbox.retry(delivery, tries)),
        done: (delivery) => transact((ports) => ports.adapterStores(platform).inbox.done(delivery)),
      },
    }),
    playTo: (at, passed) => playTo(at, { clock, transact, heart, passed }),
    settled: heart.quiet,
  };
  for (const adapter of await makeAdapters(parts)) byName.set(adapter.name, adapter);

  return {
    dispatch,
    migrated: database.migrated,
    routes: [
      ...[...byName.values()].flatMap((adapter) => adapter.routes),
      documentRoute('/privacy', privacyPage),
      documentRoute('/terms', termsPage),
      feedRoute((secret) => transact((ports) => feedText(vault.digest(secret), ports, clock.now()))),
    ],
    health: () => Object.fromEntries([...byName].map(([name, adapter]) => [name, adapter.health()])),
    async start() {
      const doubtful = await transact(({ deliveries }) => deliveries.recover());
      if (doubtful > 0) logger.warn('deliveries were under way when the bot stopped', { count: doubtful });
      await Promise.all([...byName.values()].map((adapter) => adapter.start(dispatch)));
      heart.start();
      heart.beatSoon();
    },
    async stop() {
      await heart.stop();
      for (const adapter of byName.values()) await adapter.stop();
      await heart.quiet();
      await database.close();
    },
  };
}
