import { Temporal } from 'temporal-polyfill';
import { type Said, speaker } from '../support/slack-people.ts';
import { botUser, signed, type Workspace } from '../support/slack-server.ts';
import type { History } from './history.ts';

/** Each has a few letters and reminders; one leaves again and again. */
export const students: readonly string[] = Array.from({ length: 30 }, (_, index) => `student${index + 1}`);
export const leaver = 'maya';

/** What everybody has who chose no other. */
const zone = 'America/New_York';

const asked = 'how many letters can one program get?';

export interface Asking {
  readonly workspace: Workspace;
  readonly history: History;
  readonly random: () => number;
  /** The ids of those who ask. */
  readonly ids: ReadonlyMap<string, string>;
}

/**
 * What people ask of a bot in one life, all at once. What it confirms goes into the history as done;
 * `confirmed` is called with each confirmation, before anything else happens.
 */
export async function askAll(asking: Asking, url: string, confirmed: () => void): Promise<void> {
  const { history, random, workspace } = asking;
  const people = speaker(workspace, (body) => post(url, body));

  /** Whether the bot has said that it did it. */
  async function types(line: string, user: string, good: RegExp): Promise<boolean> {
    const said = await people.types(line, asking.ids.get(user)).catch(() => undefined);
    const done = said?.status === 200 && good.test(JSON.stringify(said.body ?? ''));
    if (done) confirmed();
    return done;
  }

  async function add(): Promise<void> {
    const [name, user] = [newName(random), oneOf(students, random)];
    const letter = { user, added: 'asked' as const };
    history.letters.set(name, letter);
    if (await types(`/lor add ${name}`, user, /is on your list/u))
      history.letters.set(name, { ...letter, added: 'done' });
  }

  async function remove(): Promise<void> {
    const mine = [...history.letters].filter(([, { added, removed }]) => added === 'done' && removed === undefined);
    const [name, letter] = mine.length > 0 ? oneOf(mine, random) : [];
    if (name === undefined || letter === undefined) return;
    history.letters.set(name, { ...letter, removed: 'asked' });
    if (await types(`/lor remove ${name}`, letter.user, /is removed/u))
      history.letters.set(name, { ...letter, removed: 'done' });
  }

  async function remind(): Promise<void> {
    const text = `call ${newName(random)}`;
    const at = Temporal.Now.zonedDateTimeISO(zone).add({ seconds: 70 });
    const time = at.toPlainTime().toString({ smallestUnit: 'minute' });
    history.reminders.set(text, 'asked');
    const line = `/lor remind me ${text} on:${at.toPlainDate()} at:${time}`;
    if (await types(line, oneOf(students, random), /is set/u)) history.reminders.set(text, 'done');
  }

  async function leave(): Promise<void> {
    const name = newName(random);
    history.erased.set(name, 'asked');
    await types(`/lor add ${name}`, leaver, /is on your list/u);
    const gone = await types('/lor data erase DELETE', leaver, /delet/iu);
    if (gone) for (const one of history.erased.keys()) history.erased.set(one, 'done');
  }

  /** In a thread of a direct message, so that the answer can be told from others. */
  async function question(): Promise<void> {
    const user = oneOf(students, random);
    const { channel } = await workspace.ask(`xoxp-${user}`, 'conversations.open', { users: botUser });
    const { id = '' } = channel as { id?: string };
    const said = { channel: id, text: asked };
    const { ts } = await workspace.ask(`xoxp-${user}`, 'chat.postMessage', said);
    const begun = { user, channel: id, event: `Ev${newName(random)}`, kills: 0 };
    await takeQuestion(String(ts), { ...begun, state: 'asked' });
  }

  async function takeQuestion(thread: string, begun: Parameters<History['questions']['set']>[1]): Promise<void> {
    history.questions.set(thread, begun);
    const event = { ts: thread, thread_ts: thread, event_ts: thread };
    const sent = people.writes(asked, begun.channel, event, asking.ids.get(begun.user), { event_id: begun.event });
    const { status } = await sent.catch(() => ({ status: 0 }));
    if (status !== 200) return;
    history.questions.set(thread, { ...begun, state: 'done' });
    confirmed();
  }

  const waiting = [...history.questions].filter(([, { state }]) => state === 'asked');
  const again = waiting.map(([thread, begun]) => takeQuestion(thread, begun));
  await Promise.all([add(), add(), add(), remove(), remind(), leave(), question(), ...again]);
}

async function post(url: string, body: string): Promise<Said> {
  const response = await fetch(`${url}/slack/events`, { method: 'POST', ...signed(body) });
  const text = await response.text();
  return { status: response.status, text, body: text === '' ? undefined : JSON.parse(text) };
}

/** Names that nobody would take for one another. */
function newName(random: () => number): string {
  const letters = Array.from({ length: 10 }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('');
  return `Dr. ${letters.charAt(0).toUpperCase()}${letters.slice(1)}`;
}

function oneOf<T>(all: readonly T[], random: () => number): T {
  return all[Math.floor(random() * all.length)] as T;
}
