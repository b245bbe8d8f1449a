import { mailRecipient } from './mail-link.ts';
import { assertNever, type Block, type Button, type Inline, type Line, type Reply } from './reply.ts';
import { formatDay, formatMoment } from './time.ts';

/** How the parts that a platform draws in its own way look as text. */
export interface TextStyle {
  /** A piece of plain text, as it is safe to show. */
  text(text: string): string;
  inline(inline: Exclude<Inline, string>): string;
  heading(text: string): string;
  buttons(buttons: readonly Button[]): string;
  menu(menu: Extract<Block, { kind: 'menu' }>): string;
  file(file: Extract<Block, { kind: 'file' }>['file']): string;
  note(text: string): string;
}

/**
 * A plain inline: its words alone, with a link's address behind it; of a mail the address that it
 * goes to, for the whole mail in an address nobody can read.
 */
export function inlineText(inline: Inline): string {
  if (typeof inline === 'string') return inline;
  switch (inline.kind) {
    case 'strong':
    case 'code':
      return inline.text;
    case 'link':
      return linkText(inline.text, mailRecipient(inline.url) ?? inline.url);
    case 'day':
      return formatDay(inline.day, inline.language);
    case 'moment':
      return formatMoment(inline.at, inline.zone, inline.language);
    case 'channel':
      return inline.channel.startsWith('#') ? inline.channel : `#${inline.channel}`;
    case 'person':
      return `@${inline.person}`;
    case 'group':
      return `@${inline.group}`;
    default:
      return assertNever(inline);
  }
}

function linkText(text: string, address: string): string {
  return address === '' || address === text ? text : `${text} (${address})`;
}

export function lineText(content: Line, style: Pick<TextStyle, 'inline' | 'text'> = plainStyle): string {
  return content.map((inline) => (typeof inline === 'string' ? style.text(inline) : style.inline(inline))).join('');
}

const plainStyle: TextStyle = {
  text: (text) => text,
  inline: inlineText,
  heading: (text) => text,
  buttons: (list) => list.map(({ label }) => `[${label}]`).join(' '),
  menu: ({ label, choices }) => [`${label}:`, ...choices.map((choice) => `- ${choice.label}`)].join('\n'),
  file: ({ name, alt }) => `[${name}: ${alt}]`,
  note: (text) => text,
};

/**
 * The whole reply as plain text, nothing left out: what a screen reader says, a notification
 * shows, a test asserts, and a platform falls back to.
 */
export function toPlainText(reply: Reply): string {
  return toText(reply, plainStyle);
}

/** The same in a style of the caller's, blocks apart by a blank line. */
export function toText(reply: Reply, style: TextStyle): string {
  return reply.blocks.map((block) => blockText(block, style)).join('\n\n');
}

function blockText(block: Block, style: TextStyle): string {
  switch (block.kind) {
    case 'heading':
      return style.heading(style.text(block.text));
    case 'paragraph':
      return lineText(block.line, style);
    case 'list':
      return block.items
        .map((item, index) => `${block.style === 'numbers' ? `${index + 1}.` : '-'} ${lineText(item, style)}`)
        .join('\n');
    case 'facts':
      return block.facts.map(({ label, value }) => `${style.text(label)}: ${lineText(value, style)}`).join('\n');
    case 'entry':
      return [
        lineText(block.title, style),
        ...block.details.map((detail) => `  ${lineText(detail, style)}`),
        ...(block.buttons.length > 0 ? [`  ${style.buttons(block.buttons)}`] : []),
      ].join('\n');
    case 'progress':
      return progressText(block);
    case 'note':
      return style.note(lineText(block.line, style));
    case 'verbatim':
      return style.text(block.text);
    case 'divider':
      return '---';
    case 'buttons':
      return style.buttons(block.buttons);
    case 'menu':
      return style.menu(block);
    case 'file':
      return style.file(block.file);
    default:
      return assertNever(block);
  }
}

/** `●●●○○○○ Agreed (3 of 7)`: a bar that a screen reader can leave out, for the words say it all. */
export function progressText({ steps, reached, language }: Omit<Extract<Block, { kind: 'progress' }>, 'kind'>): string {
  const bar = steps.map((_, index) => (index < reached ? '●' : '○')).join('');
  const of = language === 'fr' ? 'sur' : 'of';
  return `${bar} ${steps[reached - 1] ?? steps[0] ?? ''} (${reached} ${of} ${steps.length})`;
}
