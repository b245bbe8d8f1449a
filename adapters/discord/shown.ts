import type { Form } from '../../src/core/form.ts';
import type { Call } from '../../src/core/invocation.ts';
import type { Language } from '../../src/core/language.ts';
import { hasReply, type Outcome } from '../../src/core/ports.ts';
import { button, buttons, type Reply, reply } from '../../src/core/reply.ts';
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
  const whole = outcome.kind === 'invalid' && form ? withFormButton(outcome.reply, form) : outcome.reply;
  const messages = renderMessages(whole, visibility);
  return { visibility, messages, modal: form && renderForm(form), language: whole.language };
}

/**
 * A form can open only as the first response, and never from a form: elsewhere there is a button
 * that opens it with all that was understood.
 */
function withFormButton(said: Reply, form: Form): Reply {
  const wrong = form.fields.some(({ problem }) => problem !== undefined && problem !== '');
  const words = discordWords(said.language);
  const { blocks } = reply(
    ...said.blocks,
    buttons(button(wrong ? words.correct : words.fillIn, ...partsOf(form), 'primary')),
  );
  return { ...said, blocks };
}

function partsOf({ call, fields }: Form): [Call['path'], Call['args']] {
  const values = fields.flatMap(({ name, value }) => (value === undefined || value === '' ? [] : [[name, value]]));
  return [call.path, { ...call.args, ...Object.fromEntries(values) }];
}
