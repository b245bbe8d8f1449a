import type { Command, Role } from './command.ts';
import type { Invocation } from './invocation.ts';

const ranks: Readonly<Record<Role, number>> = { member: 0, curator: 1, admin: 2 };

export type Refusal = 'not-admin' | 'not-curator' | 'only-in-community';

/** The role in which somebody speaks here. */
export function roleOf(invocation: Pick<Invocation, 'administrator' | 'community'>): Role {
  return invocation.administrator && invocation.community !== null ? 'admin' : 'member';
}

/**
 * Who may run what, where: the one place that decides it, for typed text, buttons, forms and
 * suggestions alike. `undefined` lets it pass.
 */
export function refusal(
  command: Pick<Command<never>, 'access' | 'where'>,
  role: Role,
  community: string | null,
): Refusal | undefined {
  if (command.where === 'community' && community === null) return 'only-in-community';
  if (ranks[role] >= ranks[command.access]) return undefined;
  return command.access === 'admin' ? 'not-admin' : 'not-curator';
}
