import type { Language } from './language.ts';
import type { Block, Line, Reply } from './reply.ts';

/**
 * The reply, said to be in a language: its dates are written in it, and adapters add their own
 * words in it. What says a language already keeps it, so a part of a reply can be in another one.
 */
export function inLanguage(reply: Reply, language: Language): Reply {
  if (reply.language !== undefined) return reply;
  return { blocks: reply.blocks.map((block) => blockIn(block, language)), language };
}

/** The same for a single line. */
export function lineIn(content: Line, language: Language): Line {
  return content.map((inline) => {
    if (typeof inline === 'string' || (inline.kind !== 'day' && inline.kind !== 'moment')) return inline;
    return { language, ...inline };
  });
}

function blockIn(block: Block, language: Language): Block {
  const inside = (content: Line) => lineIn(content, language);
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return { ...block, line: inside(block.line) };
    case 'list':
      return { ...block, items: block.items.map(inside) };
    case 'facts':
      return {
        ...block,
        facts: block.facts.map(({ label, value }) => ({ label: beforeColon(label, language), value: inside(value) })),
      };
    case 'entry':
      return { ...block, title: inside(block.title), details: block.details.map(inside) };
    case 'menu':
      return { ...block, label: beforeColon(block.label, language) };
    case 'progress':
      return { language, ...block };
    default:
      return block;
  }
}

/** Adapters write a colon behind a label; French has a space before it, which no line may break. */
function beforeColon(label: string, language: Language): string {
  return language === 'fr' && !label.endsWith('\u00a0') ? `${label}\u00a0` : label;
}
