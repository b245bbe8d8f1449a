import { type Context, defineCommand } from '../../src/core/command.ts';
import { UserProblem } from '../../src/core/errors.ts';
import { text } from '../../src/core/options.ts';
import { button, buttons } from '../../src/core/reply.ts';
import { assign } from '../../src/letters/assignment.ts';
import { requireLetter, suggestLetters } from '../../src/views/choose-letter.ts';
import { requireProgram, suggestPrograms } from '../../src/views/choose-program.ts';
import type { PagePorts } from '../../src/views/letter-page.ts';
import { programReply } from '../../src/views/program.ts';
import { type ApplyPorts, applyChange } from '../shared/apply.ts';

export default defineCommand({
  path: 'lor program assign',
  summary: 'Send a letter to a program',
  examples: ['/lor program assign mercy letter:chen'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  options: {
    program: text('Program, by name', { max: 160 }),
    letter: text('Letter, by its writer', { max: 120 }),
  },
  suggest: { program: suggestPrograms, letter: suggestLetters },
  async run(args, context: Context<PagePorts & ApplyPorts>) {
    const { actor, today, ports } = context;
    const { letters, packs, words } = ports;
    const pending = { path: 'lor program assign', args };
    const before = await requireProgram(args.program, context, pending);
    const found = await requireLetter(args.letter, context, { ...pending, args: { ...args, program: before.id } });
    const outcome = assign(before, found, { packs, today });
    const said = words.assignments;
    if (outcome.kind === 'refused') {
      const next = [buttons(button(words.programs.buttons.show, 'lor program show', { program: before.id }))];
      const sentence = said.refused(outcome.refusal, found.writer.name, before.name);
      throw new UserProblem('not-legal', sentence, { next });
    }
    const after = outcome.program;
    const change = await applyChange(context, 'lor program assign', [{ kind: 'program', before, after }]);
    return programReply(after, await letters.list(actor.id), words, {
      first: words.programs.assigned(found.writer.name, after.name),
      warnings: outcome.warnings.map((warning) => said.warned(warning, found.writer.name, after.name)),
      change,
    });
  },
});
