import { expect, test } from 'vitest';
import { createPeople } from '../../../adapters/slack/people.ts';
import type { Received } from '../../../adapters/slack/received.ts';
import { openDesks } from '../../support/slack-desks.ts';
import { allScopes, team } from '../../support/slack-server.ts';
import { openWorkspace } from '../../support/slack-workspace.ts';

async function open() {
  const workspace = await openWorkspace(allScopes);
  const warned: string[] = [];
  const logger = {
    info: () => undefined,
    warn: (message: string) => void warned.push(message),
    error: () => undefined,
  };
  let milliseconds = 0;
  const { apis } = openDesks(workspace.apiUrl, logger);
  const people = createPeople(apis, { monotonic: () => milliseconds }, logger);
  return {
    workspace,
    warned,
    asks: (user: string, guest = false, workspace = team) => people.isAdministrator(from(user, guest, workspace)),
    isStranger: (user: string, workspace = team) => people.isStranger(from(user, false, workspace)),
    passes(more: number) {
      milliseconds += more;
    },
  };
}

function from(user: string, guest: boolean, workspace: string): Received {
  return {
    invocation: {
      delivery: '1',
      account: { platform: 'slack', workspace, user },
      community: team,
      place: { kind: 'dm' },
      administrator: false,
      guest,
      request: { kind: 'typed', text: 'lor-admin' },
    },
    answer: {},
  };
}

test('Slack is asked, and asked again after five minutes', async () => {
  const { asks, passes, workspace } = await open();
  expect(await asks(workspace.admin)).toBe(true);
  expect(await asks(workspace.maya)).toBe(false);
  passes(299_000);
  expect(await asks(workspace.admin)).toBe(true);
  expect(workspace.of('users.info')).toHaveLength(2);
  passes(2_000);
  expect(await asks(workspace.admin)).toBe(true);
  expect(workspace.of('users.info')).toHaveLength(3);
});

test('S15: somebody from another workspace is none here', async () => {
  const { asks, workspace } = await open();
  expect(await asks(workspace.admin, true)).toBe(false);
  expect(await asks(workspace.admin)).toBe(true);
});

test('when Slack cannot tell, nobody is one, and it is asked again', async () => {
  const { asks, warned, workspace } = await open();
  workspace.breaks('users.info', { error: 'internal_error' });
  expect(await asks(workspace.admin)).toBe(false);
  expect(warned).toContain('Slack does not say who somebody is');
  expect(await asks(workspace.admin)).toBe(true);
});

test.each([
  ['who was deleted', { deleted: true, is_admin: true, is_owner: true }],
  ['whom the workspace does not know', { is_stranger: true, is_admin: true }],
  ['from another workspace', { team_id: 'T0ELSEWHERE', is_admin: true }],
  ['who came as a guest', { is_restricted: true, is_admin: false }],
  ['who came as a guest of one channel', { is_restricted: true, is_ultra_restricted: true }],
])('S15: somebody %s is none', async (_, user) => {
  const { asks, workspace } = await open();
  workspace.breaks('users.info', { status: 200, body: JSON.stringify({ ok: true, user }) });
  expect(await asks(workspace.admin)).toBe(false);
});

test.each([
  ['an admin of it is one', { enterprise_user: { enterprise_id: 'E0OURS' }, is_admin: true }, true],
  ['somebody else of it is none', { enterprise_user: { enterprise_id: 'E0OURS' }, is_admin: false }, false],
  [
    'an admin of another organisation is none',
    { enterprise_user: { enterprise_id: 'E0OTHER' }, is_admin: true },
    false,
  ],
  ['an admin of none is none', { is_admin: true, is_owner: true }, false],
])('S15: where a whole organisation installed the app, %s', async (_, user, is) => {
  const { asks, workspace } = await open();
  workspace.breaks('users.info', { status: 200, body: JSON.stringify({ ok: true, user }) });
  expect(await asks(workspace.admin, false, 'E0OURS')).toBe(is);
});

test.each([
  ['of our organisation', { enterprise_user: { enterprise_id: 'E0OURS' } }, false],
  ['of another one', { enterprise_user: { enterprise_id: 'E0OTHER' } }, true],
  ['of none', {}, true],
  ['of ours, and deleted', { deleted: true, enterprise_user: { enterprise_id: 'E0OURS' } }, true],
])('S12 S15: where an organisation has the app, somebody %s is a stranger: %s', async (_, user, stranger) => {
  const { isStranger, workspace } = await open();
  workspace.breaks('users.info', { status: 200, body: JSON.stringify({ ok: true, user }) });
  expect(await isStranger(workspace.maya, 'E0OURS')).toBe(stranger);
});

test('S15: when Slack cannot tell, somebody who might be a stranger is one, and it is asked again', async () => {
  const { isStranger, workspace } = await open();
  workspace.breaks('users.info', { error: 'internal_error' });
  expect(await isStranger(workspace.maya)).toBe(true);
  expect(await isStranger(workspace.maya)).toBe(false);
});
