import type { Field, Form } from '../../src/core/form.ts';
import type { Account, Call, Heard, Invocation, Place, RawArgs, Request } from '../../src/core/invocation.ts';
import { type Language, usualLanguage } from '../../src/core/language.ts';
import { parseArgs } from '../../src/core/parse.ts';
import { askPath } from '../../src/core/paths.ts';
import type { LocalFile } from './attached.ts';

/** The workspace that the terminal stands for. */
export const workspace = 'terminal';

/** Who speaks until `!as` says otherwise. */
const firstUser = 'me';

/** What the terminal remembers from line to line: who speaks, where, and what is open. */
export interface Session {
  readonly user: string;
  readonly administrator: boolean;
  /** `undefined` is the DM with the bot. */
  readonly channel: string | undefined;
  /** What the numbered buttons of the last message do. */
  readonly calls: readonly Call[];
  readonly form: Form | undefined;
  /** What goes with the next command. */
  readonly attached: LocalFile | undefined;
  /** That of the last answer: what the terminal itself says is said in it. */
  readonly language: Language;
}

export const newSession: Session = {
  user: firstUser,
  administrator: false,
  channel: undefined,
  calls: [],
  form: undefined,
  attached: undefined,
  language: usualLanguage,
};

function accountOf(session: Pick<Session, 'user'>): Account {
  return { platform: 'terminal', workspace, user: session.user };
}

function placeOf({ channel }: Pick<Session, 'channel'>): Place {
  return channel === undefined ? { kind: 'dm' } : { kind: 'channel', channel };
}

export function invocationOf(session: Session, request: Request, delivery: string): Invocation {
  return {
    delivery,
    account: accountOf(session),
    community: workspace,
    place: placeOf(session),
    administrator: session.administrator,
    request,
  };
}

/** A message in the channel, which is one thread of its own here; of an address there is none. */
export function hearing(session: Session, as: Heard['as'], text: string, delivery: string): Invocation {
  const heard = { as, thread: session.channel ?? '' };
  return { ...invocationOf(session, question(text), delivery), heard };
}

export function question(text: string): Request {
  return { kind: 'call', call: { path: askPath, args: { question: text } } };
}

/** `maya in #lor-help> `, the way a line begins. */
export function promptOf({ user, administrator, channel }: Session): string {
  const who = administrator ? `${user} (admin)` : user;
  return channel === undefined ? `${who}> ` : `${who} in ${channel}> `;
}

/** The form with the values of `!fill`; names that it does not have are given back. */
export function fillForm(form: Form, text: string): { readonly form: Form; readonly unknown: readonly string[] } {
  const names = form.fields.map(({ name }) => name);
  const written = [...text.matchAll(/(?<=^|\s)([\p{L}_-]+)=/gu)].map((match) => (match[1] ?? '').toLowerCase());
  const unknown = written.filter((name) => !names.includes(name));
  return { form: withValues(form, parseArgs(text, [...names, ...unknown])), unknown };
}

/** Problems are forgotten where the value is new. */
export function withValues(form: Form, values: RawArgs): Form {
  const fields = form.fields.map((field): Field => {
    const typed = values[field.name];
    if (typed === undefined) return field;
    const { problem: _, ...rest } = field;
    return { ...rest, value: chosenValue(field, typed) };
  });
  return { ...form, fields };
}

/** A choice may be named as it is shown. */
function chosenValue({ choices = [] }: Field, typed: string): string {
  const wanted = typed.trim().toLowerCase();
  return choices.find(({ label }) => label.toLowerCase() === wanted)?.value ?? typed;
}

/** The call that sending the form makes. */
export function submitted(form: Form): Call {
  const values = form.fields.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value] as const]));
  return { path: form.call.path, args: { ...form.call.args, ...Object.fromEntries(values) } };
}

/** The field that has to be filled next: one with a problem, or a needed one that is empty. */
export function askedField(form: Form): Field | undefined {
  return form.fields.find(({ problem, required, value }) => problem !== undefined || (required && !value));
}
