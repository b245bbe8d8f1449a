import { tenantOf } from '../core/place.ts';
import type { Errand, Pacer } from './pacer.ts';

/** Something to do at a place. */
export interface Task {
  /** No two that wait have the same. */
  readonly id: string;
  readonly place: string;
  readonly errand: Errand;
}

/** Tasks of one tenant that are under way at once: a slow one fills no more than that. */
const atOnceForOne = 4;

interface Tenant<T> {
  readonly waiting: Map<string, T>;
  underWay: number;
  /** None of those who wait may go before. */
  notBefore: number;
}

/**
 * Who waits, and whose turn it is. Each tenant has one task after the other, however many it has:
 * none waits for a big one, and none for one that is slow or held up. In one place, one thing
 * happens at a time, so that messages stay in their order.
 */
export function createTurns<T extends Task>(pacer: Pacer) {
  /** In the order of their turns. */
  const tenants = new Map<string, Tenant<T>>();
  const busy = new Set<string>();

  function add(task: T): void {
    const name = tenantOf(task.place);
    const tenant = tenants.get(name) ?? { waiting: new Map(), underWay: 0, notBefore: 0 };
    tenants.set(name, tenant);
    tenant.waiting.set(task.id, task);
    tenant.notBefore = 0;
  }

  /** Nobody waits any more; what is under way stays so. */
  function clear(): void {
    for (const [name, tenant] of tenants) {
      tenant.waiting.clear();
      if (tenant.underWay === 0) tenants.delete(name);
    }
  }

  /** Up to so many who may go now, and otherwise the moment at which somebody may. */
  function take(now: number, room: number): { readonly tasks: readonly T[]; readonly next: number } {
    const tasks: T[] = [];
    let next = Number.POSITIVE_INFINITY;
    // Whoever has had a turn goes to the end, and so comes up in this loop again.
    for (const [name, tenant] of tenants) {
      const open = pacer.openAt(now);
      if (open > now) return { tasks, next: open };
      if (tasks.length === room) break;
      const task = tenant.notBefore > now ? undefined : nextOf(tenant, now);
      if (!task) {
        next = Math.min(next, tenant.notBefore);
        continue;
      }
      begin(task, tenant, now);
      tasks.push(task);
      tenants.delete(name);
      tenants.set(name, tenant);
    }
    return { tasks, next };
  }

  /** The first one of a tenant who may go now; where there is none, it is noted when there is. */
  function nextOf(tenant: Tenant<T>, now: number): T | undefined {
    tenant.notBefore = Number.POSITIVE_INFINITY;
    if (tenant.underWay >= atOnceForOne) return undefined;
    for (const task of tenant.waiting.values()) {
      if (busy.has(task.place)) continue;
      const at = pacer.mayGoAt(task.place, task.errand, now);
      if (at <= now) {
        tenant.notBefore = now;
        return task;
      }
      tenant.notBefore = Math.min(tenant.notBefore, at);
      // A workspace that takes no message takes none in any place. Looks come before, and go on.
      if (task.errand === 'send' && pacer.workspaceAt(task.place, task.errand, now) >= at) break;
    }
    return undefined;
  }

  function begin(task: T, tenant: Tenant<T>, now: number): void {
    tenant.waiting.delete(task.id);
    tenant.underWay += 1;
    busy.add(task.place);
    pacer.goes(task.place, task.errand, now);
  }

  /** A task that was taken is over, and leaves another one, which takes the place of none that waits. */
  function end({ place }: T, rest?: T): void {
    const name = tenantOf(place);
    const tenant = tenants.get(name);
    busy.delete(place);
    if (!tenant) return;
    tenant.underWay -= 1;
    tenant.notBefore = 0;
    if (rest && !tenant.waiting.has(rest.id)) tenant.waiting.set(rest.id, rest);
    if (tenant.underWay === 0 && tenant.waiting.size === 0) tenants.delete(name);
  }

  return { add, clear, take, end };
}
