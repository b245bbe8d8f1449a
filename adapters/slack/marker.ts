import { createHash } from 'node:crypto';
import type { KnownBlock } from '@slack/types';
import type { SlackMessage } from './render.ts';

/** A message as the Web API takes it, with the key in the id of its first block. */
export function messageBody(message: SlackMessage, marker?: string) {
  const { text, blocks, unfurl_links, unfurl_media } = message;
  const marked: KnownBlock[] = blocks.map((block, index) =>
    index === 0 && marker !== undefined ? { ...block, block_id: marker } : block,
  );
  return { text, blocks: marked, unfurl_links, unfurl_media };
}

/** The key itself names people and letters, and any app in the channel can read a block's id. */
export function markerOf(key: string, part: number, of: number): string {
  return `lorbot.${hash(key)}.${part}.${of}`;
}

export function readMarker(key: string, blockId: string | undefined): { part: number; of: number } | undefined {
  const [name, hashed, part, of] = blockId?.split('.') ?? [];
  if (name !== 'lorbot' || hashed !== hash(key)) return undefined;
  return { part: Number(part), of: Number(of) };
}

function hash(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 32);
}
