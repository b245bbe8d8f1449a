import type { GrantedRole } from '../core/access.ts';
import type { CorePorts } from '../core/dispatch.ts';
import type { Instant } from '../core/time.ts';

/** A role that a community gave to an account of its platform. */
export interface Grant {
  readonly account: string;
  readonly role: GrantedRole;
  readonly at: Instant;
}

/** The most that one community keeps, named in the refusal. */
export const maxGrants = 100;

export interface GrantStore {
  granted: CorePorts['grants']['granted'];
  /** Admins first, then in the order of granting. */
  list(community: string): Promise<readonly Grant[]>;
  /** One role an account: a further grant takes the place of the one before. */
  grant(community: string, grant: Grant): Promise<void>;
  revoke(community: string, account: string): Promise<void>;
}
