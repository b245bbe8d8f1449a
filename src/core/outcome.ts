import { carriedFields } from './form.ts';
import type { Outcome } from './ports.ts';
import { button, buttons, filesOf, type Reply, reply } from './reply.ts';

/**
 * What an outcome says where its form is not open: with a button that opens it, holding all that
 * was understood, but for files. A form opens only as the first response to a person, and never from a form.
 */
export function replyWithForm(
  outcome: Extract<Outcome, { reply: Reply }>,
  words: { readonly correct: string; readonly fillIn: string },
): Reply {
  if (outcome.kind !== 'invalid' || !outcome.form) return outcome.reply;
  const { call, fields } = outcome.form;
  const wrong = fields.some(({ problem }) => problem !== undefined && problem !== '');
  const values = carriedFields(fields).flatMap(({ name, value }) =>
    value === undefined || value === '' ? [] : [[name, value]],
  );
  const args = { ...call.args, ...Object.fromEntries(values) };
  const { blocks } = reply(
    ...outcome.reply.blocks,
    buttons(button(wrong ? words.correct : words.fillIn, call.path, args, 'primary')),
  );
  return { ...outcome.reply, blocks };
}

/**
 * Whether an outcome can take the place of the message whose button led to it. What went wrong is
 * said below that message, which is still worth having, and what has files comes with them.
 */
export function fitsInPlace(outcome: Outcome): boolean {
  if (outcome.kind !== 'replied' || outcome.visibility === 'public' || outcome.form) return false;
  return filesOf(outcome.reply).length === 0;
}
