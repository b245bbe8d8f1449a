import type { Context } from '../core/command.ts';
import { button, buttons, type Choice } from '../core/reply.ts';
import { findLetter } from '../letters/find.ts';
import type { LetterWithWriter } from '../letters/letter.ts';
import type { LetterStore } from '../letters/letter-store.ts';
import type { Words } from '../words/words.ts';
import { type Pending, requireFound, suggested } from './choose.ts';
import { letterLabels } from './letter.ts';

export interface LetterPorts {
  readonly letters: LetterStore;
  readonly words: Words;
}

/** The member's letter that a text means; which one, is asked when it is not clear. */
export async function requireLetter(
  typed: string,
  context: Pick<Context<LetterPorts>, 'actor' | 'ports'>,
  pending: Pending,
): Promise<LetterWithWriter> {
  const { letters, words } = context.ports;
  const all = await letters.list(context.actor.id);
  const asking = {
    option: 'letter',
    label: words.letters.fields.writer,
    choices: (some: readonly LetterWithWriter[]) => letterChoices(some, words),
    several: words.letters.several(typed),
    notFound: words.letters.notFound(typed),
    list: button(words.letters.buttons.list, 'lor list'),
    nothing:
      all.length === 0
        ? {
            sentence: words.letters.noLetters,
            next: [buttons(button(words.letters.buttons.add, 'lor add', {}, 'primary'))],
          }
        : undefined,
  };
  return requireFound(findLetter(all, typed), asking, pending);
}

/** Whether a letter of the member goes by a text, or several do. */
export async function fitsLetter(typed: string, { actor, ports }: Context<LetterPorts>): Promise<boolean> {
  return findLetter(await ports.letters.list(actor.id), typed).kind !== 'none';
}

/** The member's letters that fit what is being typed. */
export async function suggestLetters(
  typed: string,
  { actor, ports }: Context<LetterPorts>,
): Promise<readonly Choice[]> {
  const all = await ports.letters.list(actor.id);
  return letterChoices(
    suggested(all, typed, (text) => findLetter(all, text)),
    ports.words,
  );
}

/** Letters to pick from, told apart by what they are for. */
export function letterChoices(letters: readonly LetterWithWriter[], words: Words): readonly Choice[] {
  const labels = letterLabels(letters, words);
  return letters.map((one, index) => ({ value: one.letter.id, label: labels[index] ?? one.writer.name }));
}
