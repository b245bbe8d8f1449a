import SqliteDatabase from 'better-sqlite3';
import { expect, onTestFinished } from 'vitest';
import { type BotParts, openBot } from '../../src/bot.ts';
import { type ChatAdapter, hasReply, type Outcome } from '../../src/core/ports.ts';
import type { Reply } from '../../src/core/reply.ts';
import { toPlainText } from '../../src/core/reply-text.ts';
import type { Instant } from '../../src/core/time.ts';
import { createRandom } from '../../src/random.ts';
import { wall } from './bot.ts';
import { recordingLogger } from './discord-adapter.ts';
import { temporaryDatabase } from './terminal.ts';
import { createHurriedClock, type TestClock } from './test-clock.ts';
import { openJournal, testVault } from './vault.ts';

type Person = 'maya' | 'noor' | 'ana';

/** One thing that happens; the same on every platform. */
export type Step =
  | { readonly at: string }
  | { readonly who: Person; readonly runs: string; readonly values?: Readonly<Record<string, string>> }
  /** Presses a button of the last answer, counted from 1. */
  | { readonly who: Person; readonly presses: number }
  | { readonly who: Person; readonly asks: string };

/** People on a platform. A command goes through it as that platform sends it. */
export interface Cast {
  readonly adapter: ChatAdapter;
  /** After the bot has started. */
  ready(): Promise<void>;
  runs(who: Person, command: string, values: Readonly<Record<string, string>>): Promise<void>;
  presses(who: Person, number: number): Promise<void>;
  asks(who: Person, question: string): Promise<void>;
  /** The names that this platform has for what the script names: its ids of people and channels. */
  readonly names: Readonly<Record<string, string>>;
}

export type OpenCast = (parts: BotParts, world: { clock: TestClock; beginning: Instant }) => Promise<Cast>;

export interface Played {
  /** Every reply and every message sent, in plain text, with the script's own names in it. */
  readonly said: readonly string[];
  /** What is stored at the end, by table. */
  readonly rows: Readonly<Record<string, readonly unknown[]>>;
}

/** The channel in which everybody is. */
export const channel = '#deadlines';

/** The whole bot on a platform and a file of its own, through a script. */
export async function playSeason(open: OpenCast, script: readonly Step[], beginning: string): Promise<Played> {
  const file = temporaryDatabase();
  onTestFinished(file.remove);
  const clock = createHurriedClock();
  clock.set(wall(beginning));
  const said: { readonly kind: string; readonly text: string }[] = [];
  let parts: BotParts | undefined;
  let cast: Cast | undefined;
  const note = (kind: string, reply: Reply) => said.push({ kind, text: toPlainText(reply) });
  const bot = await openBot({
    database: file.path,
    clock,
    sleep: clock.sleep,
    random: createRandom(),
    vault: testVault,
    logger: recordingLogger([]),
    adapters: async (lent) => {
      parts = lent;
      cast = await open(lent, { clock, beginning: wall(beginning) });
      return [listening(cast.adapter, note)];
    },
  });
  if (!parts || !cast) throw new Error('nobody is on the stage');
  await bot.start();
  await cast.ready();
  for (const step of script) {
    const before = said.length;
    if ('at' in step) await parts.playTo(wall(step.at), async () => undefined);
    else {
      await perform(cast, step);
      await expect.poll(() => said.length, { interval: 2, timeout: 10_000 }).toBeGreaterThan(before);
    }
    await parts.settled();
  }
  await bot.stop();
  const translated = createTranslator(cast.names);
  return { said: said.map(({ kind, text }) => translated(`${kind}: ${text}`)), rows: rowsOf(file.path, translated) };
}

function perform(cast: Cast, step: Exclude<Step, { at: string }>): Promise<void> {
  if ('runs' in step) return cast.runs(step.who, step.runs, step.values ?? {});
  if ('presses' in step) return cast.presses(step.who, step.presses);
  return cast.asks(step.who, step.asks);
}

/** The adapter with somebody beside it who notes all that it is given to say. */
function listening(adapter: ChatAdapter, note: (kind: string, reply: Reply) => void): ChatAdapter {
  return {
    ...adapter,
    start: (dispatch) =>
      adapter.start(
        Object.assign(
          async (invocation: Parameters<typeof dispatch>[0]): Promise<Outcome> => {
            const outcome = await dispatch(invocation);
            if (hasReply(outcome)) note(outcome.kind, outcome.reply);
            return outcome;
          },
          { suggest: dispatch.suggest, presence: dispatch.presence },
        ),
      ),
    async send(target, reply, about) {
      const sent = await adapter.send(target, reply, about);
      // Weeks pass in a second here, so that a platform's own limits may ask for a moment.
      if (sent.kind !== 'retry') note(`${target.kind} ${sent.kind}`, reply);
      return sent;
    },
  };
}

/** Ids are made by chance and by platforms; what they stand for is the same, in the order in which it comes. */
function createTranslator(names: Readonly<Record<string, string>>): (text: string) => string {
  const seen = new Map<string, string>();
  return (text) => {
    const own = Object.entries(names).reduce((done, [id, name]) => done.replaceAll(id, name), text);
    return own.replace(/\b[0-9a-hjkmnp-tv-z]{26}\b/giu, (id) => {
      const name = seen.get(id) ?? `id ${seen.size + 1}`;
      seen.set(id, name);
      return name;
    });
  };
}

/** Tables with the columns that depend on the platform or on chance alone left out. */
const tables: Readonly<Record<string, readonly string[]>> = {
  members: ['account', 'zone', 'language', 'service', 'specialties', 'img', 'reapplicant', 'reminders'],
  writers: ['name', 'title', 'kind', 'met'],
  letters: ['service', 'specialty', 'due', 'stage', 'answer', 'reached'],
  changes: ['id', 'member', 'number', 'at', 'command', 'records'],
  deadlines: ['number', 'name', 'day', 'time', 'zone'],
  digests: ['number', 'channel', 'cron', 'zone', 'ahead', 'next_at'],
  deliveries: ['payload', 'zone', 'run_at', 'state', 'in_doubt', 'reason'],
  told: ['key'],
  own_reminders: ['number', 'day', 'time', 'repeats', 'next_at'],
};

/** The journal lies sealed, each time with another nonce. */
function openedIf(table: string, row: unknown): unknown {
  if (table !== 'changes') return row;
  const change = row as { id: string; member: string; records: string };
  return { ...change, records: openJournal(change) };
}

function rowsOf(path: string, translated: (text: string) => string): Played['rows'] {
  const database = new SqliteDatabase(path, { readonly: true });
  const rows = Object.entries(tables).map(([table, columns]) => [
    table,
    database
      .prepare(`select ${columns.join(', ')} from ${table} order by rowid`)
      .all()
      .map((row) => translated(JSON.stringify(openedIf(table, row)))),
  ]);
  database.close();
  return Object.fromEntries(rows);
}
