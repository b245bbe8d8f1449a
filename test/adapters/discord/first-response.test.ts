import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../src/core/ports.ts';
import { button, buttons, file, paragraph, reply } from '../../../src/core/reply.ts';
import { saying } from '../../support/discord-adapter.ts';
import { command, interaction, openAddress, openInDiscord } from '../../support/discord-address.ts';
import { pixel } from '../../support/file-commands.ts';

describe('what the response says', () => {
  test('is an answer, a repeat’s nothing, or a failure’s 500', async () => {
    const outcomes: (() => Outcome)[] = [
      () => saying('here you are'),
      () => ({ kind: 'repeated' }),
      () => {
        throw new TypeError('a secret detail');
      },
    ];
    const { discord, log } = await openAddress(() => (outcomes.shift() ?? (() => saying('no more')))());
    expect(await discord.post(command('list'))).toMatchObject({
      status: 200,
      body: { type: 4, data: { flags: 64 | 32768, components: [{ content: 'here you are' }] } },
    });
    expect(await discord.post(command('list'))).toEqual({ status: 202, body: undefined });
    expect(await discord.post(command('list'))).toEqual({ status: 500, body: undefined });
    expect(log.at(-1)).toMatchObject({ message: 'an answer was not given', fields: { reason: 'TypeError' } });
  });

  test('is what can be typed next', async () => {
    const option = { kind: 'text', summary: 'Letter', required: false } as never;
    const show = { path: 'lor show', options: { letter: option }, suggest: {}, visibility: 'private' } as const;
    const { fake } = await openInDiscord(() => saying('no'), { commands: [show] });
    const offered = fake.request(({ path }) => path.endsWith('/callback'));
    fake.interact(command('show', [{ name: 'letter', type: 3, value: 'ros', focused: true }], 4));
    expect((await offered).body).toEqual({ type: 8, data: { choices: [{ name: 'Dr. Rossi', value: 'L1' }] } });
  });

  test('is the answer to a button that was pressed', async () => {
    const shows = reply(paragraph(['pick']), buttons(button('Next', 'lor next', { letter: 'L1' })));
    const { fake, asked } = await openInDiscord(() => ({ kind: 'replied', visibility: 'private', reply: shows }));
    const answered = fake.request(({ path }) => path.endsWith('/callback'));
    const data = { component_type: 2, custom_id: 'b|lor next|letter|L1' };
    fake.interact(interaction(3, data, { message: { id: '1' } }));
    expect(JSON.stringify((await answered).body)).toContain('b|lor next|letter|L1');
    expect(asked[0]?.request).toEqual({ kind: 'call', call: { path: 'lor next', args: { letter: 'L1' } } });
  });
});

describe('what follows the response', () => {
  const unknown = { status: 404, body: { code: 10015, message: 'Unknown Webhook' } };
  const picture = file({ name: 'board.png', mime: 'image/png', alt: 'A board', bytes: pixel });
  const drawn: Outcome = { kind: 'replied', visibility: 'private', reply: reply(paragraph(['Your board']), picture) };

  test('comes again when Discord has not read the response yet', async () => {
    const { fake, time } = await openInDiscord(() => drawn);
    for (const _ of ['once', 'twice']) fake.next('PATCH /webhooks/', unknown);
    fake.interact(command('board'));
    const patches = () => fake.requests.filter(({ method }) => method === 'PATCH');
    for (const [index, wait] of [500, 1_000].entries()) {
      await expect.poll(() => time.asked.at(-1)).toBe(wait);
      expect(patches()).toHaveLength(index + 1);
      time.pass();
    }
    await expect.poll(() => patches().length).toBe(3);
    expect(patches()[2]?.files.get(0)?.name).toBe('board.png');
  });

  test('is given up when Discord never knows of the interaction, and an operator hears it', async () => {
    const { fake, time, log } = await openInDiscord(() => drawn);
    for (let tries = 0; tries < 9; tries += 1) fake.next('PATCH /webhooks/', unknown);
    fake.interact(command('board'));
    for (const wait of [500, 1_000, 2_000, 4_000, 8_000]) {
      await expect.poll(() => time.asked.at(-1)).toBe(wait);
      time.pass();
    }
    await expect.poll(() => log.map(({ message }) => message)).toContain('an answer was not given');
    expect(log.at(-1)?.fields.reason).toBe('Discord answered 404, code 10015');
  });

  test('of a long answer are its further messages, once each', async () => {
    const long = reply(...Array.from({ length: 120 }, (_, at) => paragraph([`${at} ${'word '.repeat(15)}`])));
    const { fake, time } = await openInDiscord(() => ({ kind: 'replied', visibility: 'private', reply: long }));
    fake.next('POST /webhooks/', unknown);
    fake.interact(command('list'));
    await expect.poll(() => time.asked.at(-1)).toBe(500);
    time.pass();
    const text = () => fake.requests.map(({ body }) => JSON.stringify(body)).join('');
    await expect.poll(text).toContain('119 word');
    const first = fake.requests.filter(({ path }) => path.endsWith('/callback'));
    expect(first).toHaveLength(1);
  });
});
