import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DiscordMessage, renderMessages, withoutFiles } from '../../../adapters/discord/render.ts';
import { decode } from '../../../src/core/call-codec.ts';
import {
  type Block,
  type Button,
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
  type Line,
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
import { anyReply, anyText, leavesOf } from './arbitrary.ts';
import { dense, readable, shown, walk } from './shown.ts';
import { expectAcceptable } from './within-limits.ts';

const hostile =
  '*Dr* <!channel> @everyone <@1> [a](b) # x https://x.y <t:1> :smile: `c` ``d`` ~~e~~ ||f|| __g__ > h\n- i\n1. j\n-# k\n\\ discord.gg/l';

function render(...blocks: readonly Block[]): readonly DiscordMessage[] {
  const messages = renderMessages(reply(...blocks));
  for (const message of messages) expectAcceptable(message);
  return uncounted(messages);
}

/** Messages without the line that counts them, with which each of several must end. */
function uncounted(messages: readonly DiscordMessage[]): readonly DiscordMessage[] {
  if (messages.length < 2) return messages;
  return messages.map((message, index) => {
    const line = `-# Part ${index + 1} of ${messages.length}`;
    expect(message.components.at(-1)).toEqual({ type: 10, content: line });
    return { ...message, components: message.components.slice(0, -1) };
  });
}

/** The markdown of all text displays. */
function markdown(...blocks: readonly Block[]): string[] {
  return walk(render(...blocks).flatMap(({ components }) => components)).flatMap(({ type, content }) =>
    type === 10 ? [String(content)] : [],
  );
}

function inline(content: Line): string {
  return markdown(paragraph(content)).join('¦');
}

function controls(messages: readonly DiscordMessage[]): Record<string, unknown>[] {
  return walk(messages.flatMap(({ components }) => components)).filter(({ custom_id: id }) => id !== undefined);
}

function someButtons(count: number): Button[] {
  return Array.from({ length: count }, (_, index) => button(`Show ${index}`, 'lor show', { letter: `L${index}` }));
}

describe('a message', () => {
  it('pings nobody, is of the second kind of components, and private only when asked', () => {
    const [open] = renderMessages(reply(paragraph(line`Hello`)));
    const [closed] = renderMessages(reply(paragraph(line`Hello`)), 'private');
    expect(open).toEqual({
      flags: 32768,
      components: [{ type: 10, content: 'Hello' }],
      allowed_mentions: { parse: [] },
      files: [],
    });
    expect(closed?.flags).toBe(32768 + 64);
  });

  it('is none when there is nothing to show', () => {
    expect(renderMessages(reply())).toEqual([]);
    expect(renderMessages(reply(paragraph(line``), heading(' '), bullets([]), buttons()))).toEqual([]);
  });
});

describe('text', () => {
  it('is never markup, in whatever leaf it stands', () => {
    for (const inline of [hostile, strong(hostile), link(hostile, 'https://example.org')]) {
      const content = [inline];
      for (const block of [
        paragraph(content),
        note(content),
        bullets([content]),
        facts(fact(hostile, content)),
        entry(content, [content]),
      ]) {
        expect(dense(readable(render(block)))).toContain(dense(hostile));
      }
    }
    expect(dense(readable(render(heading(hostile))))).toContain(dense(hostile));
  });

  it('is drawn by its kind', () => {
    expect(markdown(heading('Letters'))).toEqual(['## Letters']);
    expect(markdown(bullets([line`one`, line`two`]))).toEqual(['- one\n- two']);
    expect(markdown(numbers([line`one`, line`two`]))).toEqual(['1. one\n2. two']);
    expect(markdown(facts(fact('Due', [day('2027-05-03')])))).toEqual(['**Due\\:** Mon 3 May 2027']);
    expect(markdown(note(line`why\nhow`))).toEqual(['-# why\n-# how']);
    expect(markdown(progress(['Planned', 'Asked'], 1))).toEqual(['●○ Planned \\(1 of 2\\)']);
    expect(markdown(entry(line`Dr. A ${code('L1')}`, [line`due soon`]))).toEqual(['**Dr. A **`L1`\ndue soon']);
  });

  it('that is to be copied is in a box, where nothing needs a backslash', () => {
    const mail = 'Dear *Dr.* @everyone,\n\n- a_b `c` ``d``\n# [x](y)';
    expect(markdown(verbatim(mail))).toEqual([`\`\`\`\n${mail}\n\`\`\``]);
    expect(markdown(verbatim(' \n'))).toEqual([]);
  });

  it('that is to be copied never ends its box', () => {
    expect(markdown(verbatim('a ``` @everyone'))).toEqual(['a \\`\\`\\` \\@everyone']);
  });

  it('that is to be copied goes on in a further box where it is longer than a message', () => {
    expect(render(verbatim('a'.repeat(3962)))).toHaveLength(1);
    const messages = render(verbatim('a'.repeat(3963)));
    expect(messages).toHaveLength(2);
    expect(dense(readable(messages))).toBe('a'.repeat(3963));
  });

  it('keeps blocks apart', () => {
    expect(markdown(paragraph(line`one`), paragraph(line`two`))).toEqual(['one', 'two']);
  });
});

describe('inline nodes', () => {
  it.each<[string, Line, string]>([
    ['strong', line`a ${strong('b*c')} d`, 'a **b\\*c** d'],
    ['strong over lines', [strong('b\n\nc')], '**b**\n\n**c**'],
    ['two strong neighbours', [strong('a'), strong('b')], '**ab**'],
    ['two code neighbours', [code('a'), code('b')], '`ab`'],
    ['code', [code('/lor add *x*')], '`/lor add *x*`'],
    ['code with a backtick', [code('a`b')], '``a`b``'],
    ['code between backticks', [code('`a`')], '`` `a` ``'],
    ['code with more backticks', [code('a``b')], 'a\\`\\`b'],
    ['a link', [link('AAMC site', 'https://example.org/a?b=c')], '[AAMC site](<https://example.org/a?b=c>)'],
    ['a link with marks in its words', [link('*a*', 'https://example.org/')], '\\*a\\* (<https://example.org/>)'],
    ['a link whose words look like another', [link('evil.example', 'https://a.b/')], 'evil.example (<https://a.b/>)'],
    ['a link to itself', [link('https://example.org/', 'https://example.org/')], '<https://example.org/>'],
    ['a link that would end early', [link('a', 'https://a.b/(c)>d')], '[a](<https://a.b/%28c%29%3Ed>)'],
    ['a link to a script', [link('a', 'javascript:alert(1)')], 'a \\(javascript\\:alert\\(1\\)\\)'],
    ['a mail', [link('Write to Dr. Chen', 'mailto:chen@b.ca?body=a')], 'Write to Dr. Chen \\(`chen@b.ca`\\)'],
    ['a mail to nobody yet', [link('Write to *Dr.*', 'mailto:?body=a')], 'Write to \\*Dr.\\*'],
    ['a mail that names its address', [link('chen@b.ca', 'mailto:chen@b.ca')], '`chen@b.ca`'],
    ['nothing between neighbours', [strong('a'), link('', 'mailto:?body=a'), strong('b')], '**ab**'],
    ['a mail with marks', [link('Write', 'mailto:a%60b@b.ca')], 'Write \\(``a`b@b.ca``\\)'],
    ['a mail that cannot be read', [link('Write', 'mailto:%E0%A4@b.ca')], 'Write \\(mailto\\:%E0%A4\\@b.ca\\)'],
    ['a moment', [moment('2027-09-23T13:00:00.000Z', 'America/New_York')], '<t:1821704400:F>'],
    ['no moment', [moment('soonTlaterZ', 'Etc/UTC')], 'soonTlaterZ'],
    ['a channel', [channel('345626669114982402')], '<#345626669114982402>'],
    ['no channel', [channel('general> @everyone')], '\\#general\\> \\@everyone'],
  ])('draws %s', (_, content, expected) => {
    expect(inline(content)).toBe(expected);
  });

  it('shows a calendar date the same to every reader', () => {
    expect(inline([day('2027-05-03')])).toBe('Mon 3 May 2027');
  });
});

describe('buttons', () => {
  it('carry their calls', () => {
    const [row] =
      render(buttons(button('Delete', 'lor delete', { letter: 'a|b' }, 'danger'), button('Next', 'lor next')))[0]
        ?.components ?? [];
    expect(row).toMatchObject({
      type: 1,
      components: [
        { type: 2, style: 4, label: 'Delete' },
        { type: 2, style: 2, label: 'Next' },
      ],
    });
    const [remove] = controls(render(buttons(button('Delete', 'lor delete', { letter: 'a|b' }, 'danger'))));
    expect(decode(String(remove?.custom_id))).toEqual({
      kind: 'button',
      call: { path: 'lor delete', args: { letter: 'a|b' } },
    });
  });

  it('stand five in a row, and the sixth in the next', () => {
    const rows = (count: number) => render(buttons(...someButtons(count)))[0]?.components.length;
    expect([rows(5), rows(6)]).toEqual([1, 2]);
  });

  it('that are alike are told apart and still mean the same', () => {
    const found = controls(render(...Array.from({ length: 12 }, () => buttons(button('Next', 'lor next')))));
    expect(found).toHaveLength(12);
    for (const { custom_id: id } of found) {
      expect(decode(String(id))).toEqual({ kind: 'button', call: { path: 'lor next', args: {} } });
    }
  });

  it('become a command to type when their call is longer than an id', () => {
    const longest = 'x'.repeat(100 - 'b|lor show|letter|'.length);
    const fits = render(buttons(button('Show', 'lor show', { letter: longest })));
    const shorter = { path: 'lor show', args: {} };
    const short = render(buttons({ ...button('Show', 'lor show', { letter: `${longest}x` }), shorter }));
    expect(controls(short)).toMatchObject([{ custom_id: 'b|lor show' }]);
    const typed = render(buttons(button('Show', 'lor show', { letter: `${longest}x` })));
    expect(controls(fits)).toHaveLength(1);
    expect(controls(typed)).toHaveLength(0);
    expect(readable(typed)).toBe(`Show: /lor show letter:${longest}x`);
  });

  it('have labels that are shortened where one sees it', () => {
    const label = (length: number) => controls(render(buttons(button('a'.repeat(length), 'lor next'))))[0]?.label;
    expect(label(80)).toBe('a'.repeat(80));
    expect(label(81)).toBe(`${'a'.repeat(79)}…`);
    expect(controls(render(buttons(button(' ', 'lor next'))))[0]?.label).toBe('/lor next');
  });
});

describe('an entry', () => {
  it('has its only button beside it, several below', () => {
    const [one] = render(entry(line`Dr. A`, [line`due`], someButtons(1)))[0]?.components ?? [];
    expect(one).toMatchObject({
      type: 9,
      components: [{ type: 10, content: '**Dr. A**\ndue' }],
      accessory: { type: 2 },
    });
    const two = render(entry(line`Dr. A`, [], someButtons(2)))[0]?.components ?? [];
    expect(two.map(({ type }) => type)).toEqual([10, 1]);
  });

  it('stays in one message with its buttons', () => {
    const messages = render(
      ...Array.from({ length: 14 }, (_, index) =>
        entry(line`Dr. ${index}`, [], [button('Show', 'lor show', { n: `${index}` })]),
      ),
    );
    expect(messages.map(({ components }) => components.length)).toEqual([13, 1]);
  });

  it('that is longer than a message keeps all its text and its button', () => {
    const messages = render(entry(['a'.repeat(5000)], [], someButtons(1)));
    expect(readable(messages).replace(/[^a]/gu, '')).toHaveLength(5000);
    expect(controls(messages)).toHaveLength(1);
  });
});

describe('a menu', () => {
  const choices = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ value: `L${index}`, label: `Letter ${index}` }));
  const letters = (count: number) => menu('Which letter?', { path: 'lor show', args: {} }, 'letter', choices(count));

  it('is a select that carries its call', () => {
    const [select] = controls(render(letters(2)));
    expect(select).toMatchObject({
      type: 3,
      placeholder: 'Which letter?',
      options: [{ value: 'L0', label: 'Letter 0' }, { value: 'L1' }],
    });
    expect(decode(String(select?.custom_id))).toEqual({
      kind: 'menu',
      call: { path: 'lor show', args: {} },
      option: 'letter',
    });
  });

  it('goes on in a second select at the twenty-sixth choice', () => {
    expect(controls(render(letters(25)))).toHaveLength(1);
    const [first, second] = controls(render(letters(26)));
    expect(first).toMatchObject({ placeholder: 'Which letter? (1–25 of 26)' });
    expect(second).toMatchObject({ placeholder: 'Which letter? (26–26 of 26)', options: [{ value: 'L25' }] });
    expect(decode(String(second?.custom_id))).toEqual(decode(String(first?.custom_id)));
  });

  it('says what to type for a value that a select does not take', () => {
    const long = 'v'.repeat(101);
    const messages = render(
      menu('Pick', { path: 'lor show', args: {} }, 'letter', [
        { value: long.slice(1), label: 'fits' },
        { value: long, label: 'long' },
        { value: long.slice(1), label: 'again' },
        { value: '', label: 'empty' },
      ]),
    );
    expect(controls(messages)).toMatchObject([{ options: [{ label: 'fits' }] }]);
    const text = readable(messages);
    expect(text).toContain(`long: /lor show letter:${long}`);
    expect(text).toContain(`again: /lor show letter:${long.slice(1)}`);
    expect(text).toContain('empty: /lor show letter:""');
  });

  it('says what to type when its call is longer than an id', () => {
    const messages = render(menu('Pick', { path: 'lor show', args: { a: 'x'.repeat(100) } }, 'letter', choices(1)));
    expect(controls(messages)).toEqual([]);
    expect(readable(messages)).toBe(`Pick\nLetter 0: /lor show a:${'x'.repeat(100)} letter:L0`);
  });

  it('shows a label above when it is too long to stand in the select', () => {
    const label = (length: number) =>
      render(menu('l'.repeat(length), { path: 'lor show', args: {} }, 'letter', choices(1)));
    expect(label(150)[0]?.components).toHaveLength(1);
    expect(readable(label(151))).toContain('l'.repeat(151));
    const [select] = controls(
      render(menu('Pick', { path: 'lor show', args: {} }, 'x', [{ value: 'v', label: 'c'.repeat(101) }])),
    );
    expect(select).toMatchObject({ options: [{ label: `${'c'.repeat(99)}…` }] });
  });
});

describe('files', () => {
  const bytes = new Uint8Array([1, 2]);

  it('are shown when they are pictures and named otherwise', () => {
    const [message] = render(
      file({ name: 'plan.png', mime: 'image/png', alt: 'A bar', bytes }),
      file({ name: 'my list.csv', mime: 'text/csv', alt: 'All', bytes }),
    );
    expect(message?.components).toEqual([
      { type: 12, items: [{ media: { url: 'attachment://plan.png' }, description: 'A bar' }] },
      { type: 10, content: '`my list.csv`' },
      { type: 13, file: { url: 'attachment://my_list.csv' } },
      { type: 10, content: '-# All' },
    ]);
    expect(message?.files).toEqual([
      { name: 'plan.png', contentType: 'image/png', description: 'A bar', data: bytes },
      { name: 'my_list.csv', contentType: 'text/csv', description: 'All', data: bytes },
    ]);
  });

  it('are ten in a message, and have names of their own', () => {
    const many = (count: number) =>
      render(...Array.from({ length: count }, () => file({ name: 'a.csv', mime: 'text/csv', alt: '', bytes })));
    expect(many(10).map(({ files }) => files.length)).toEqual([10]);
    expect(many(11).map(({ files }) => files.length)).toEqual([10, 1]);
    expect(new Set(many(11).flatMap(({ files }) => files.map(({ name }) => name))).size).toBe(11);
  });

  it('are as many in a message as a request may weigh', () => {
    const heavy = (megabytes: number) =>
      file({ name: 'a.csv', mime: 'text/csv', alt: '', bytes: new Uint8Array(megabytes * 1024 * 1024) });
    expect(render(heavy(8), heavy(8), heavy(8)).map(({ files }) => files.length)).toEqual([3]);
    expect(render(heavy(8), heavy(8), heavy(9)).map(({ files }) => files.length)).toEqual([2, 1]);
  });

  it('that are larger than Discord takes are named and left out', () => {
    const of = (length: number) =>
      render(file({ name: 'all.csv', mime: 'text/csv', alt: 'Everything', bytes: new Uint8Array(length) }));
    expect(of(10 * 1024 * 1024)[0]?.files).toHaveLength(1);
    const [message] = of(10 * 1024 * 1024 + 1);
    expect(message?.files).toEqual([]);
    expect(readable(message ? [message] : [])).toBe('all.csv is too large for Discord and was not sent.\nEverything');
  });

  it('can be left out of a full message, which then says so and is no fuller than Discord takes', () => {
    const picture = file({ name: 'a.png', mime: 'image/png', alt: 'A board', bytes });
    const full = [paragraph(['a'.repeat(3_900)]), ...Array.from({ length: 80 }, () => divider()), picture];
    for (const message of render(...full).filter(({ files }) => files.length > 0)) {
      for (const language of ['en', 'fr'] as const) {
        const without = withoutFiles(message, language);
        expectAcceptable(without);
        expect(readable([without])).toContain(language === 'en' ? 'It was not sent.' : 'Il n’a pas été envoyé.');
        expect(readable([without])).not.toContain('A board');
      }
    }
    const [short] = render(paragraph(['a'.repeat(3_849)]), picture);
    expect(short?.files).toHaveLength(1);
    expectAcceptable(withoutFiles(short as DiscordMessage, 'fr'));
    expect(render(paragraph(['a'.repeat(3_851)]), picture)).toHaveLength(2);
  });

  it('tell all of a long description', () => {
    const alt = (length: number) => render(file({ name: 'a.png', mime: 'image/png', alt: 'a'.repeat(length), bytes }));
    expect(alt(1024)[0]?.components).toHaveLength(1);
    expect(markdown(...[file({ name: 'a.png', mime: 'image/png', alt: 'a'.repeat(1025), bytes })])).toEqual([
      `-# ${'a'.repeat(1025)}`,
    ]);
  });
});

describe('a long reply', () => {
  it('goes on in a further message at the fortieth component, which is left to the line that counts', () => {
    const rules = (count: number) => render(...Array.from({ length: count }, () => divider()));
    expect(rules(39).map(({ components }) => components.length)).toEqual([39]);
    expect(rules(40).map(({ components }) => components.length)).toEqual([39, 1]);
  });

  it('goes on in a further message where 30 of the 4000 characters are left, for the line that counts', () => {
    expect(render(paragraph(['a'.repeat(3970)]))).toHaveLength(1);
    expect(render(paragraph(['a'.repeat(3971)]))).toHaveLength(2);
    expect(render(paragraph(['a'.repeat(2000)]), paragraph(['b'.repeat(1970)]))).toHaveLength(1);
    expect(render(paragraph(['a'.repeat(2000)]), paragraph(['b'.repeat(1971)]))).toHaveLength(2);
    expect(render(bullets([['a'.repeat(1998)], ['b'.repeat(1967)]]))).toHaveLength(1);
    expect(render(bullets([['a'.repeat(1998)], ['b'.repeat(1969)]]))).toHaveLength(2);
  });

  it('is never cut inside an escape, a node or a grapheme', () => {
    for (const text of ['*'.repeat(9000), '👩‍👩‍👧‍👦'.repeat(900), 'e\u0301'.repeat(5000)]) {
      const pieces = markdown(paragraph([text]), paragraph([strong(text)]));
      expect(pieces.length).toBeGreaterThan(2);
      expect(pieces.map(shown).join('')).toBe(text + text);
      for (const piece of pieces) expect(piece).not.toMatch(/^[\u0301\u200d]|\u200d$/u);
    }
  });

  it('keeps within the limits and shows every text, whatever it holds', () => {
    fc.assert(
      fc.property(anyReply, (any) => {
        const messages = renderMessages(any);
        for (const message of messages) expectAcceptable(message);
        const seen = dense(readable(uncounted(messages)));
        for (const leaf of leavesOf(any)) expect(seen).toContain(dense(leaf));
        for (const { custom_id: id } of controls(messages)) expect(decode(String(id))?.call.path).toMatch(/^lor /u);
      }),
      // Making a long counterexample smaller can take minutes; any that was found is told then.
      { numRuns: 150, interruptAfterTimeLimit: 20_000 },
    );
  });

  it('is read as it was written in every inline leaf', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (first, second, third) => {
        const content: Line = [first, strong(second), code(third), first, code(first), strong(third), second];
        const expected = first + second + third + first + first + third + second;
        expect(dense(readable(uncounted(renderMessages(reply(paragraph(content))))))).toBe(dense(expected));
      }),
      { numRuns: 300 },
    );
  });
});

describe('a message that calls a group', () => {
  const id = '345626669114982402';
  const post = reply(paragraph(line`For ${group(id)}, from ${person('345626669114982403')}, @everyone`));

  it('pings that role and nobody else', () => {
    const [message] = renderMessages({ ...post, calls: id });
    expect(message?.allowed_mentions).toEqual({ parse: [], roles: [id] });
    expect(markdown(...post.blocks)[0]).toContain(`<@&${id}>`);
  });

  it('pings nobody where the reply does not say so, or where the group is a mere name', () => {
    expect(renderMessages(post)[0]?.allowed_mentions).toEqual({ parse: [] });
    expect(renderMessages({ ...post, calls: 'helpers' })[0]?.allowed_mentions).toEqual({ parse: [] });
    expect(renderMessages({ ...post, calls: 'everyone' })[0]?.allowed_mentions).toEqual({ parse: [] });
  });
});
