import { describe, expect, it } from 'vitest';
import { hasReply } from '../../src/core/ports.ts';
import { filesOf } from '../../src/core/reply.ts';
import { type Answer, openTestBot } from '../support/bot.ts';
import { pixelsOf } from '../support/drawn.ts';
import { refused } from '../support/refused.ts';

/** Maya, on Wednesday 2 December 2026: a season whose rules for international graduates are confirmed. */
async function maya() {
  const bot = await openTestBot({ now: '2026-12-02 09:00' });
  const she = bot.as('maya');
  await she.says('/lor settings zone:new york service:eras');
  return { bot, she };
}

function pictureOf(answer: Answer) {
  const [picture] = hasReply(answer) ? filesOf(answer.reply) : [];
  if (!picture) throw new Error('there is no picture');
  return picture;
}

describe('/lor board', () => {
  it('shows every letter as a picture and in words, the most pressing first', async () => {
    const { she } = await maya();
    await she.says('/lor add Dr. Late due:"nov 30 2026"');
    await she.says('/lor add Dr. Soon due:"dec 10"');
    await she.says('/lor add Dr. Far due:"feb 1" specialty:IM');
    await she.says('/lor add Dr. Gone');
    await she.says('/lor next gone to:dropped');
    const board = await she.says('/lor board');
    expect(board.text).toContain('Your letters, Wed 2 Dec 2026: 1 late, 1 due soon, 1 later, 1 not coming');
    expect(board.text).toMatch(/Dr\. Late[\s\S]*Dr\. Soon[\s\S]*Dr\. Far \(ERAS, IM\)[\s\S]*Dr\. Gone/u);
    expect(board.text).toContain('planned, step 1 of 7, 2 days late, upload by Mon 30 Nov');
    const picture = pictureOf(board);
    expect([picture.name, picture.mime]).toEqual(['board.png', 'image/png']);
    expect(picture.alt).toContain('1 late, 1 due soon, 1 later, 1 not coming');
    expect(pixelsOf(picture.bytes).width).toBeGreaterThan(400);
    expect(board).toMatchObject({ visibility: 'private' });
  });

  it('counts the days of an international graduate to the upload', async () => {
    const { she } = await maya();
    await she.says('/lor add Dr. Chen due:"feb 1"');
    expect((await she.says('/lor board')).text).toContain('in 61 days, upload by Mon 1 Feb');
    await she.says('/lor settings img:yes');
    expect((await she.says('/lor board')).text).toContain('in 54 days, upload by Mon 25 Jan');
    expect((await she.says('/lor list')).text).toContain(
      'due Mon 1 Feb 2027 (in 61 days)\n  upload by Mon 25 Jan 2027',
    );
  });

  it('marks what needs a thought: a backup, a lukewarm yes, a letter that goes nowhere', async () => {
    const { she } = await maya();
    await she.says('/lor writer add Dr. Silva');
    await she.says('/lor program add Mercy');
    await she.says('/lor add Dr. Chen');
    await she.says('/lor next chen');
    await she.says('/lor next chen to:agreed answer:lukewarm');
    await she.says('/lor backup chen writer:silva');
    await she.says('/lor add Dr. Roy');
    for (const to of ['asked', 'agreed', 'packet', 'requested', 'uploaded']) await she.says(`/lor next roy to:${to}`);
    const { text } = await she.says('/lor board');
    expect(text).toMatch(/Dr\. Chen .*backup stands by, lukewarm yes/u);
    expect(text).toMatch(/Dr\. Roy .*arrived, on no program yet/u);
    await she.says('/lor program assign mercy letter:roy');
    expect((await she.says('/lor board')).text).not.toContain('on no program yet');
  });

  it('has initials and no remarks where it is to be shown to somebody', async () => {
    const { she } = await maya();
    await she.says('/lor writer add Dr. Silva');
    await she.says('/lor add "Dr. Mei-Lin Chen" specialty:IM');
    await she.says('/lor next chen');
    await she.says('/lor next chen to:agreed answer:lukewarm');
    await she.says('/lor backup chen writer:silva');
    const named = await she.says('/lor board');
    const shown = await she.says('/lor board initials:yes');
    expect(shown.text).toContain('M. C. (ERAS, IM): agreed');
    expect(shown.text).toContain('With initials and without your notes');
    const all = JSON.stringify(shown) + Buffer.from(pictureOf(shown).bytes).toString('latin1');
    for (const word of ['Chen', 'Silva', 'lukewarm', 'backup']) expect(all).not.toContain(word);
    // The picture is another one, too: the name is not drawn.
    expect(Buffer.from(pictureOf(shown).bytes)).not.toEqual(Buffer.from(pictureOf(named).bytes));
  });

  it('invites whoever has nothing on it yet, and leads on from what is there', async () => {
    const { bot, she } = await maya();
    expect((await refused(bot, () => she.says('/lor board'))).text).toContain('There is nothing on the board yet.');
    await she.presses('Add a letter');
    await she.fills({ name: 'Dr. Chen' });
    await she.says('/lor list');
    await she.presses('Board');
    expect((await she.presses('My letters')).text).toContain('Dr. Chen');
    await she.says('/lor board');
    expect((await she.presses('Check the mix')).kind).toBe('replied');
    await she.says('/lor board');
    expect((await she.presses('Share with an adviser')).opened?.call.path).toBe('lor share with');
  });

  it('draws long and foreign names, and many letters, with all of them in the words', async () => {
    const { she } = await maya();
    const names = ['Ольга Соколова', '陳大文', 'محمد الأمين', 'N'.repeat(80), '🦉'];
    for (const name of names) await she.calls({ path: 'lor add', args: { name } });
    for (let number = 1; number <= 25; number += 1) await she.says(`/lor add Writer ${number}`);
    const board = await she.says('/lor board');
    for (const name of names) expect(board.text).toContain(name);
    expect(board.text.match(/planned, step 1 of 7/gu)).toHaveLength(30);
    expect(pixelsOf(pictureOf(board).bytes).height).toBeGreaterThan(400);
  });

  it('is in French for whoever speaks it', async () => {
    const { she } = await maya();
    await she.says('/lor add Dr. Chen due:"feb 1"');
    const { text } = await she.speaking('fr').says('/lor board');
    expect(text).toContain('Vos lettres, mer. 2 déc. 2026');
    expect(text).toContain('à téléverser au plus tard le lun. 1er févr.');
  });
});
