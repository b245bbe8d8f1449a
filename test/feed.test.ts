import ICAL from 'ical.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { serve } from '../src/http/server.ts';
import { openTestBot } from './support/bot.ts';

async function openFeed() {
  const bot = await openTestBot({ publicUrl: 'https://lor.example' });
  const server = await serve(0, bot.routes());
  onTestFinished(() => {
    server.close();
  });
  const bound = server.address();
  const port = typeof bound === 'object' && bound ? bound.port : 0;
  const maya = bot.as('maya');
  await maya.says('/lor add Dr. Chen due:"sep 23"');
  const get = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${port}${path}`, { method });
  const newPath = async () => {
    const { text } = await maya.says('/lor data feed do:make');
    return /https:\/\/lor\.example(\S+)/u.exec(text)?.[1] ?? '';
  };
  return { bot, maya, get, newPath };
}

/** The titles of a calendar by day, as another library reads it. */
function titles(text: string): readonly string[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar
    .getAllSubcomponents('vevent')
    .map((event) => `${event.getFirstPropertyValue('dtstart')} ${event.getFirstPropertyValue('summary')}`);
}

describe('a calendar feed', () => {
  it('keeps up with what its member changes', async () => {
    const { maya, get, newPath } = await openFeed();
    const path = await newPath();
    const first = await get(path);
    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(titles(await first.text())).toContain('2027-09-23 Letter due: Dr. Chen');
    await maya.says('/lor edit chen due:"oct 1"');
    expect(titles(await (await get(path)).text())).toContain('2027-10-01 Letter due: Dr. Chen');
    await maya.says('/lor remove chen');
    expect(titles(await (await get(path)).text())).toEqual([]);
  });

  it('is not found for a wrong address, an ended one, or after a new one; nor does the file hold its secret', async () => {
    const { bot, maya, get, newPath } = await openFeed();
    const path = await newPath();
    const secret = /calendar\/(.*)\.ics/u.exec(path)?.[1] ?? '';
    expect(secret).toHaveLength(32);
    expect(bot.bytes().toString('latin1')).not.toContain(secret);
    for (const wrong of [path.replace(/.\.ics/u, '.ics'), '/calendar/', '/calendar/../healthz', '/calendar/%00.ics'])
      expect((await get(wrong)).status, wrong).toBe(404);
    expect((await get(path, 'POST')).status).toBe(404);
    const next = await newPath();
    expect([(await get(path)).status, (await get(next)).status]).toEqual([404, 200]);
    await maya.says('/lor data feed do:end');
    expect((await get(next)).status).toBe(404);
  });

  it('ends with the data of its member', async () => {
    const { maya, get, newPath } = await openFeed();
    const path = await newPath();
    await maya.says('/lor data erase DELETE');
    expect((await get(path)).status).toBe(404);
  });

  it('tells its address once', async () => {
    const { maya, newPath } = await openFeed();
    await newPath();
    const { text, buttons } = await maya.says('/lor data feed');
    expect(text).not.toContain('lor.example');
    expect(buttons.map(({ label }) => label)).toEqual(['Make a new address', 'End it']);
  });
});
