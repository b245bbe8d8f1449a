import { filesOf, type Reply } from './reply.ts';

/** Has everything drawn that a reply hands over, while others have their turn in between. */
export async function prepareFiles(reply: Reply): Promise<void> {
  for (const file of filesOf(reply)) await file.prepare?.();
}
