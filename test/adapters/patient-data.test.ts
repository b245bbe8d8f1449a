import { describe, expect, it } from 'vitest';
import { decode } from '../../src/core/call-codec.ts';
import { openDiscordBot } from '../support/discord-bot.ts';
import { openSlackBot, type SlackBot } from '../support/slack-bot.ts';

const certain = 'pt j.s. 67yo rm 412 w stemi, MRN 00482913';
const safer = 'pt 67yo in the hospital w stemi, [record number]';

/** Longer than a button of Discord's carries, and of two lines. */
const doubtful = `- the only CJD patient in Fargo, I presented her\n- ${'led the family meeting, '.repeat(20)}wrote the notes`;

describe('on Slack', () => {
  type Block = { readonly block_id?: string; readonly element?: Record<string, unknown> };

  function viewOf(answer: unknown): Record<string, unknown> {
    return (answer as { view: Record<string, unknown> }).view;
  }

  function inputs(view: Record<string, unknown>): Readonly<Record<string, Record<string, unknown>>> {
    const blocks = view.blocks as readonly Block[];
    return Object.fromEntries(blocks.flatMap(({ block_id: id, element }) => (id && element ? [[id, element]] : [])));
  }

  async function formOf(bot: SlackBot, typed: string) {
    await bot.types('/lor add Dr. Chen');
    expect(await bot.types(typed)).toMatchObject({ status: 200, text: '' });
    return viewOf(bot.workspace.of('views.open').at(-1)?.answer);
  }

  it('a form opens with the safer wording, and sending it keeps that', async () => {
    const bot = await openSlackBot();
    const view = await formOf(bot, `/lor packet chen sheet:"${certain}"`);
    expect(inputs(view).sheet).toMatchObject({ initial_value: safer });
    expect(JSON.stringify(view)).toContain('it holds initials beside a patient');
    expect(JSON.stringify(view)).not.toContain('00482913');
    await bot.sends(view, {});
    expect((await bot.types('/lor packet chen')).body?.text).toContain(safer);
  });

  it('a form that was sent shows the safer wording, although it keeps what was typed everywhere else', async () => {
    const bot = await openSlackBot();
    const view = await formOf(bot, '/lor writer edit chen');
    const [first, second] = [
      await bot.sends(view, { notes: certain }),
      await bot.sends(view, { notes: certain, title: 'Chief' }),
    ].map(({ body }) => body);
    expect(first).toMatchObject({ response_action: 'update' });
    expect(inputs(viewOf(first)).notes).toMatchObject({ initial_value: safer });
    expect(inputs(viewOf(second)).title).toMatchObject({ action_id: 'plain_text_input' });
    // Slack fills an input again that has the id of one before it.
    const ids = [view, viewOf(first), viewOf(second)].map((one) => inputs(one).notes?.action_id);
    expect(new Set(ids).size).toBe(3);
  });

  it('a form asks whether it is about a patient, and the answer goes with it', async () => {
    const bot = await openSlackBot();
    const view = await formOf(bot, '/lor writer edit chen');
    expect(Object.keys(inputs(view))).not.toContain('patient');
    const { body } = await bot.sends(view, { notes: doubtful });
    const asked = viewOf(body);
    expect(inputs(asked)).toMatchObject({
      notes: { action_id: 'plain_text_input', initial_value: doubtful },
      patient: { type: 'static_select' },
    });
    expect(await bot.sends(asked, { patient: 'no' })).toMatchObject({ status: 200, text: '' });
    expect((await bot.types('/lor writer show chen')).body?.text).toContain('the only CJD patient in Fargo');
  });
});

describe('on Discord', () => {
  const text = (name: string, value: string) => ({ type: 3, name, value });

  async function withChen() {
    const bot = await openDiscordBot();
    await bot.runs('maya', 'lor', [{ type: 1, name: 'add', options: [text('name', 'Dr. Chen')] }]);
    return bot;
  }

  it('a form opens with the safer wording, and tells in full what is wrong', async () => {
    const bot = await withChen();
    const options = [text('letter', 'chen'), text('sheet', certain)];
    const { raw } = await bot.runs('maya', 'lor', [{ type: 1, name: 'packet', options }]);
    expect(raw).toContain(`"value":"${safer}"`);
    expect(raw).toContain('This is a reminder and no certificate');
    expect(raw).not.toContain('00482913');
    await bot.sends('maya', (JSON.parse(raw) as { custom_id: string }).custom_id, { letter: 'chen', sheet: safer });
    const shown = await bot.runs('maya', 'lor', [{ type: 1, name: 'packet', options: [text('letter', 'chen')] }]);
    expect(shown.raw).toContain('in the hospital w stemi');
  });

  it('a form that was sent is answered with a button that carries even a long text, line by line', async () => {
    const bot = await withChen();
    const asked = await bot.sends('maya', 'f|lor packet|letter|chen', { sheet: doubtful });
    expect(asked.alone).toBe(true);
    const kept = await bot.presses('maya', asked, 'b|lor packet');
    expect(kept.raw).toContain('The reminder sheet is kept');
    expect(kept.raw).toContain('the only CJD patient in Fargo');
    expect(kept.raw).toContain('wrote the notes');
  });

  it('the other button opens the form again with the text and the question', async () => {
    const bot = await withChen();
    const asked = await bot.sends('maya', 'f|lor packet|letter|chen', { sheet: doubtful });
    const ids = [...asked.raw.matchAll(/"custom_id":"((?:[^"\\]|\\.)*)"/gu)].map(([, id]) => JSON.parse(`"${id}"`));
    const correct = ids.find((id: string) => {
      const carried = decode(id);
      return carried?.kind === 'button' && carried.call.args.patient === undefined;
    });
    const form = await bot.presses('maya', asked, correct.replaceAll('\\', ''));
    const { components } = JSON.parse(form.raw) as { components: { component?: Record<string, unknown> }[] };
    const values = components.map(({ component }) => [component?.custom_id, component?.value]);
    expect(values).toContainEqual(['sheet', doubtful]);
    expect(values.map(([name]) => name)).toContain('patient');
  });
});
