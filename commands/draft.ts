import { type Context, defineCommand } from '../src/core/command.ts';
import { UserProblem } from '../src/core/errors.ts';
import { text } from '../src/core/options.ts';
import { button, buttons, heading, note, paragraph, reply } from '../src/core/reply.ts';
import { isOutstanding, ladder, type Stage } from '../src/letters/stages.ts';
import { type LetterPorts, requireLetter, suggestLetters } from '../src/views/choose-letter.ts';
import { purpose } from '../src/views/letter.ts';

export default defineCommand({
  path: 'lor draft',
  summary: 'A friendly reminder to a writer, to copy into a mail',
  examples: ['/lor draft chen'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: false,
  options: { letter: text('Letter, by the name of its writer', { max: 120 }) },
  suggest: { letter: suggestLetters },
  async run({ letter: typed }, context: Context<LetterPorts>) {
    const { words } = context.ports;
    const found = await requireLetter(typed, context, { path: 'lor draft' });
    const { letter, writer } = found;
    const said = words.drafts.nudge;
    const show = button(words.letters.buttons.show, 'lor show', { letter: letter.id });
    if (!isOutstanding(letter.stage))
      throw new UserProblem('not-legal', said.isIn(writer.name), { next: [buttons(show)] });
    if (!hasSaidYes(letter.stage))
      throw new UserProblem('not-legal', said.notYet(writer.name), { next: [buttons(show)] });
    return reply(
      heading(said.title(writer.name)),
      paragraph(said.subject(purpose(found, words))),
      ...said.body(writer.name, letter.due).map(paragraph),
      note(said.gaps),
      note(said.once),
      buttons(show),
    );
  },
});

/** Who has not promised a letter cannot be late with it. */
function hasSaidYes(stage: Stage): boolean {
  const rungs: readonly Stage[] = ladder;
  return rungs.indexOf(stage) >= rungs.indexOf('agreed');
}
