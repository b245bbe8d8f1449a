import type { CommunityStore, Deadline } from '../communities/community.ts';
import type { Context } from '../core/command.ts';
import { UserProblem } from '../core/errors.ts';
import { button, buttons, type Choice } from '../core/reply.ts';
import { formatDay } from '../core/time.ts';
import type { Words } from '../words/words.ts';

export interface DeadlinePorts {
  readonly communities: CommunityStore;
  readonly words: Words;
}

/** The deadlines of the community in which something was said. */
export async function deadlinesHere({ actor, community, ports }: Context<DeadlinePorts>): Promise<readonly Deadline[]> {
  const found = await ports.communities.find(actor.account.platform, community ?? '');
  return found ? ports.communities.deadlines(found.id) : [];
}

/** The deadline that a number (`2`, `#2`), an id or its name names. */
export async function requireDeadline(typed: string, context: Context<DeadlinePorts>): Promise<Deadline> {
  const { words } = context.ports;
  const all = await deadlinesHere(context);
  if (all.length === 0) {
    const next = [buttons(button(words.admin.deadline.buttons.add, 'lor-admin deadline add', {}, 'primary'))];
    throw new UserProblem('not-found', words.admin.deadline.empty, { next });
  }
  const wanted = typed.toLowerCase();
  const named = all.filter(({ name }) => name.toLowerCase() === wanted);
  const found =
    all.find(({ id, number }) => id === typed || `${number}` === typed.replace('#', '')) ??
    (named.length === 1 ? named[0] : undefined);
  if (found) return found;
  throw new UserProblem('not-found', words.admin.deadline.notFound(typed), { option: 'deadline' });
}

export async function suggestDeadlines(typed: string, context: Context<DeadlinePorts>): Promise<readonly Choice[]> {
  const { language } = context.ports.words.core;
  const all = await deadlinesHere(context);
  return all
    .filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()))
    .map(({ id, number, name, day }) => ({ value: id, label: `#${number} ${name}, ${formatDay(day, language)}` }));
}
