import { type Context, defineCommand } from '../../src/core/command.ts';
import { UserProblem } from '../../src/core/errors.ts';
import { clearable, date, text } from '../../src/core/options.ts';
import { button, buttons } from '../../src/core/reply.ts';
import type { Day } from '../../src/core/time.ts';
import type { Program } from '../../src/letters/program.ts';
import type { LetterPorts } from '../../src/views/choose-letter.ts';
import { requireProgram, suggestPrograms } from '../../src/views/choose-program.ts';
import { notAppliedButton, programReply } from '../../src/views/program.ts';
import type { Words } from '../../src/words/words.ts';
import { type ApplyPorts, applyChange } from '../shared/apply.ts';

export default defineCommand({
  path: 'lor program applied',
  summary: 'Note that you applied; its letters are locked from then on',
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
  async run(args, context: Context<LetterPorts & ApplyPorts>) {
    const { actor, today, ports } = context;
    const { letters, words } = ports;
    const before = await requireProgram(args.program, context, { path: 'lor program applied', args });
    refuseNeedless(before, args.on, words);
    const applied = args.on === undefined ? today : args.on;
    if (applied !== null && applied > today)
      throw new UserProblem('bad-value', words.letters.inTheFuture(applied), { option: 'on' });
    const after = { ...before, applied };
    const change = await applyChange(context, 'lor program applied', [{ kind: 'program', before, after }]);
    const first =
      applied === null ? words.programs.unapplied(before.name) : words.programs.applied(before.name, applied);
    return programReply(after, await letters.list(actor.id), words, { first, change });
  },
});

/** Noted already, or taken away where nothing stands. */
function refuseNeedless({ id, name, applied }: Program, on: Day | null | undefined, words: Words): void {
  const show = button(words.programs.buttons.show, 'lor program show', { program: id });
  if (on === null && applied === null)
    throw new UserProblem('nothing-to-do', words.programs.notApplied(name), { next: [buttons(show)] });
  if (on === null || applied === null) return;
  const next = [buttons(show, notAppliedButton(id, words))];
  throw new UserProblem('not-legal', words.programs.appliedAlready(name, applied), { next });
}
