import type { Account } from '../../src/core/invocation.ts';
import type { Question } from '../../src/core/ports.ts';
import type { Instant } from '../../src/core/time.ts';
import type { Change, ChangedRecord, Letter, Writer } from '../../src/letters/letter.ts';
import { newLetter, newProgram, newWriter } from '../../src/letters/new-records.ts';
import type { Program } from '../../src/letters/program.ts';
import type { NewDelivery } from '../../src/reminders/deliveries.ts';
import type { Digest } from '../../src/reminders/digest.ts';
import type { Stores } from './stores.ts';

/** Things as they lie in a store, with what a test does not care about filled in. */

export const now: Instant = '2027-08-25T13:00:00.000Z';

export function account(user: string): Account {
  return { platform: 'slack', workspace: 'W1', user };
}

/** A member who is known; returns the id. */
export async function aMember({ identities }: Stores, user: string): Promise<string> {
  return (await identities.identify(account(user), now, true)).id;
}

export function aWriter(member: string, id: string, more: Partial<Writer> = {}): Writer {
  return { ...newWriter(id, member, `Dr. ${id}`), ...more };
}

export function aLetter(member: string, id: string, writer: string, more: Partial<Letter> = {}): Letter {
  return { ...newLetter(id, member, writer, '2027-08-25'), ...more };
}

export function aProgram(member: string, id: string, more: Partial<Program> = {}): Program {
  return { ...newProgram(id, member, `Program ${id}`), ...more };
}

let changes = 0;

export function aChange(
  member: string,
  records: readonly ChangedRecord[],
  more: Partial<Change> = {},
): Omit<Change, 'number'> {
  changes += 1;
  return { id: `change-${changes}`, member, at: now, command: 'lor add', records, undoes: null, ...more };
}

/** A new letter with its new writer, as `lor add` records them. */
export function added(writer: Writer, letter: Letter): readonly ChangedRecord[] {
  return [
    { kind: 'writer', before: null, after: writer },
    { kind: 'letter', before: null, after: letter },
  ];
}

export function aDelivery(id: string, more: Partial<NewDelivery> = {}): NewDelivery {
  return {
    id,
    key: `key-${id}`,
    member: null,
    community: null,
    target: { kind: 'channel', platform: 'slack', workspace: 'W1', channel: 'C1' },
    zone: 'UTC',
    payload: { kind: 'digest', digest: 'D1', day: '2027-08-25', late: false },
    runAt: now,
    ...more,
  };
}

export function aDigest(community: string, id: string, more: Partial<Digest> = {}): Omit<Digest, 'number'> {
  return {
    id,
    community,
    channel: 'C1',
    cron: '0 9 * * *',
    zone: 'America/New_York',
    ahead: 45,
    nextAt: now,
    paused: false,
    services: null,
    cohort: false,
    ...more,
  };
}

/** Something asked in a DM on Slack, where the answer goes. */
export function aQuestion(delivery: string): Question {
  return {
    invocation: {
      ...{ delivery, community: 'W1', place: { kind: 'dm' }, administrator: false },
      account: { platform: 'slack', workspace: 'W1', user: 'maya' },
      request: { kind: 'call', call: { path: 'lor ask', args: { question: 'how many?' } } },
    },
    answer: { channel: 'D1' },
  };
}
