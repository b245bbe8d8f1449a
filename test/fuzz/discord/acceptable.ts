import type { DiscordModal } from '../../../adapters/discord/modals.ts';
import type { DiscordMessage } from '../../../adapters/discord/render.ts';
import { expectAcceptable, expectModalWithinLimits } from '../../adapters/discord/within-limits.ts';
import { messageIn, modalIn, type Sent } from './attack.ts';

/** Discord takes what this sends. Throws where it would not. */
export function expectSentAcceptable(sent: Sent): void {
  const modal = modalIn(sent);
  if (modal) expectModalWithinLimits(modal as unknown as DiscordModal);
  const message = messageIn(sent);
  if (message) expectAcceptable(asDrawn(message));
}

/** The message as it was before it became a request: its files are described among its attachments. */
function asDrawn(message: Readonly<Record<string, unknown>>): DiscordMessage {
  const { attachments = [] } = message as { readonly attachments?: readonly Attachment[] };
  const files = attachments.map(({ filename: name, description = '' }) => ({ name, description }));
  return { ...message, files } as unknown as DiscordMessage;
}

interface Attachment {
  readonly filename: string;
  readonly description?: string;
}
