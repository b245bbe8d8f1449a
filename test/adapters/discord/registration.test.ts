import { describe, expect, it } from 'vitest';
import { createRest } from '../../../adapters/discord/api.ts';
import { toRegistration } from '../../../adapters/discord/register.ts';
import { RegistrationError, register, registrationChanges } from '../../../adapters/discord/registration.ts';
import { commands } from '../../../commands/index.ts';
import { wordsIn } from '../../../src/words/words-in.ts';
import { startDiscordFake } from '../../support/discord-fake.ts';

const guild = '400000000000000001';
const { declarations } = wordsIn('fr').core;

async function setUp() {
  const fake = await startDiscordFake();
  const rest = createRest(fake.token, fake.apiUrl);
  const run = (declared: Parameters<typeof toRegistration>[0] = commands, server?: string) =>
    register(rest, fake.bot, server, declared);
  return { fake, run, writes: () => fake.requests.filter(({ method }) => method !== 'GET') };
}

describe('registration by difference', () => {
  it('creates what is missing; a second time it writes nothing', async () => {
    const { run, writes } = await setUp();
    expect(await run()).toEqual({ created: ['lor', 'lor-admin'], edited: [], removed: [], unchanged: [] });
    const first = writes().length;
    expect(await run()).toEqual({ created: [], edited: [], removed: [], unchanged: ['lor', 'lor-admin'] });
    expect(writes()).toHaveLength(first);
  });

  it('in one server, too, where commands have no contexts', async () => {
    const { fake, run, writes } = await setUp();
    await run(commands, guild);
    expect(writes().every(({ path }) => path.includes(`/guilds/${guild}/`))).toBe(true);
    expect(writes()[0]?.body).not.toHaveProperty('contexts');
    for (const list of fake.state.commands.values()) for (const one of list) one.integration_types = [0];
    expect((await run(commands, guild)).unchanged).toEqual(['lor', 'lor-admin']);
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

  it('edits only what differs and takes away what is no longer declared', async () => {
    const { run, writes } = await setUp();
    await run();
    const before = writes().length;
    const members = commands.filter(({ path }) => path.startsWith('lor '));
    const changed = members.map((one) => (one.path === 'lor add' ? { ...one, summary: 'Track one more' } : one));
    expect(await run(changed)).toEqual({ created: [], edited: ['lor'], removed: ['lor-admin'], unchanged: [] });
    expect(
      writes()
        .slice(before)
        .map(({ method }) => method),
    ).toEqual(['DELETE', 'PATCH']);
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
