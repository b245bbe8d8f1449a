import type { OutgoingHttpHeaders } from 'node:http';
import { expect, test } from 'vitest';
import { sendRaw } from '../../support/send-raw.ts';
import { openSlackBot, type SlackBot } from '../../support/slack-bot.ts';
import { type SignedAs, signed, team } from '../../support/slack-server.ts';

function adding(name: string): string {
  const fields = { command: '/lor', text: `add ${name}`, user_id: 'U000000009', team_id: team, channel_id: 'C1' };
  return new URLSearchParams({ ...fields, trigger_id: `trigger of ${name}` }).toString();
}

/** What the list of whoever sent the forged requests holds. */
async function listed(bot: SlackBot): Promise<string> {
  return String((await bot.types('/lor list', 'U000000009')).body?.text);
}

const body = adding('Forged');

/** The headers of the body with another signature, made of the right one. */
function withSignature(make: (right: string) => string | string[] | undefined, as?: SignedAs): OutgoingHttpHeaders {
  const { headers } = signed(body, as);
  const { 'x-slack-signature': right, ...others } = headers;
  const made = make(right);
  return made === undefined ? others : { ...others, 'x-slack-signature': made };
}

function withTime(...times: string[]): OutgoingHttpHeaders {
  return { ...signed(body).headers, 'x-slack-request-timestamp': times };
}

/** The headers of a request that was signed for this time. */
function signedAt(epochMilliseconds: number): OutgoingHttpHeaders {
  return signed(body, { shift: Math.floor(epochMilliseconds / 1_000) - Math.floor(Date.now() / 1_000) }).headers;
}

const wrong = `v0=${'0'.repeat(64)}`;

test.each<[string, OutgoingHttpHeaders]>([
  ['no signature', withSignature(() => undefined)],
  ['an empty signature', withSignature(() => '')],
  ['a version and nothing else', withSignature(() => 'v0=')],
  ['another version', withSignature((right) => right.replace('v0=', 'v1='))],
  ['no version', withSignature((right) => right.replace('v0=', ''))],
  ['the version in capitals', withSignature((right) => right.replace('v0=', 'V0='))],
  ['a signature cut short', withSignature((right) => right.slice(0, -1))],
  ['half a signature', withSignature((right) => right.slice(0, 35))],
  ['a signature in capitals', withSignature((right) => `v0=${right.slice(3).toUpperCase()}`)],
  ['something after the signature', withSignature((right) => `${right}, and more`)],
  ['a signature that is no hex', withSignature(() => `v0=${'z'.repeat(64)}`)],
  ['another secret', withSignature((right) => right, { secret: 'guessed' })],
  ['the signature of another body', signed(adding('Other')).headers],
  ['the signature twice', withSignature((right) => [right, right])],
  ['a right and a wrong signature', withSignature((right) => [right, wrong])],
  ['a wrong and a right signature', withSignature((right) => [wrong, right])],
  ['no time', { 'x-slack-signature': signed(body).headers['x-slack-signature'] }],
  ['two times', withTime(signed(body).headers['x-slack-request-timestamp'], '1')],
  ['a time that is none', withTime('now')],
  ['an empty time', withTime('')],
  ['a time in words of programs', withTime('NaN')],
  ['a time with a fraction', withTime(`${signed(body).headers['x-slack-request-timestamp']}.5`)],
  ['a time in another notation', withTime('0x7fffffff')],
  ['a time before time began', signedAt(-1_000)],
  ['a time six minutes ago', signed(body, { shift: -360 }).headers],
  ['a time six minutes to come', signed(body, { shift: 360 }).headers],
  ['a time in milliseconds', withTime(String(Date.now()))],
  ['a time beyond all numbers', withTime('9'.repeat(400))],
])('S4: a request with %s is refused and does nothing', async (_, headers) => {
  const bot = await openSlackBot();
  expect(await sendRaw(`${bot.url}/slack/events`, headers, body)).toBe(401);
  expect(await listed(bot)).not.toContain('Forged');
});

test('S4: a body that was changed after it was signed is refused and does nothing', async () => {
  const bot = await openSlackBot();
  const { headers } = signed(adding('Honest'));
  expect(await sendRaw(`${bot.url}/slack/events`, headers, body)).toBe(401);
  expect(await sendRaw(`${bot.url}/slack/events`, headers, `${adding('Honest')}&text=add+Forged`)).toBe(401);
  expect(await listed(bot)).not.toContain('Forged');
});

test('S4: the same request signed as Slack signs it is taken, so that what is refused is refused for its signature', async () => {
  const bot = await openSlackBot();
  expect(await sendRaw(`${bot.url}/slack/events`, signed(body).headers, body)).toBe(200);
  expect(await listed(bot)).toContain('Forged');
});

test('S4: a request that comes again, also many times at once, is answered 200 and runs once', async () => {
  const bot = await openSlackBot({ impatient: true });
  const request = signed(body);
  const before = await Promise.all(Array.from({ length: 8 }, () => bot.sendSigned(request)));
  await bot.types('/lor add Another', 'U000000009');
  const after = await bot.sendSigned(request);
  expect([...before, after].map(({ status }) => status)).toEqual(Array.from({ length: 9 }, () => 200));
  // One of them had the answer.
  expect([...before, after].filter(({ text }) => text !== '')).toHaveLength(1);
  expect((await listed(bot)).match(/Forged/gu)).toHaveLength(1);
});

test('S4: a request whose trigger is used again under another signature runs once', async () => {
  const bot = await openSlackBot();
  expect((await bot.post(body, { shift: -1 })).text).not.toBe('');
  expect(await bot.post(body, { shift: -2 })).toMatchObject({ status: 200, text: '' });
  expect((await listed(bot)).match(/Forged/gu)).toHaveLength(1);
});
