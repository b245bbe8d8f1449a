import { type Context, defineCommand } from '../../src/core/command.ts';
import { UserProblem } from '../../src/core/errors.ts';
import { date, optional, text } from '../../src/core/options.ts';
import type { LetterPorts } from '../../src/views/choose-letter.ts';
import { requireProgram, suggestPrograms } from '../../src/views/choose-program.ts';
import { programReply } from '../../src/views/program.ts';
import { type ApplyPorts, applyChange } from '../shared/apply.ts';

export default defineCommand({
  path: 'lor program applied',
  summary: 'Note that you applied; its letters are locked from then on',
  examples: ['/lor program applied mercy', '/lor program applied mercy on:yesterday'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  options: {
    program: text('Program, by name', { max: 160 }),
    on: optional(date('The day, today if left out', 'past')),
  },
  suggest: { program: suggestPrograms },
  async run(args, context: Context<LetterPorts & ApplyPorts>) {
    const { actor, today, ports } = context;
    const { letters, words } = ports;
    const before = await requireProgram(args.program, context, { path: 'lor program applied', args });
    if (before.applied !== null)
      throw new UserProblem('not-legal', words.programs.appliedAlready(before.name, before.applied));
    const applied = args.on ?? today;
    if (applied > today) throw new UserProblem('bad-value', words.letters.inTheFuture(applied), { option: 'on' });
    const after = { ...before, applied };
    const change = await applyChange(context, 'lor program applied', [{ kind: 'program', before, after }]);
    const first = words.programs.applied(before.name, applied);
    return programReply(after, await letters.list(actor.id), words, { first, change });
  },
});
