import type { KnownBlock } from '@slack/types';
import type { Language } from '../../src/core/language.ts';
import type { FileContent } from '../../src/core/reply.ts';
import { limits } from './limits.ts';
import { escapedLength } from './wire.ts';
import { slackWords } from './words.ts';

/** A Slack block with what it says as text. */
export interface Drawn {
  readonly block: KnownBlock;
  readonly text: string;
  readonly file?: FileContent;
}

/** The parts of a message; each knows whether it begins a block of the reply. */
export type Parts = readonly (Drawn & { readonly joint: string })[];

/** What the line about parts takes at the most. */
const reserved = { blocks: 1, text: 30, json: 150 } as const;

/**
 * Fills one message after another. What belongs to one block of the reply stays together if it
 * can. Where one message is not enough, each says which part it is and of how many.
 */
export function pack(groups: readonly (readonly Drawn[])[], language?: Language): readonly Parts[] {
  const messages: Parts[] = [];
  let current: Parts = [];
  function flush(): void {
    if (current.length > 0) messages.push(current);
    current = [];
  }
  for (const drawn of groups) {
    const group: Parts = drawn.map((one, index) => ({ ...one, joint: index === 0 ? '\n\n' : '\n' }));
    if (!fits([...current, ...group]) && fits(group)) flush();
    for (const one of group) {
      if (current.length > 0 && !fits([...current, one])) flush();
      current = [...current, one];
    }
  }
  flush();
  return messages.length > 1
    ? messages.map((parts, index) => [...parts, part(slackWords(language).part(index + 1, messages.length))])
    : messages;
}

function part(text: string): Parts[number] {
  return {
    block: { type: 'context', elements: [{ type: 'plain_text', text, emoji: false }] },
    text,
    joint: '\n\n',
  };
}

function fits(parts: Parts): boolean {
  return (
    parts.length <= limits.blocksInMessage - reserved.blocks &&
    escapedLength(joined(parts)) <= limits.messageText - reserved.text &&
    JSON.stringify(parts.map(({ block }) => block)).length <= limits.messageBlocks - reserved.json
  );
}

/** What a message says: blocks of the reply apart by an empty line, as in its plain text. */
export function joined(parts: Parts): string {
  return parts.map(({ joint, text }, index) => (index === 0 ? text : joint + text)).join('');
}
