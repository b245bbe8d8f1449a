import type { Context } from '../core/command.ts';
import { button, buttons, type Choice } from '../core/reply.ts';
import { findWriter } from '../letters/find.ts';
import type { Writer } from '../letters/letter.ts';
import { type Pending, requireFound, suggested } from './choose.ts';
import type { LetterPorts } from './choose-letter.ts';

/** The member's writer that a text means; which one, is asked when it is not clear. */
export async function requireWriter(
  typed: string,
  { actor, ports }: Pick<Context<LetterPorts>, 'actor' | 'ports'>,
  pending: Pending,
): Promise<Writer> {
  const { words } = ports;
  const all = await ports.letters.writers(actor.id);
  const asking = {
    option: 'writer',
    label: words.letters.fields.writer,
    choices: writerChoices,
    several: words.writers.several(typed),
    notFound: words.writers.notFound(typed),
    list: button(words.writers.buttons.list, 'lor writer list'),
    nothing:
      all.length === 0
        ? {
            sentence: words.writers.none,
            next: [buttons(button(words.writers.buttons.addWriter, 'lor writer add', {}, 'primary'))],
          }
        : undefined,
  };
  return requireFound(findWriter(all, typed), asking, pending);
}

/** The member's writers that fit what is being typed. */
export async function suggestWriters(
  typed: string,
  { actor, ports }: Context<LetterPorts>,
): Promise<readonly Choice[]> {
  const all = await ports.letters.writers(actor.id);
  return writerChoices(suggested(all, typed, (text) => findWriter(all, text)));
}

function writerChoices(writers: readonly Writer[]): readonly Choice[] {
  return writers.map(({ id, name, met }) => ({ value: id, label: met === null ? name : `${name} (${met})` }));
}
