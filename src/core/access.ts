import type { Command, Role } from './command.ts';
import type { Invocation } from './invocation.ts';

const ranks: Readonly<Record<Role, number>> = { guest: 0, member: 1, curator: 2, admin: 3 };

export type Refusal = 'not-admin' | 'not-curator' | 'not-member' | 'only-in-community';

/** A role that a community gave somebody by itself. */
export type GrantedRole = Exclude<Role, 'guest' | 'member'>;

/**
 * The role in which somebody speaks here: the higher of what the platform says and what the
 * community granted.
 */
export function roleOf(
  invocation: Pick<Invocation, 'administrator' | 'community' | 'guest'>,
  granted?: GrantedRole,
): Role {
  // Whatever they are at home, and whatever somebody granted an account that looked like theirs.
  if (invocation.guest) return 'guest';
  if (invocation.community === null) return 'member';
  return invocation.administrator ? 'admin' : (granted ?? 'member');
}

/** Whether somebody in a role may run what is for another. */
export function mayRun(role: Role, access: Role): boolean {
  return ranks[role] >= ranks[access];
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
  if (mayRun(role, command.access)) return undefined;
  if (role === 'guest') return 'not-member';
  return command.access === 'admin' ? 'not-admin' : 'not-curator';
}
