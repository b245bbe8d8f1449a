import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Block,
  bullets,
  button,
  buttons,
  channel,
  code,
  day,
  divider,
  entry,
  fact,
  facts,
  file,
  heading,
  type Inline,
  line,
  link,
  menu,
  moment,
  note,
  numbers,
  paragraph,
  progress,
  reply,
  strong,
  verbatim,
} from '../../../src/core/reply.ts';
import { inlineText, lineText, progressText, toPlainText, toText } from '../../../src/core/reply-text.ts';
import { anyReply, leavesOf } from '../../support/arbitrary-reply.ts';

const bytes = new Uint8Array([1]);
const letters = [
  { value: 'L1', label: 'Dr. Chen' },
  { value: 'L2', label: 'Dr. Ali' },
];

/** One of each kind: a new kind does not compile until its text stands here. */
const blocks: { readonly [Kind in Block['kind']]: readonly [Block, string] } = {
  heading: [heading('Your letters'), 'Your letters'],
  paragraph: [paragraph(line`Due ${strong('soon')}`), 'Due soon'],
  list: [bullets([line`one`, line`two`]), '- one\n- two'],
  facts: [facts(fact('Due', [day('2027-09-23')]), fact('Kind', line`chair`)), 'Due: Thu 23 Sep 2027\nKind: chair'],
  entry: [
    entry(line`Dr. Chen`, [line`asked`, line`due soon`], [button('Show', 'lor show'), button('Edit', 'lor edit')]),
    'Dr. Chen\n  asked\n  due soon\n  [Show] [Edit]',
  ],
  progress: [progress(['Planned', 'Asked', 'Agreed'], 2), '●●○ Asked (2 of 3)'],
  note: [note(line`You asked for this.`), 'You asked for this.'],
  verbatim: [verbatim('Dear *Dr.*,\n\nthank you'), 'Dear *Dr.*,\n\nthank you'],
  divider: [divider(), '---'],
  buttons: [buttons(button('Undo', 'lor undo'), button('Show', 'lor show')), '[Undo] [Show]'],
  menu: [
    menu('Which letter', { path: 'lor show', args: {} }, 'letter', letters),
    'Which letter:\n- Dr. Chen\n- Dr. Ali',
  ],
  file: [
    file({ name: 'letters.csv', mime: 'text/csv', alt: 'All your letters', bytes }),
    '[letters.csv: All your letters]',
  ],
};

describe('the plain text of a reply', () => {
  it.each(Object.entries(blocks))('has the text of a %s', (_, [block, text]) => {
    expect(toPlainText(reply(block))).toBe(text);
  });

  it('counts the items of a numbered list', () => {
    expect(toPlainText(reply(numbers([line`one`, line`two`])))).toBe('1. one\n2. two');
  });

  it('keeps blocks apart by a blank line', () => {
    expect(toPlainText(reply(heading('One'), paragraph(line`two`)))).toBe('One\n\ntwo');
    expect(toPlainText(reply())).toBe('');
  });

  it('says an entry without buttons without brackets', () => {
    expect(toPlainText(reply(entry(line`Dr. Chen`, [])))).toBe('Dr. Chen');
  });

  it('loses no word of any reply', () => {
    fc.assert(
      fc.property(anyReply, (any) => {
        const text = toPlainText(any);
        let from = 0;
        for (const leaf of leavesOf(any)) {
          const at = text.indexOf(leaf, from);
          expect({ leaf, found: at >= from }).toEqual({ leaf, found: true });
          from = at + leaf.length;
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('an inline', () => {
  it.each<[Inline, string]>([
    ['*as it is*', '*as it is*'],
    [strong('bold'), 'bold'],
    [code('/lor add'), '/lor add'],
    [link('AAMC', 'https://aamc.org/'), 'AAMC (https://aamc.org/)'],
    [link('https://aamc.org/', 'https://aamc.org/'), 'https://aamc.org/'],
    [link('Write', 'mailto:chen@example.org?body=Dear%20Dr.%20Chen'), 'Write (chen@example.org)'],
    [link('Write', 'mailto:?body=Dear%20Dr.%20Chen'), 'Write'],
    [link('Write', 'mailto:%zz'), 'Write (mailto:%zz)'],
    [day('2027-05-03'), 'Mon 3 May 2027'],
    [moment('2027-09-23T13:00:00.000Z', 'America/New_York'), 'Thu 23 Sep 2027, 09:00 (New York)'],
    [channel('lor-help'), '#lor-help'],
    [channel('#lor-help'), '#lor-help'],
  ])('%o reads %s', (inline, text) => {
    expect(inlineText(inline)).toBe(text);
    expect(lineText([inline, '!'])).toBe(`${text}!`);
  });
});

describe('progress', () => {
  it('names the step that was reached last', () => {
    const steps = ['Planned', 'Asked'];
    expect(progressText({ steps, reached: 1 })).toBe('●○ Planned (1 of 2)');
    expect(progressText({ steps, reached: 2 })).toBe('●● Asked (2 of 2)');
    expect(progressText({ steps, reached: 0 })).toBe('○○ Planned (0 of 2)');
  });
});

describe('a style', () => {
  it('draws every text that is not its own part', () => {
    const loud = {
      text: (text: string) => text.toUpperCase(),
      inline: (inline: Exclude<Inline, string>) => `<${inlineText(inline)}>`,
      heading: (text: string) => `# ${text}`,
      buttons: () => 'buttons',
      menu: () => 'menu',
      file: () => 'file',
      note: (text: string) => `(${text})`,
    };
    const all = reply(
      heading('a'),
      note(line`b ${strong('c')}`),
      facts(fact('d', line`e`)),
      blocks.buttons[0],
      blocks.menu[0],
      blocks.file[0],
    );
    expect(toText(all, loud)).toBe('# A\n\n(B <c>)\n\nD: E\n\nbuttons\n\nmenu\n\nfile');
  });
});
