import fc from 'fast-check';
import type { Block, Inline, Reply } from '../../../src/core/reply.ts';

/** Text with many of the marks that Discord reads, and with anything else. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom('*', '_', '~~', '||', '`', '``', '# ', '-# ', '> ', '- ', '1. ', '\n', '\\', '@everyone', '<@1>'),
      fc.constantFrom(
        '[a](b)',
        'https://x.y',
        '<t:1>',
        ':smile:',
        '<#123456789012345678>',
        ' ',
        '\n12.',
        '+ ',
        '</a:1>',
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

/** The same, now and then longer than a message. */
const longText = fc.oneof(
  { weight: 9, arbitrary: anyText },
  { weight: 1, arbitrary: anyText.map((text) => text.repeat(200)) },
);

const anyInline: fc.Arbitrary<Inline> = fc.oneof(
  longText,
  longText.map((text): Inline => ({ kind: 'strong', text })),
  longText.map((text): Inline => ({ kind: 'code', text })),
  fc.record({
    kind: fc.constant('link' as const),
    text: anyText,
    url: fc.constantFrom('https://example.org/a', 'javascript:x', 'mailto:?body=x', 'mailto:a@example.org?body=x'),
  }),
  fc.constant<Inline>({ kind: 'day', day: '2027-05-03' }),
  fc.constant<Inline>({ kind: 'channel', channel: '123456789012345678' }),
  fc.constant<Inline>({ kind: 'person', person: '123456789012345678' }),
  fc.constant<Inline>({ kind: 'group', group: '123456789012345678' }),
);

const anyLine = fc.array(anyInline, { maxLength: 5 });

/** Short enough to stand whole on a button, in a menu and in an id. */
const shortText = anyText.map((text) => [...text.trim()].slice(0, 20).join('').trim() || 'x');

const anyButton = fc.record({
  label: shortText,
  call: fc.record({
    path: fc.constantFrom('lor show', 'lor next'),
    args: fc.dictionary(fc.constantFrom('a', 'b'), longText),
  }),
});

const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  longText.map((text): Block => ({ kind: 'heading', text })),
  anyLine.map((line): Block => ({ kind: 'paragraph', line })),
  fc.record({
    kind: fc.constant('list' as const),
    style: fc.constantFrom('bullets' as const, 'numbers' as const),
    items: fc.array(anyLine, { maxLength: 8 }),
  }),
  fc.record({
    kind: fc.constant('facts' as const),
    facts: fc.array(fc.record({ label: shortText, value: anyLine }), { maxLength: 6 }),
  }),
  fc.record({
    kind: fc.constant('entry' as const),
    title: anyLine,
    details: fc.array(anyLine, { maxLength: 3 }),
    buttons: fc.array(anyButton, { maxLength: 7 }),
  }),
  fc.constant<Block>({ kind: 'progress', steps: ['Planned', 'Asked', 'Agreed'], reached: 2 }),
  anyLine.map((line): Block => ({ kind: 'note', line })),
  longText.map((text): Block => ({ kind: 'verbatim', text })),
  fc.constant<Block>({ kind: 'divider' }),
  fc.array(anyButton, { maxLength: 12 }).map((buttons): Block => ({ kind: 'buttons', buttons })),
  fc.record({
    kind: fc.constant('menu' as const),
    label: shortText,
    call: fc.constant({ path: 'lor show', args: {} }),
    option: fc.constant('letter'),
    choices: fc.array(fc.record({ value: longText, label: shortText }), { maxLength: 60 }),
  }),
  fc
    .record({ name: shortText, mime: fc.constantFrom('image/png', 'text/csv'), alt: shortText })
    .map((file): Block => ({ kind: 'file', file: { ...file, bytes: new Uint8Array() } })),
);

export const anyReply: fc.Arbitrary<Reply> = fc.record({ blocks: fc.array(anyBlock, { maxLength: 20 }) });

/** Every text that a reply shows, in no particular order. */
export function leavesOf(reply: Reply): string[] {
  return reply.blocks.flatMap(blockLeaves);
}

function blockLeaves(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
    case 'verbatim':
      return [block.text];
    case 'paragraph':
    case 'note':
      return block.line.map(inlineLeaf);
    case 'list':
      return block.items.flat().map(inlineLeaf);
    case 'facts':
      return block.facts.flatMap(({ label, value }) => [`${label}:`, ...value.map(inlineLeaf)]);
    case 'entry':
      return [...[block.title, ...block.details].flat().map(inlineLeaf), ...block.buttons.map(({ label }) => label)];
    case 'progress':
      return [block.steps[block.reached - 1] ?? ''];
    case 'divider':
      return [];
    case 'buttons':
      return block.buttons.map(({ label }) => label);
    case 'menu':
      return [block.label, ...block.choices.map(({ label }) => label)];
    case 'file':
      return [block.file.alt];
  }
}

function inlineLeaf(inline: Inline): string {
  if (typeof inline === 'string') return inline;
  if (inline.kind === 'day') return 'Mon 3 May 2027';
  if (inline.kind === 'channel') return '#123456789012345678';
  if (inline.kind === 'person') return '@123456789012345678';
  if (inline.kind === 'group') return '@&123456789012345678';
  return inline.kind === 'moment' ? '' : inline.text;
}
