import type { KnownBlock } from '@slack/types';
import type { FileContent } from '../../src/core/reply.ts';
import { limits } from './limits.ts';
import { escapedLength } from './wire.ts';

/** A Slack block with what it says as text. */
export interface Drawn {
  readonly block: KnownBlock;
  readonly text: string;
  readonly file?: FileContent;
}

/** The parts of a message; each knows whether it begins a block of the reply. */
export type Parts = readonly (Drawn & { readonly joint: string })[];

/** Fills one message after another. What belongs to one block of the reply stays together if it can. */
export function pack(groups: readonly (readonly Drawn[])[]): readonly Parts[] {
  const messages: Parts[] = [];
  let current: Parts = [];
  function flush(): void {
    if (current.length > 0) messages.push(current);
    current = [];
  }
  for (const drawn of groups) {
    const group: Parts = drawn.map((one, index) => ({ ...one, joint: index === 0 ? '\n\n' : '\n' }));
    if (!fits([...current, ...group]) && fits(group)) flush();
    for (const part of group) {
      if (current.length > 0 && !fits([...current, part])) flush();
      current = [...current, part];
    }
  }
  flush();
  return messages;
}

function fits(parts: Parts): boolean {
  return (
    parts.length <= limits.blocksInMessage &&
    escapedLength(joined(parts)) <= limits.messageText &&
    JSON.stringify(parts.map(({ block }) => block)).length <= limits.messageBlocks
  );
}

/** What a message says: blocks of the reply apart by an empty line, as in its plain text. */
export function joined(parts: Parts): string {
  return parts.map(({ joint, text }, index) => (index === 0 ? text : joint + text)).join('');
}
