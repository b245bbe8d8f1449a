import { type Context, defineCommand } from '../../src/core/command.ts';
import { flag, integer, optional, text } from '../../src/core/options.ts';
import { button, buttons, paragraph, type Reply, reply } from '../../src/core/reply.ts';
import type { Dossier } from '../../src/letters/dossier.ts';
import type { ChangedRecord } from '../../src/letters/letter.ts';
import { changesAnything, type Proposal, propose, withProposal } from '../../src/letters/propose.ts';
import { requireProgram, suggestPrograms } from '../../src/views/choose-program.ts';
import { undoButton } from '../../src/views/letter.ts';
import type { PagePorts } from '../../src/views/letter-page.ts';
import { programReply } from '../../src/views/program.ts';
import { proposalReply } from '../../src/views/proposal.ts';
import { type ApplyPorts, applyChange } from '../shared/apply.ts';
import { dossierOf } from '../shared/dossier.ts';

export default defineCommand({
  path: 'lor program propose',
  summary: 'Which letters would go where, and why',
  examples: ['/lor program propose', '/lor program propose mercy', '/lor program propose mercy apply:yes'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  options: {
    program: optional(text('Program; all if left out', { max: 160 })),
    apply: optional(flag('Assign as proposed?')),
    page: optional(integer('Page', { min: 1, max: 1_000 })),
  },
  suggest: { program: suggestPrograms },
  async run(args, context: Context<PagePorts & ApplyPorts>) {
    const dossier = await dossierOf(context);
    const one =
      args.program === undefined
        ? undefined
        : await requireProgram(args.program, context, { path: 'lor program propose', args });
    // One that belongs to another season is judged all the same when it is named.
    const programs = one && !dossier.programs.some(({ id }) => id === one.id) ? [one] : dossier.programs;
    const proposals = propose({ ...dossier, programs }).filter(({ program }) => !one || program === one.id);
    if (args.apply) return apply(proposals, { ...dossier, programs }, context);
    return proposalReply(proposals, { ...dossier, programs }, context.ports.words, args.page);
  },
});

/** Assigns as proposed: one change, which one undo takes back. */
async function apply(
  proposals: readonly Proposal[],
  { programs, letters, today }: Dossier,
  context: Context<PagePorts & ApplyPorts>,
): Promise<Reply> {
  const { words } = context.ports;
  const records = proposals.filter(changesAnything).flatMap((proposal): ChangedRecord[] => {
    const before = programs.find(({ id }) => id === proposal.program);
    return before ? [{ kind: 'program', before, after: withProposal(before, proposal, today) }] : [];
  });
  const list = button(words.programs.buttons.list, 'lor program list');
  if (records.length === 0) return reply(paragraph(words.programs.asProposed), buttons(list));
  const change = await applyChange(context, 'lor program propose', records);
  const first = words.programs.proposalDone(records.length);
  const [only, another] = records;
  if (only?.kind === 'program' && only.after && !another)
    return programReply(only.after, letters, words, { first, change });
  return reply(paragraph(first), buttons(undoButton(change, words), list));
}
