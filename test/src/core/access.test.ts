import { describe, expect, it } from 'vitest';
import { type Refusal, refusal, roleOf } from '../../../src/core/access.ts';
import type { Command, Role } from '../../../src/core/command.ts';

describe('the role of somebody', () => {
  it('is admin only inside the community that they administer', () => {
    expect(roleOf({ administrator: true, community: 'W1' })).toBe('admin');
    expect(roleOf({ administrator: true, community: null })).toBe('member');
    expect(roleOf({ administrator: false, community: 'W1' })).toBe('member');
  });

  it('is the higher of what the platform says and what the community granted', () => {
    expect(roleOf({ administrator: false, community: 'W1' }, 'curator')).toBe('curator');
    expect(roleOf({ administrator: false, community: 'W1' }, 'admin')).toBe('admin');
    expect(roleOf({ administrator: true, community: 'W1' }, 'curator')).toBe('admin');
    expect(roleOf({ administrator: false, community: null }, 'admin')).toBe('member');
  });
});

describe('a command', () => {
  it.each<[Role, Command<never>['where'], Role, string | null, Refusal | undefined]>([
    ['member', 'anywhere', 'member', 'W1', undefined],
    ['member', 'anywhere', 'member', null, undefined],
    ['member', 'community', 'member', 'W1', undefined],
    ['member', 'community', 'member', null, 'only-in-community'],
    ['curator', 'anywhere', 'member', 'W1', 'not-curator'],
    ['curator', 'anywhere', 'curator', 'W1', undefined],
    ['curator', 'anywhere', 'admin', 'W1', undefined],
    ['admin', 'community', 'member', 'W1', 'not-admin'],
    ['admin', 'community', 'curator', 'W1', 'not-admin'],
    ['admin', 'community', 'admin', 'W1', undefined],
    ['admin', 'community', 'admin', null, 'only-in-community'],
  ])('for a %s, %s, run by a %s in %s: %s', (access, where, role, community, expected) => {
    expect(refusal({ access, where }, role, community)).toBe(expected);
  });
});
