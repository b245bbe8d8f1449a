import type { Command, Role } from './command.ts';
import type { Invocation } from './invocation.ts';

const ranks: Readonly<Record<Role, number>> = { member: 0, curator: 1, admin: 2 };

export type Refusal = 'not-admin' | 'not-curator' | 'only-in-community';

/** A role that a community gave somebody by itself. */
export type GrantedRole = Exclude<Role, 'member'>;

/**
 * The role in which somebody speaks here: the higher of what the platform says and what the
 * community granted.
 */
export function roleOf(invocation: Pick<Invocation, 'administrator' | 'community'>, granted?: GrantedRole): Role {
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
  return command.access === 'admin' ? 'not-admin' : 'not-curator';
}
