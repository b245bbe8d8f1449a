import type { Block, Reply } from './reply.ts';

/**
 * The reply with everything made that it hands over, while others have their turn in between. A
 * file that cannot be made keeps no answer back: the text beside it says it all.
 */
export async function prepareFiles(reply: Reply): Promise<Reply> {
  const blocks: Block[] = [];
  for (const block of reply.blocks) if (await isThere(block)) blocks.push(block);
  return blocks.length === reply.blocks.length ? reply : { ...reply, blocks };
}

async function isThere(block: Block): Promise<boolean> {
  if (block.kind !== 'file' || !block.file.prepare) return true;
  return block.file.prepare().then(
    () => true,
    () => false,
  );
}
