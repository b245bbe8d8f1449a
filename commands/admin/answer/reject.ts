import { type Context, defineCommand } from '../../../src/core/command.ts';
import { text } from '../../../src/core/options.ts';
import { button, buttons, paragraph, reply } from '../../../src/core/reply.ts';
import { type CurationPorts, requireProposal, suggestProposals } from '../../../src/views/choose-answer.ts';

export default defineCommand({
  path: 'lor-admin answer reject',
  summary: 'Delete a suggested answer; nobody is told',
  examples: ['/lor-admin answer reject 1'],
  access: 'curator',
  where: 'community',
  visibility: 'private',
  changes: true,
  options: { proposal: text('Which proposal: its number', { max: 40 }) },
  suggest: { proposal: suggestProposals },
  async run({ proposal: typed }, context: Context<CurationPorts>) {
    const { submissions, words } = context.ports;
    const proposal = await requireProposal(typed, context);
    await submissions.remove(proposal.community, proposal.id);
    return reply(
      paragraph(words.curation.proposal.rejected(proposal.number)),
      buttons(button(words.curation.proposal.title, 'lor-admin answer pending')),
    );
  },
});
