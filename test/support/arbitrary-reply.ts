import fc from 'fast-check';
import { assertNever, type Block, type Button, type Inline, type Line, type Reply } from '../../src/core/reply.ts';
import type { Day, Instant } from '../../src/core/time.ts';

const anyText = fc.string({ unit: 'grapheme', maxLength: 20 });

const anyInstantDate = fc.date({
  min: new Date('2000-01-01T00:00:00Z'),
  max: new Date('2099-12-31T00:00:00Z'),
  noInvalidDate: true,
});

const anyInline: fc.Arbitrary<Inline> = fc.oneof(
  anyText,
  fc.record({ kind: fc.constantFrom('strong' as const, 'code' as const), text: anyText }),
  fc.record({ kind: fc.constant('link' as const), text: anyText, url: fc.webUrl() }),
  anyInstantDate.map((date): Inline => ({ kind: 'day', day: date.toISOString().slice(0, 10) as Day })),
  fc.record({
    kind: fc.constant('moment' as const),
    at: anyInstantDate.map((date) => date.toISOString() as Instant),
    zone: fc.constantFrom('UTC', 'America/New_York', 'Australia/Lord_Howe'),
  }),
  fc.record({ kind: fc.constant('channel' as const), channel: fc.constantFrom('C024BE91L', '#lor-help') }),
  fc.record({ kind: fc.constant('person' as const), person: fc.constantFrom('U024BE7LH', 'maya') }),
  fc.record({ kind: fc.constant('group' as const), group: fc.constantFrom('S024BE7LH', 'helpers') }),
);

const anyLine: fc.Arbitrary<Line> = fc.array(anyInline, { maxLength: 4 });

const anyCall = fc.record({
  path: fc.constantFrom('lor show', 'lor next'),
  args: fc.dictionary(fc.constantFrom('letter', 'to'), anyText),
});

const anyButton: fc.Arbitrary<Button> = fc.record(
  { label: anyText, call: anyCall, style: fc.constantFrom('primary' as const, 'danger' as const) },
  { requiredKeys: ['label', 'call'] },
);

/** An arbitrary for each kind of block: a new kind does not compile until it has one. */
const blocks: { readonly [Kind in Block['kind']]: fc.Arbitrary<Extract<Block, { kind: Kind }>> } = {
  heading: fc.record({ kind: fc.constant('heading'), text: anyText }),
  paragraph: fc.record({ kind: fc.constant('paragraph'), line: anyLine }),
  list: fc.record({
    kind: fc.constant('list'),
    style: fc.constantFrom('bullets', 'numbers'),
    items: fc.array(anyLine, { maxLength: 4 }),
  }),
  facts: fc.record({
    kind: fc.constant('facts'),
    facts: fc.array(fc.record({ label: anyText, value: anyLine }), { maxLength: 4 }),
  }),
  entry: fc.record({
    kind: fc.constant('entry'),
    title: anyLine,
    details: fc.array(anyLine, { maxLength: 3 }),
    buttons: fc.array(anyButton, { maxLength: 3 }),
  }),
  progress: fc
    .array(anyText, { minLength: 1, maxLength: 7 })
    .chain((steps) =>
      fc.record({ kind: fc.constant('progress'), steps: fc.constant(steps), reached: fc.nat({ max: steps.length }) }),
    ),
  note: fc.record({ kind: fc.constant('note'), line: anyLine }),
  verbatim: fc.record({ kind: fc.constant('verbatim'), text: anyText }),
  divider: fc.record({ kind: fc.constant('divider') }),
  buttons: fc.record({ kind: fc.constant('buttons'), buttons: fc.array(anyButton, { maxLength: 4 }) }),
  menu: fc.record({
    kind: fc.constant('menu'),
    label: anyText,
    call: anyCall,
    option: fc.constant('letter'),
    choices: fc.array(fc.record({ value: anyText, label: anyText }), { maxLength: 4 }),
  }),
  file: fc.record({
    kind: fc.constant('file'),
    file: fc.record({
      name: anyText,
      mime: fc.constantFrom('text/csv', 'image/png'),
      alt: anyText,
      bytes: fc.uint8Array({ maxLength: 4 }),
    }),
  }),
};

/** Any reply that a command could give, of blocks of every kind. */
export const anyReply: fc.Arbitrary<Reply> = fc.record({
  blocks: fc.array(fc.oneof(...Object.values(blocks)), { maxLength: 8 }),
});

/** Every word of a reply that somebody is to read, as it was given. */
export function leavesOf(reply: Reply): readonly string[] {
  return reply.blocks.flatMap(blockLeaves);
}

function blockLeaves(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text];
    case 'paragraph':
    case 'note':
      return lineLeaves(block.line);
    case 'list':
      return block.items.flatMap(lineLeaves);
    case 'facts':
      return block.facts.flatMap(({ label, value }) => [label, ...lineLeaves(value)]);
    case 'entry':
      return [...[block.title, ...block.details].flatMap(lineLeaves), ...block.buttons.map(({ label }) => label)];
    case 'progress':
      return [block.steps[block.reached - 1] ?? '', `${block.reached}`, `${block.steps.length}`];
    case 'verbatim':
      return [block.text];
    case 'divider':
      return [];
    case 'buttons':
      return block.buttons.map(({ label }) => label);
    case 'menu':
      return [block.label, ...block.choices.map(({ label }) => label)];
    case 'file':
      return [block.file.name, block.file.alt];
    default:
      return assertNever(block);
  }
}

function lineLeaves(line: Line): readonly string[] {
  return line.flatMap((inline) => {
    if (typeof inline === 'string') return [inline];
    switch (inline.kind) {
      case 'strong':
      case 'code':
        return [inline.text];
      case 'link':
        return [inline.text, inline.url];
      case 'day':
        return [String(Number(inline.day.slice(8))), inline.day.slice(0, 4)];
      case 'moment':
        return [
          inline.zone === 'UTC' ? inline.at.slice(11, 16) : '',
          inline.zone.split('/').at(-1)?.replace('_', ' ') ?? '',
        ];
      case 'channel':
        return [inline.channel];
      case 'person':
        return [inline.person];
      case 'group':
        return [inline.group];
      default:
        return assertNever(inline);
    }
  });
}
