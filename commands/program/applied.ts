import { type Context, defineCommand } from '../../src/core/command.ts';
import { UserProblem } from '../../src/core/errors.ts';
import { clearable, date, text } from '../../src/core/options.ts';
import { type Button, button, buttons, type Reply } from '../../src/core/reply.ts';
import { type ApplyWarning, markApplied } from '../../src/letters/assignment.ts';
import type { LetterWithWriter } from '../../src/letters/letter.ts';
import type { Program } from '../../src/letters/program.ts';
import { requireProgram, suggestPrograms } from '../../src/views/choose-program.ts';
import type { PagePorts } from '../../src/views/letter-page.ts';
import { notAppliedButton, programReply } from '../../src/views/program.ts';
import type { Words } from '../../src/words/words.ts';
import { type ApplyPorts, applyChange } from '../shared/apply.ts';

export default defineCommand({
  path: 'lor program applied',
  summary: 'Note that you applied to a program',
  examples: [
    '/lor program applied mercy',
    '/lor program applied mercy on:yesterday',
    '/lor program applied mercy on:none',
  ],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  options: {
    program: text('Program, by name', { max: 160 }),
    on: clearable(date('The day, today if left out', 'past')),
  },
  suggest: { program: suggestPrograms },
  async run(args, context: Context<PagePorts & ApplyPorts>) {
    const { actor, today, ports } = context;
    const { letters, packs, words } = ports;
    const before = await requireProgram(args.program, context, { path: 'lor program applied', args });
    const all = await letters.list(actor.id);
    if (args.on === null) return unmark(before, all, context);
    const on = args.on ?? today;
    const own = all.map(({ letter }) => letter);
    const outcome = markApplied(before, on, own, { packs, today });
    const said = words.assignments;
    if (outcome.kind === 'refused') {
      const sentence = said.notApplied(outcome.refusal, before.name);
      if (outcome.refusal.code === 'in-the-future') throw new UserProblem('bad-value', sentence, { option: 'on' });
      const next = [buttons(showButton(before, words), notAppliedButton(before.id, words))];
      throw new UserProblem('not-legal', sentence, { next });
    }
    const after = outcome.program;
    const change = await applyChange(context, 'lor program applied', [{ kind: 'program', before, after }]);
    return programReply(after, all, words, {
      first: words.programs.applied(before.name, on),
      warnings: outcome.warnings.map((warning) => said.applied(warning, before.name, namesOf(warning, all))),
      change,
    });
  },
});

/** A mark that was set by mistake goes, however long ago that was. */
async function unmark(
  before: Program,
  all: readonly LetterWithWriter[],
  context: Context<PagePorts & ApplyPorts>,
): Promise<Reply> {
  const { words } = context.ports;
  if (before.applied === null) {
    const next = [buttons(showButton(before, words))];
    throw new UserProblem('nothing-to-do', words.programs.notApplied(before.name), { next });
  }
  const after = { ...before, applied: null };
  const change = await applyChange(context, 'lor program applied', [{ kind: 'program', before, after }]);
  return programReply(after, all, words, { first: words.programs.unapplied(before.name), change });
}

function showButton({ id }: Program, words: Words): Button {
  return button(words.programs.buttons.show, 'lor program show', { program: id });
}

/** The writers of the letters that a warning is about. */
function namesOf(warning: ApplyWarning, all: readonly LetterWithWriter[]): readonly string[] {
  const ids = 'letters' in warning ? warning.letters : [];
  return all.filter(({ letter }) => ids.includes(letter.id)).map(({ writer }) => writer.name);
}
