import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderMessages, type SlackMessage } from '../../../adapters/slack/render.ts';
import { uncarry } from '../../../adapters/slack/wire.ts';
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
  group,
  heading,
  line,
  link,
  menu,
  moment,
  note,
  numbers,
  paragraph,
  person,
  progress,
  reply,
  strong,
  verbatim,
} from '../../../src/core/reply.ts';
import { toPlainText } from '../../../src/core/reply-text.ts';
import { formatDay, formatMoment } from '../../../src/core/time.ts';
import { expectMessageWithinLimits, idsIn, objectsIn, shownIn, spaceless, unescaped } from './within-limits.ts';

const hostile = '*Dr* <!channel> @everyone [a](b) :smile: _x_ `c` ~s~ <@U012> <#C012|x> &amp; <!here>';

function render(...blocks: readonly Block[]) {
  const messages = renderMessages(reply(...blocks));
  for (const message of messages) expectMessageWithinLimits(message);
  return uncounted(messages);
}

/** Messages without the line that counts them, with which each of several must end. */
function uncounted(messages: readonly SlackMessage[]): readonly SlackMessage[] {
  if (messages.length < 2) return messages;
  return messages.map((message, index) => {
    const line = `Part ${index + 1} of ${messages.length}`;
    expect(message.text.endsWith(`\n\n${line}`)).toBe(true);
    expect(shownIn(message.blocks.at(-1))).toBe(line);
    return { ...message, text: message.text.slice(0, -line.length - 2), blocks: message.blocks.slice(0, -1) };
  });
}

function one(...blocks: readonly Block[]) {
  const [message, ...more] = render(...blocks);
  if (!message || more.length > 0) throw new Error(`one message was due, not ${more.length + 1}`);
  return message;
}

/** The elements of the first section or list of a rich text block. */
function elementsOf(block: Block) {
  const [drawn] = one(block).blocks;
  if (drawn?.type !== 'rich_text') throw new Error(`no rich text: ${drawn?.type}`);
  return drawn.elements.flatMap<unknown>(({ elements }) => elements);
}

/** All options of all menus, in order. */
function optionsOf(messages: ReturnType<typeof render>) {
  return objectsIn(messages).flatMap(({ node }) => (node.type === 'static_select' ? [node.options] : []));
}

describe('inlines', () => {
  test('text is text, whatever it looks like', () => {
    expect(elementsOf(paragraph([hostile]))).toEqual([{ type: 'text', text: hostile }]);
    expect(one(paragraph(['<!channel> & "q"'])).text).toBe('&lt;!channel&gt; &amp; "q"');
  });

  test('emphasis is a style', () => {
    expect(elementsOf(paragraph(line`Type ${code('/lor')} ${strong('now')}`))).toEqual([
      { type: 'text', text: 'Type ' },
      { type: 'text', text: '/lor', style: { code: true } },
      { type: 'text', text: ' ' },
      { type: 'text', text: 'now', style: { bold: true } },
    ]);
  });

  test('a web address is a link, any other address is text', () => {
    expect(elementsOf(paragraph([link('FAQ', 'https://example.org/?a=1&b=2')]))).toEqual([
      { type: 'link', text: 'FAQ', url: 'https://example.org/?a=1&b=2' },
    ]);
    for (const url of ['javascript:alert(1)', 'slack://open', 'https://', 'mailto:a@b.c?body=<x>']) {
      expect(elementsOf(paragraph([link('FAQ', url)]))).toEqual([{ type: 'text', text: `FAQ (${url})` }]);
    }
  });

  test('a mail is a link that opens it, and says in the text only whom it goes to', () => {
    const url = 'mailto:chen@example.org?subject=A%20letter&body=Dear%20Dr.%20Chen';
    const whole = paragraph([link('Write to Dr. Chen', url)]);
    expect(elementsOf(whole)).toEqual([{ type: 'link', text: 'Write to Dr. Chen', url }]);
    expect(one(whole).text).toBe('Write to Dr. Chen (chen@example.org)');
    expect(elementsOf(paragraph([link('', url)]))).toEqual([{ type: 'link', text: 'chen@example.org', url }]);
  });

  test('an address of 2000 is a link, a longer one text', () => {
    const url = `https://example.org/${'a'.repeat(1980)}`;
    expect(elementsOf(paragraph([link('FAQ', url)]))).toEqual([{ type: 'link', text: 'FAQ', url }]);
    expect(elementsOf(paragraph([link('FAQ', `${url}a`)]))).toEqual([{ type: 'text', text: `FAQ (${url}a)` }]);
  });

  test('a calendar date is the same everywhere, a moment is on the reader’s clock', () => {
    expect(elementsOf(paragraph([day('2027-09-23')]))).toEqual([{ type: 'text', text: formatDay('2027-09-23') }]);
    expect(elementsOf(paragraph([moment('2027-09-23T13:00:00.500Z', 'America/New_York')]))).toEqual([
      {
        type: 'date',
        timestamp: 1821704400,
        format: '{date_long}, {time}',
        fallback: formatMoment('2027-09-23T13:00:00.500Z', 'America/New_York'),
      },
    ]);
  });

  test('a channel is linked by its id, a name is text', () => {
    expect(elementsOf(paragraph([channel('C0LETTERS1')]))).toEqual([{ type: 'channel', channel_id: 'C0LETTERS1' }]);
    expect(elementsOf(paragraph([channel('letters')]))).toEqual([{ type: 'text', text: '#letters' }]);
  });

  test('people and groups are named by their ids, a name is text', () => {
    const ids = [person('U0MAYA0001'), group('S0HELPERS1'), person('maya'), group('helpers')];
    expect(elementsOf(paragraph(ids))).toEqual([
      { type: 'user', user_id: 'U0MAYA0001' },
      { type: 'usergroup', usergroup_id: 'S0HELPERS1' },
      { type: 'text', text: '@maya' },
      { type: 'text', text: '@helpers' },
    ]);
    const [small] = renderMessages(reply(note([person('U0MAYA0001')])));
    expect(JSON.stringify(small?.blocks)).toContain('"user_id":"U0MAYA0001"');
  });

  test('a button too long for Slack holds its shorter call, if it has one', () => {
    const long = button('Send', 'lor send', { question: 'x'.repeat(2_100) });
    const shorter = { ...long, shorter: { path: 'lor send', args: {} } };
    const [message] = renderMessages(reply(buttons(shorter)));
    expect(message?.blocks).toMatchObject([{ type: 'actions', elements: [{ value: 'b|lor send' }] }]);
  });
});

describe('blocks', () => {
  test('a list keeps its style', () => {
    expect(one(bullets([['a'], ['b']])).blocks).toEqual([
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_list',
            style: 'bullet',
            elements: [
              { type: 'rich_text_section', elements: [{ type: 'text', text: 'a' }] },
              { type: 'rich_text_section', elements: [{ type: 'text', text: 'b' }] },
            ],
          },
        ],
      },
    ]);
    expect(JSON.stringify(one(numbers([['a']])).blocks)).toContain('"style":"ordered"');
  });

  test('facts are lines with bold labels', () => {
    expect(elementsOf(facts(fact('Due', ['soon']), fact('To', ['ERAS'])))).toEqual([
      { type: 'text', text: 'Due', style: { bold: true } },
      { type: 'text', text: ': ' },
      { type: 'text', text: 'soon' },
      { type: 'text', text: '\n' },
      { type: 'text', text: 'To', style: { bold: true } },
      { type: 'text', text: ': ' },
      { type: 'text', text: 'ERAS' },
    ]);
  });

  test('an entry has its buttons beneath', () => {
    const { blocks, text } = one(
      entry([strong('Adams')], [['asked']], [button('Next', 'lor next', { name: 'Adams' })]),
    );
    expect(blocks.map(({ type }) => type)).toEqual(['rich_text', 'actions']);
    expect(text).toBe('Adams\n  asked\n  [Next]');
  });

  test('progress says itself in words', () => {
    expect(elementsOf(progress(['Asked', 'Agreed', 'Sent'], 2))).toEqual([
      { type: 'text', text: '●●○ Agreed (2 of 3)' },
    ]);
  });

  test('a text to copy is a box of its own, markup and all', () => {
    const mail = 'Dear <!channel>,\n\n*thank you* :smile:';
    const { blocks, text } = one(verbatim(mail));
    expect(blocks).toEqual([
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: mail }] }],
      },
    ]);
    expect(unescaped(text)).toBe(mail);
  });

  test('a text of 3000 is one box, a longer one two that lose nothing', () => {
    expect(one(verbatim('a'.repeat(3000))).blocks).toHaveLength(1);
    const { blocks, text } = one(verbatim('a'.repeat(3001)));
    expect(blocks).toHaveLength(2);
    expect(text.replace(/\n/gu, '')).toBe('a'.repeat(3001));
  });

  test('small print is a context, or rich text where it has a link', () => {
    expect(one(note(['Source'])).blocks[0]).toEqual({
      type: 'context',
      elements: [{ type: 'plain_text', text: 'Source', emoji: false }],
    });
    expect(one(note([link('Source', 'https://example.org')])).blocks[0]?.type).toBe('rich_text');
  });

  test('a file is handed over and named', () => {
    const content = { name: 'letters.csv', mime: 'text/csv', alt: 'All letters', bytes: new Uint8Array([1]) };
    const { files, blocks, text } = one(file(content));
    expect(files).toEqual([content]);
    expect(blocks[0]?.type).toBe('context');
    expect(text).toBe('letters.csv: All letters');
    expect(one(divider()).files).toEqual([]);
  });

  test('what says nothing draws nothing', () => {
    expect(renderMessages(reply())).toEqual([]);
    expect(
      renderMessages(
        reply(heading(' '), paragraph([]), paragraph(['']), bullets([]), buttons(), note(['']), verbatim(' \n')),
      ),
    ).toEqual([]);
    expect(renderMessages(reply(menu('Pick', { path: 'lor', args: {} }, 'x', [])))).toEqual([]);
  });

  test('the text of a message is the plain text of the reply', () => {
    const whole = [
      heading('Letters'),
      paragraph(line`For ${strong('you')} by ${day('2027-09-23')} & ${moment('2027-09-23T13:00:00Z', 'UTC')}`),
      numbers([['a'], [link('b', 'https://example.org')]]),
      facts(fact('Due', ['soon']), fact('In', [channel('C0LETTERS1')])),
      entry(['Adams'], [['asked'], ['agreed']], [button('Next', 'lor next'), button('Drop', 'lor drop')]),
      progress(['Asked', 'Agreed'], 1),
      divider(),
      menu('Move to', { path: 'lor move', args: {} }, 'status', [{ value: 'sent', label: 'Sent' }]),
      note(['Source']),
    ];
    expect(unescaped(one(...whole).text)).toBe(toPlainText(reply(...whole)));
  });
});

describe('what is pressed and picked', () => {
  test('comes back as the call, with characters that Slack escapes', () => {
    const call = { path: 'lor done', args: { name: 'Smith & <Jones> 100%|\\' } };
    const [drawn] = objectsIn(one(buttons({ label: 'Done', call, style: 'danger' })).blocks)
      .map(({ node }) => node)
      .filter(({ type }) => type === 'button');
    expect(drawn).toMatchObject({ style: 'danger', text: { type: 'plain_text', text: 'Done', emoji: false } });
    expect(String(drawn?.value)).not.toMatch(/[&<>]/u);
    expect(uncarry('button', String(drawn?.value))).toEqual({ kind: 'button', call });
  });

  test('has ids of its own, also twice the same', () => {
    const pick = menu('Pick', { path: 'lor', args: {} }, 'x', [{ value: 'a', label: 'A' }]);
    const press = buttons(button('A', 'lor'), button('A', 'lor'));
    const ids = idsIn(one(pick, pick, press, press, entry(['x'], [], [button('A', 'lor')])).blocks);
    expect(ids).toHaveLength(7);
    expect(new Set(ids).size).toBe(7);
  });

  test('a button whose call is too long becomes the command to type', () => {
    const room = 2000 - 'b|lor|name|'.length;
    expect(one(buttons(button('Go', 'lor', { name: 'a'.repeat(room) }))).blocks[0]?.type).toBe('actions');
    const { blocks, text } = one(buttons(button('Go', 'lor', { name: 'a'.repeat(room + 1) })));
    expect(blocks.map(({ type }) => type)).toEqual(['rich_text']);
    expect(text).toBe(`Go: /lor name:${'a'.repeat(room + 1)}`);
    expect(one(buttons(button('Go', 'lor', { name: '&'.repeat(room / 3 + 1) }))).blocks[0]?.type).toBe('rich_text');
  });

  test('a choice whose value is too long becomes the command to type', () => {
    const call = { path: 'lor', args: {} };
    const fits = { value: 'a'.repeat(150), label: 'fits' };
    const long = { value: 'b'.repeat(151), label: 'long' };
    const { blocks, text } = one(menu('Pick', call, 'name', [long, fits]));
    expect(blocks.map(({ type }) => type)).toEqual(['actions', 'rich_text']);
    expect(text).toBe(`Pick:\n- fits\nlong: /lor name:${'b'.repeat(151)}`);
    expect(one(menu('Pick', call, 'name', [{ value: '', label: 'none' }])).text).toBe('none: /lor name:""');
  });

  test('a menu whose call is too long becomes commands to type', () => {
    const room = 255 - 16 - 'm|lor|x|name|'.length;
    const choices = [{ value: 'v', label: 'V' }];
    const drawn = one(menu('Pick', { path: 'lor', args: { name: 'a'.repeat(room) } }, 'x', choices));
    expect(drawn.blocks[0]?.type).toBe('actions');
    const typed = one(menu('Pick', { path: 'lor', args: { name: 'a'.repeat(room + 1) } }, 'x', choices));
    expect(typed.text).toBe(`V: /lor name:${'a'.repeat(room + 1)} x:v`);
  });
});

describe('limits', () => {
  const choice = (index: number) => ({ value: `v${index}`, label: `c${index}` });
  const call = { path: 'lor', args: {} };

  test('a heading of 150 is a header, a longer one bold text', () => {
    expect(one(heading('a'.repeat(150))).blocks[0]?.type).toBe('header');
    expect(elementsOf(heading('a'.repeat(151)))).toEqual([
      { type: 'text', text: 'a'.repeat(151), style: { bold: true } },
    ]);
  });

  test('a label of 75 stays, a longer one is shortened visibly', () => {
    expect(shownIn(one(buttons(button('a'.repeat(75), 'lor'))).blocks)).toBe('a'.repeat(75));
    expect(shownIn(one(buttons(button('a'.repeat(76), 'lor'))).blocks)).toBe(`${'a'.repeat(74)}…`);
    expect(shownIn(one(menu('P', call, 'x', [{ value: 'v', label: 'a'.repeat(75) }])).blocks)).toBe(
      `${'a'.repeat(75)}P`,
    );
    expect(shownIn(one(menu('P', call, 'x', [{ value: 'v', label: 'a'.repeat(76) }])).blocks)).toBe(
      `${'a'.repeat(74)}…P`,
    );
  });

  test('a menu’s label of 150 stays, a longer one is shortened visibly', () => {
    expect(shownIn(one(menu('a'.repeat(150), call, 'x', [choice(1)])).blocks)).toBe(`c1${'a'.repeat(150)}`);
    expect(shownIn(one(menu('a'.repeat(151), call, 'x', [choice(1)])).blocks)).toBe(`c1${'a'.repeat(149)}…`);
  });

  test('a row has five buttons', () => {
    const five = Array.from({ length: 5 }, (_, index) => button(`b${index}`, 'lor'));
    expect(one(buttons(...five)).blocks).toHaveLength(1);
    expect(one(buttons(...five, button('b5', 'lor'))).blocks).toHaveLength(2);
  });

  test('a menu has 100 choices, more are in a further one', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => choice(index));
    expect(optionsOf([one(menu('Pick', call, 'x', hundred))])).toHaveLength(1);
    const messages = render(menu('Pick', call, 'x', [...hundred, choice(100)]));
    expect(optionsOf(messages).map((options) => (options as unknown[]).length)).toEqual([100, 1]);
    expect(shownIn(messages)).toContain('Pick (1–100 of 101)');
    expect(shownIn(messages)).toContain('Pick (101–101 of 101)');
  });

  test('a text of 3000 is one block, a longer one two, and the same text', () => {
    expect(one(paragraph(['a'.repeat(3000)])).blocks).toHaveLength(1);
    expect(one(paragraph(['a'.repeat(3001)])).blocks).toHaveLength(2);
    expect(shownIn(one(paragraph(['a'.repeat(3001)])).blocks)).toBe('a'.repeat(3001));
    expect(one(note(['a'.repeat(3000)])).blocks).toHaveLength(1);
    expect(one(note(['a'.repeat(3001)])).blocks).toHaveLength(2);
  });

  test('a long text is never cut inside an emoji', () => {
    const family = '👩‍👩‍👧‍👦';
    const shown = objectsIn(render(paragraph([family.repeat(600)]))).flatMap(({ node }) =>
      node.type === 'text' ? [String(node.text)] : [],
    );
    expect(shown.length).toBeGreaterThan(1);
    for (const piece of shown) expect(piece.replaceAll(family, '')).toBe('');
  });

  test('a message has 50 blocks with the one that counts messages, more are in a further message', () => {
    expect(one(...Array.from({ length: 49 }, divider)).blocks).toHaveLength(49);
    expect(render(...Array.from({ length: 50 }, divider)).map(({ blocks }) => blocks.length)).toEqual([49, 1]);
  });

  test('a message has 4000 characters of text, escaped, 30 of them for the line that counts messages', () => {
    expect(one(paragraph(['a'.repeat(3000)]), paragraph(['b'.repeat(968)])).text).toHaveLength(3970);
    expect(render(paragraph(['a'.repeat(3000)]), paragraph(['b'.repeat(969)]))).toHaveLength(2);
    expect(render(paragraph(['a'.repeat(3000)]), paragraph(['&'.repeat(200)]))).toHaveLength(2);
  });

  test('a message has at most 12,000 characters of blocks', () => {
    const heavy = (length: number) => buttons(button('a', 'lor', { x: 'a'.repeat(length) }));
    const six = Array.from({ length: 6 }, () => heavy(1830));
    const room = 12_000 - 150 - JSON.stringify(one(...six).blocks).length;
    expect(render(...six.slice(1), heavy(1830 + room))).toHaveLength(1);
    expect(render(...six.slice(1), heavy(1830 + room + 1))).toHaveLength(2);
  });

  test('what belongs together stays in one message', () => {
    // 3971 with its buttons, 3962 without.
    const item = entry(['b'.repeat(960)], [], [button('Next', 'lor')]);
    const [first, second] = render(paragraph(['a'.repeat(3000)]), item);
    expect(first?.blocks.map(({ type }) => type)).toEqual(['rich_text']);
    expect(second?.blocks.map(({ type }) => type)).toEqual(['rich_text', 'actions']);
  });

  test('lines of 3000 together are one block, longer ones two', () => {
    const lines = (length: number) => bullets([['a'.repeat(1000)], ['b'.repeat(length)]]);
    const room = 3000 - '- \n- '.length - 1000;
    expect(one(lines(room)).blocks).toHaveLength(1);
    expect(one(lines(room + 1)).blocks).toHaveLength(2);
  });

  test('a numbered list goes on with its numbers', () => {
    const messages = render(numbers(Array.from({ length: 5 }, (_, index) => [`${index}${'a'.repeat(1400)}`])));
    const offsets = objectsIn(messages).flatMap(({ node }) => (node.type === 'rich_text_list' ? [node.offset] : []));
    expect(offsets).toEqual([undefined, 2, 4]);
    expect(messages.map(({ text }) => text).join('\n')).toContain('5. 4aaa');
  });
});

describe('any reply', () => {
  const odd = fc.constantFrom(
    '<!channel>',
    '@everyone',
    '*b*',
    '[a](b)',
    ':smile:',
    '&amp;',
    '<@U1>',
    '\u202e',
    '👩‍👧',
    'é',
    ' ',
    '\n',
    '"',
    '|',
    '\\',
  );
  const short = fc
    .array(fc.oneof(odd, fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 4 })
    .map((parts) => parts.join('').slice(0, 40));
  const long = fc.tuple(short, fc.integer({ min: 1, max: 300 })).map(([part, times]) => part.repeat(times));
  const words = fc.oneof({ weight: 5, arbitrary: short }, long).map((text) => `L${text}`);
  const inline = fc.oneof(
    words,
    words.map(strong),
    words.map(code),
    fc.tuple(words, fc.oneof(fc.webUrl(), short)).map(([text, url]) => link(text, url)),
    fc.oneof(fc.constant('C0LETTERS1'), words).map(channel),
    fc.constant(day('2027-09-23')),
    fc.constant(moment('2027-09-23T13:00:00Z', 'UTC')),
  );
  const content = fc.array(inline, { maxLength: 6 });
  const label = short.map((text) => `L${text}`);
  const press = fc.record({
    label,
    call: fc.record({ path: label, args: fc.dictionary(short, words, { maxKeys: 2 }) }),
  });
  const choice = fc.record({ value: words, label });
  const block: fc.Arbitrary<Block> = fc.oneof(
    words.map(heading),
    content.map(paragraph),
    fc.array(content, { maxLength: 5 }).map(bullets),
    fc.array(content, { maxLength: 5 }).map(numbers),
    fc.array(fc.record({ label: words, value: content }), { maxLength: 4 }).map((list) => facts(...list)),
    fc
      .tuple(content, fc.array(content, { maxLength: 3 }), fc.array(press, { maxLength: 7 }))
      .map((args) => entry(...args)),
    fc.array(press, { maxLength: 7 }).map((list) => buttons(...list)),
    fc
      .tuple(label, press, short, fc.array(choice, { maxLength: 120 }))
      .map(([name, { call }, option, choices]) => menu(name, call, option, choices)),
    content.map(note),
    words.map(verbatim),
    fc.constant(divider()),
    fc.array(words, { minLength: 1, maxLength: 4 }).map((steps) => progress(steps, 1)),
    words.map((alt) => file({ name: 'a.csv', mime: 'text/csv', alt, bytes: new Uint8Array() })),
  );

  test('is within the limits, free of markup, and says everything', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), (blocks) => {
        const messages = renderMessages(reply(...blocks));
        for (const message of messages) expectMessageWithinLimits(message);
        const parts = uncounted(messages);
        const shown = spaceless(shownIn(parts.map((message) => message.blocks)));
        const said = spaceless(unescaped(parts.map(({ text }) => text).join('')));
        for (const leaf of blocks.flatMap(leavesOf)) {
          expect(shown).toContain(spaceless(leaf));
          expect(said).toContain(spaceless(leaf));
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** What people wrote into a block, by hand, so that the renderer cannot forget a place. */
function leavesOf(block: Block): readonly string[] {
  const inLine = (content: readonly unknown[]) =>
    content.flatMap((inline) => {
      if (typeof inline === 'string') return [inline];
      const { text = '', channel: id = '' } = inline as { text?: string; channel?: string };
      return [text, id];
    });
  switch (block.kind) {
    case 'heading':
    case 'verbatim':
      return [block.text];
    case 'paragraph':
    case 'note':
      return inLine(block.line);
    case 'list':
      return block.items.flatMap(inLine);
    case 'facts':
      return block.facts.flatMap(({ label, value }) => [label, ...inLine(value)]);
    case 'entry':
      return [block.title, ...block.details].flatMap(inLine).concat(block.buttons.map(({ label }) => label));
    case 'progress':
      return block.steps.slice(0, 1);
    case 'buttons':
      return block.buttons.map(({ label }) => label);
    case 'menu':
      return block.choices.map(({ label }) => label);
    case 'file':
      return [block.file.alt];
    case 'divider':
      return [];
  }
}
