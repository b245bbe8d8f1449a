import { type Context, defineCommand } from '../../src/core/command.ts';
import { UserProblem } from '../../src/core/errors.ts';
import { date, optional, text } from '../../src/core/options.ts';
import { type ApplyWarning, markApplied } from '../../src/letters/assignment.ts';
import type { LetterWithWriter } from '../../src/letters/letter.ts';
import { requireProgram, suggestPrograms } from '../../src/views/choose-program.ts';
import type { PagePorts } from '../../src/views/letter-page.ts';
import { programReply } from '../../src/views/program.ts';
import { type ApplyPorts, applyChange } from '../shared/apply.ts';

export default defineCommand({
  path: 'lor program applied',
  summary: 'Note that you applied; its letters may be fixed from then on',
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
  async run(args, context: Context<PagePorts & ApplyPorts>) {
    const { actor, today, ports } = context;
    const { letters, packs, words } = ports;
    const before = await requireProgram(args.program, context, { path: 'lor program applied', args });
    const all = await letters.list(actor.id);
    const on = args.on ?? today;
    const own = all.map(({ letter }) => letter);
    const outcome = markApplied(before, on, own, { packs, today });
    const said = words.assignments;
    if (outcome.kind === 'refused')
      throw new UserProblem('not-legal', said.notApplied(outcome.refusal, before.name), { option: 'on' });
    const after = outcome.program;
    const change = await applyChange(context, 'lor program applied', [{ kind: 'program', before, after }]);
    return programReply(after, all, words, {
      first: words.programs.applied(before.name, on),
      warnings: outcome.warnings.map((warning) => said.applied(warning, before.name, namesOf(warning, all))),
      change,
    });
  },
});

/** The writers of the letters that a warning is about. */
function namesOf(warning: ApplyWarning, all: readonly LetterWithWriter[]): readonly string[] {
  const ids = 'letters' in warning ? warning.letters : [];
  return all.filter(({ letter }) => ids.includes(letter.id)).map(({ writer }) => writer.name);
}
