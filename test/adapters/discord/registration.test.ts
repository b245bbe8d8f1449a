import { describe, expect, it } from 'vitest';
import { createRest } from '../../../adapters/discord/api.ts';
import { toMenu, toRegistration } from '../../../adapters/discord/register.ts';
import { RegistrationError, register, registrationChanges } from '../../../adapters/discord/registration.ts';
import { commands } from '../../../commands/index.ts';
import { wordsIn } from '../../../src/words/words-in.ts';
import { startDiscordFake } from '../../support/discord-fake.ts';

const guild = '400000000000000001';
const { declarations } = wordsIn('fr').core;
const all = ['lor', 'lor-admin', 'Answer this'];

async function setUp() {
  const fake = await startDiscordFake();
  const rest = createRest(fake.token, fake.apiUrl);
  const run = (declared: Parameters<typeof toRegistration>[0] = commands, server?: string) =>
    register(rest, fake.bot, server, declared);
  return { fake, run, writes: () => fake.requests.filter(({ method }) => method !== 'GET') };
}

describe('registration by difference', () => {
  it('C14: creates what is missing; a second time it writes nothing', async () => {
    const { run, writes } = await setUp();
    expect(await run()).toEqual({ created: all, edited: [], removed: [], unchanged: [] });
    const first = writes().length;
    expect(await run()).toEqual({ created: [], edited: [], removed: [], unchanged: all });
    expect(writes()).toHaveLength(first);
  });

  it('in one server, too, where commands have no contexts', async () => {
    const { fake, run, writes } = await setUp();
    await run(commands, guild);
    expect(writes().every(({ path }) => path.includes(`/guilds/${guild}/`))).toBe(true);
    expect(writes()[0]?.body).not.toHaveProperty('contexts');
    for (const list of fake.state.commands.values()) for (const one of list) one.integration_types = [0];
    expect((await run(commands, guild)).unchanged).toEqual(all);
  });

  it('of translations, too: a second time it writes nothing, and a changed one is written', async () => {
    const { fake, writes } = await setUp();
    const rest = createRest(fake.token, fake.apiUrl);
    const french = (summary: string) => ({
      fr: { ...declarations, 'lor list': { summary, options: { page: 'Page' } } },
    });
    await register(rest, fake.bot, undefined, commands, french('Vos lettres'));
    expect(JSON.stringify(writes()[0]?.body)).toContain('"description_localizations":{"fr":"Vos lettres"}');
    expect((await register(rest, fake.bot, undefined, commands, french('Vos lettres'))).edited).toEqual([]);
    expect((await register(rest, fake.bot, undefined, commands, french('Toutes vos lettres'))).edited).toEqual(['lor']);
  });

  it('C14: edits only what differs and takes away what is no longer declared', async () => {
    const { run, writes } = await setUp();
    await run();
    const before = writes().length;
    const members = commands.filter(({ path }) => path.startsWith('lor '));
    const changed = members.map((one) => (one.path === 'lor add' ? { ...one, summary: 'Track one more' } : one));
    expect(await run(changed)).toEqual({
      created: [],
      edited: ['lor'],
      removed: ['lor-admin'],
      unchanged: ['Answer this'],
    });
    expect(
      writes()
        .slice(before)
        .map(({ method }) => method),
    ).toEqual(['DELETE', 'PATCH']);
  });

  it.each([
    [{ status: 401, body: { code: 0, message: '401: Unauthorized' } }, 'DISCORD_TOKEN'],
    [{ status: 403, body: { code: 50001, message: 'Missing Access' } }, 'applications.commands'],
    [{ status: 404, body: { code: 10002, message: 'Unknown Application' } }, 'DISCORD_APPLICATION_ID'],
    [{ status: 500 }, 'Discord answered 500'],
    ['drop' as const, 'could not be asked'],
  ])('says in a sentence what to do when Discord answers %j', async (fate, words) => {
    const { fake, run } = await setUp();
    fake.next('GET /applications/', fate);
    const failed = run();
    await expect(failed).rejects.toThrow(RegistrationError);
    await expect(failed).rejects.toThrow(words);
  });

  it('tells the command of a menu from one of the same name behind a slash', () => {
    const [menu] = toMenu(commands);
    if (!menu) throw new Error('there is a command in the menu');
    const typed = { id: '1', type: 1, name: menu.name };
    const { create, remove } = registrationChanges([menu], [typed]);
    expect([create, remove]).toEqual([[menu], [typed]]);
    const renamed = { ...menu, id: '2', name: 'Answer that', description: '' };
    expect(registrationChanges([menu], [renamed])).toMatchObject({ create: [menu], remove: [renamed] });
  });

  it('leaves commands of other kinds alone', () => {
    const existing = [{ id: '1', name: 'launch', type: 4 }];
    expect(registrationChanges([], existing)).toEqual({ create: [], edit: [], remove: [], unchanged: [] });
  });

  it('notices the order of options and a choice that changed, and no order of contexts', () => {
    const [wanted] = toRegistration(commands);
    if (!wanted) throw new Error('there are commands');
    const same = { ...structuredClone(wanted), id: '1', contexts: [2, 1, 0] };
    expect(registrationChanges([wanted], [same]).edit).toEqual([]);
    const turned = { ...same, options: same.options?.toReversed() };
    expect(registrationChanges([wanted], [turned]).edit).toHaveLength(1);
  });

  it('asks nothing of Discord when it would refuse something', async () => {
    const { fake, run } = await setUp();
    const wrong = commands.map((one) => (one.path === 'lor add' ? { ...one, summary: 'x'.repeat(101) } : one));
    await expect(run(wrong)).rejects.toThrow(RegistrationError);
    await expect(run(wrong)).rejects.toThrow(/lor add: its description has 101 characters/u);
    expect(fake.requests).toEqual([]);
  });

  it('writes nothing when it cannot read what is there', async () => {
    const { fake, run } = await setUp();
    fake.next('GET /applications', { status: 200, body: { odd: true } });
    await expect(run()).rejects.toThrow();
    expect(fake.requests.map(({ method }) => method)).toEqual(['GET']);
  });
});
