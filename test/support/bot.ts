import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { type BotParts, openBot } from '../../src/bot.ts';
import type { Field, Form } from '../../src/core/form.ts';
import type { Account, Call, Heard, Place, RawArgs, Request } from '../../src/core/invocation.ts';
import type { Language } from '../../src/core/language.ts';
import type { Platform } from '../../src/core/platform.ts';
import { hasReply, type LogFields, type Logger, type Outcome } from '../../src/core/ports.ts';
import type { Block, Button, Choice } from '../../src/core/reply.ts';
import { toPlainText } from '../../src/core/reply-text.ts';
import type { Day, Instant, Zone } from '../../src/core/time.ts';
import { atWallClock } from '../../src/dates/calendar.ts';
import { createRandom } from '../../src/random.ts';
import { createRecordingAdapter } from './recording-adapter.ts';
import { createTestClock } from './test-clock.ts';
import { testVault } from './vault.ts';

/** What came back, with the words of it at hand. */
export type Answer = Outcome & {
  readonly text: string;
  readonly buttons: readonly Button[];
  readonly choices: readonly Choice[];
  readonly opened: Form | undefined;
};

interface Seat {
  readonly user: string;
  readonly workspace: string;
  /** Where it is not the workspace of the account; `null` in a DM that belongs to none. */
  readonly community?: string | null;
  readonly place: Place;
  readonly administrator: boolean;
  readonly guest?: boolean;
  /** What the platform says of it. */
  readonly language?: Language;
  readonly heard?: Heard;
}

export interface TestBotOptions {
  /** When the story begins: a moment, or a time on the wall of New York. */
  readonly now?: string;
  readonly platform?: Platform;
  /** Whether the operator lets it read what is not said to it. */
  readonly readChannels?: boolean;
  /** The address from outside. */
  readonly publicUrl?: string;
}

/** `2027-09-01 09:00` as the instant at which a wall clock in a zone shows it. */
export function wall(text: string, zone: Zone = 'America/New_York'): Instant {
  const [day, time = '00:00'] = text.split(' ');
  return atWallClock(day as Day, time, zone);
}

/**
 * The whole bot on a file of its own, with a clock that stands and a platform in memory:
 * `await bot.as('maya').says('/lor add Dr. Chen')`.
 */
export async function openTestBot({ now = '2027-08-25 09:00', platform = 'slack', ...allowed }: TestBotOptions = {}) {
  let { readChannels = false } = allowed;
  const { publicUrl } = allowed;
  const folder = mkdtempSync(join(tmpdir(), 'lorbot-'));
  const file = join(folder, 'lorbot.db');
  const clock = createTestClock(now.includes('T') ? (now as Instant) : wall(now));
  const adapter = createRecordingAdapter(platform, clock);
  const log: { readonly level: string; readonly message: string; readonly fields: LogFields }[] = [];
  const logger = recordingLogger(log);
  const random = createRandom();
  let parts: BotParts | undefined;
  let events = 0;
  /** The last answer to each person: what there is to press, pick and fill. */
  const last = new Map<string, Answer>();

  async function open() {
    const made = await openBot({
      database: file,
      clock,
      sleep: clock.sleep,
      random,
      vault: testVault,
      logger,
      publicUrl,
      readChannels,
      adapters: (lent) => {
        parts = lent;
        return [adapter];
      },
    });
    await made.start();
    await parts?.settled();
    return made;
  }

  let bot = await open();
  let closed = false;

  async function close(): Promise<void> {
    if (closed) return;
    closed = true;
    await bot.stop();
    rmSync(folder, { recursive: true });
  }
  onTestFinished(close);

  async function ask(seat: Seat, request: Request, delivery?: string): Promise<Answer> {
    events += 1;
    const outcome = await bot.dispatch(invocation(seat, request, delivery ?? `event-${events}`));
    await parts?.settled();
    const answer = answerOf(outcome);
    last.set(seat.user, answer);
    return answer;
  }

  function invocation(
    { user, workspace, community = workspace, place, administrator, guest, heard, language }: Seat,
    request: Request,
    delivery: string,
  ) {
    const account: Account = { platform, workspace, user };
    return {
      delivery,
      account,
      community,
      place,
      administrator,
      guest,
      language,
      request,
      heard,
    };
  }

  function lastOf({ user }: Seat): Answer {
    const answer = last.get(user);
    if (!answer) throw new Error(`${user} has not said anything yet`);
    return answer;
  }

  function speaker(seat: Seat) {
    const calls = (call: Call, delivery?: string) => ask(seat, { kind: 'call', call }, delivery);
    /** A message in the channel: in a thread of its own, unless another is named. */
    function hear(as: Heard['as'], question: string, more: Partial<Heard> = {}): Promise<Answer> {
      const thread = more.thread ?? `thread-${events + 1}`;
      const heard = { as, thread, link: `https://chat.example/${thread}`, ...more };
      return ask({ ...seat, heard }, { kind: 'call', call: { path: 'lor ask', args: { question } } });
    }
    return {
      mentions: (question: string, more?: Partial<Heard>) => hear('mention', question, more),
      overheard: (question: string, more?: Partial<Heard>) => hear('overheard', question, more),
      /** The same person in a channel. */
      in: (channel: string) => speaker({ ...seat, place: { kind: 'channel', channel } }),
      admin: () => speaker({ ...seat, administrator: true }),
      /** From another organisation, in a channel that is shared with it. */
      guest: () => speaker({ ...seat, guest: true }),
      outside: () => speaker({ ...seat, community: null }),
      /** In a community that their account does not belong to. */
      at: (community: string) => speaker({ ...seat, community }),
      speaking: (language: Language) => speaker({ ...seat, language }),
      /** The same name in another workspace: another account. */
      of: (workspace: string) => speaker({ ...seat, workspace }),
      says: (text: string, delivery?: string) => ask(seat, { kind: 'typed', text: text.replace(/^\//u, '') }, delivery),
      /** What a button, a menu or a form sends, forged or not. */
      calls,
      async presses(label: string): Promise<Answer> {
        const { buttons } = lastOf(seat);
        const found = buttons.find((button) => button.label === label);
        if (!found) throw new Error(`no button “${label}” among ${buttons.map((button) => button.label).join(', ')}`);
        return calls(found.call);
      },
      async picks(label: string): Promise<Answer> {
        const { menu } = menuOf(lastOf(seat), label);
        const { value } = menu.choices.find((choice) => choice.label === label) as Choice;
        return calls({ path: menu.call.path, args: { ...menu.call.args, [menu.option]: value } });
      },
      /** Changes fields of the open form and sends it. */
      async fills(values: RawArgs): Promise<Answer> {
        const form = lastOf(seat).opened;
        if (!form) throw new Error('no form is open');
        return calls({ path: form.call.path, args: { ...form.call.args, ...valuesOf(form.fields), ...values } });
      },
      suggests: (path: string, option: string, typed: string) =>
        bot.dispatch.suggest(invocation(seat, { kind: 'call', call: { path, args: {} } }, 'typing'), option, typed),
    };
  }

  function rows<T = Record<string, unknown>>(query: string, ...values: readonly unknown[]): readonly T[] {
    const reader = new SqliteDatabase(file, { readonly: true });
    try {
      return reader.prepare(query).all(...values) as T[];
    } finally {
      reader.close();
    }
  }

  return {
    clock,
    adapter,
    log,
    as: (user: string) => speaker({ user, workspace: 'W1', place: { kind: 'dm' }, administrator: false }),
    /** Lets time pass until a moment; everything due on the way is sent in its order. */
    async playTo(moment: string, zone?: Zone): Promise<void> {
      await parts?.playTo(wall(moment, zone), async () => undefined);
    },
    /** Looks for what is due at this moment, as every minute does. */
    async beats(): Promise<void> {
      await parts?.playTo(clock.now(), async () => undefined);
    },
    /** What the operator sets; it holds from the next start. */
    lets(settings: { readonly readChannels: boolean }): void {
      readChannels = settings.readChannels;
    },
    /** Stops and starts again on the same file. */
    async restarts(): Promise<void> {
      await bot.stop();
      bot = await open();
    },
    /** What lies in the file, read past the bot. */
    rows,
    /** What is served over HTTP. */
    routes: () => bot.routes,
    /** All bytes of the database file and of its log. */
    bytes: (): Buffer =>
      Buffer.concat([file, `${file}-wal`].filter((one) => existsSync(one)).map((one) => readFileSync(one))),
    /** How many rows each table has, but for the receipts of what was said and the proof of the key. */
    counts(): Readonly<Record<string, number>> {
      const tables = rows<{ name: string }>(
        "select name from sqlite_master where type = 'table' and name not in ('receipts', 'vault_keys') and name not like 'kysely%' and name not like 'sqlite%'",
      );
      return Object.fromEntries(
        tables.map(({ name }) => [
          name,
          rows<{ count: number }>(`select count(*) as count from ${name}`)[0]?.count ?? 0,
        ]),
      );
    },
    close,
  };
}

export type TestBot = Awaited<ReturnType<typeof openTestBot>>;

function answerOf(outcome: Outcome): Answer {
  const blocks = hasReply(outcome) ? outcome.reply.blocks : [];
  return {
    ...outcome,
    text: hasReply(outcome) ? toPlainText(outcome.reply) : '',
    buttons: blocks.flatMap((block) => (block.kind === 'buttons' || block.kind === 'entry' ? block.buttons : [])),
    choices: blocks.flatMap((block) => (block.kind === 'menu' ? block.choices : [])),
    opened: 'form' in outcome ? outcome.form : undefined,
  };
}

function menuOf(answer: Answer, label: string): { readonly menu: Extract<Block, { kind: 'menu' }> } {
  const blocks = hasReply(answer) ? answer.reply.blocks : [];
  for (const menu of blocks) {
    if (menu.kind === 'menu' && menu.choices.some((choice) => choice.label === label)) return { menu };
  }
  throw new Error(`no choice “${label}” among ${answer.choices.map((choice) => choice.label).join(', ')}`);
}

/** What a form holds when nobody touches it. */
function valuesOf(fields: readonly Field[]): RawArgs {
  return Object.fromEntries(fields.map(({ name, value }) => [name, value ?? '']));
}

function recordingLogger(log: { push(line: { level: string; message: string; fields: LogFields }): void }): Logger {
  const write =
    (level: string) =>
    (message: string, fields: LogFields = {}) => {
      log.push({ level, message, fields });
    };
  return { info: write('info'), warn: write('warn'), error: write('error') };
}
