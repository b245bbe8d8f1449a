import type { Context } from '../core/command.ts';
import { button, buttons, type Choice } from '../core/reply.ts';
import { findProgram } from '../letters/find.ts';
import type { Program } from '../letters/program.ts';
import { type Pending, requireFound, suggested } from './choose.ts';
import type { LetterPorts } from './choose-letter.ts';

/** The member's program that a text means; which one, is asked when it is not clear. */
export async function requireProgram(
  typed: string,
  { actor, ports }: Pick<Context<LetterPorts>, 'actor' | 'ports'>,
  pending: Pending,
): Promise<Program> {
  const { words } = ports;
  const all = await ports.letters.programs(actor.id);
  const asking = {
    option: 'program',
    label: words.programs.fields.name,
    choices: programChoices,
    several: words.programs.several(typed),
    notFound: words.programs.notFound(typed),
    list: button(words.programs.buttons.list, 'lor program list'),
    nothing:
      all.length === 0
        ? {
            sentence: words.programs.none,
            next: [buttons(button(words.programs.buttons.add, 'lor program add', {}, 'primary'))],
          }
        : undefined,
  };
  return requireFound(findProgram(all, typed), asking, pending);
}

/** The member's programs that fit what is being typed. */
export async function suggestPrograms(
  typed: string,
  { actor, ports }: Context<LetterPorts>,
): Promise<readonly Choice[]> {
  const all = await ports.letters.programs(actor.id);
  return programChoices(suggested(all, typed, (text) => findProgram(all, text)));
}

/** Programs to pick from; the season tells those apart that go by one name. */
function programChoices(programs: readonly Program[]): readonly Choice[] {
  return programs.map(({ id, name, specialty, season }) => {
    const twin = programs.filter((one) => one.name === name).length > 1;
    const more = [specialty, twin ? season : null].filter((part) => part !== null);
    return { value: id, label: more.length === 0 ? name : `${name} (${more.join(', ')})` };
  });
}
