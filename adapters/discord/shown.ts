import type { Language } from '../../src/core/language.ts';
import { replyWithForm } from '../../src/core/outcome.ts';
import { hasReply, type Outcome } from '../../src/core/ports.ts';
import { type DiscordModal, renderForm } from './modals.ts';
import { type DiscordMessage, renderMessages } from './render.ts';
import { discordWords } from './words.ts';

/** What there is to show of an outcome. */
export interface Shown {
  readonly visibility: 'private' | 'public';
  readonly messages: readonly DiscordMessage[];
  /** The form that says the same and takes the correction, where Discord can draw it. */
  readonly modal: DiscordModal | undefined;
  readonly language: Language | undefined;
}

/** An outcome as messages, with its form; nothing for a repeat, of which nothing is to be said. */
export function showOutcome(outcome: Outcome): Shown | undefined {
  if (!hasReply(outcome)) return undefined;
  // What went wrong is nobody else's concern, whatever the command shows when it goes well.
  const visibility = outcome.kind === 'replied' ? outcome.visibility : 'private';
  const form = 'form' in outcome ? outcome.form : undefined;
  const whole = replyWithForm(outcome, discordWords(outcome.reply.language));
  const messages = renderMessages(whole, visibility);
  return { visibility, messages, modal: form && renderForm(form), language: whole.language };
}
