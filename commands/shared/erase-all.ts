import type { Context } from '../../src/core/command.ts';
import { UserProblem } from '../../src/core/errors.ts';
import { note, paragraph, type Reply, reply } from '../../src/core/reply.ts';
import type { MemberStore } from '../../src/members/member.ts';
import type { LetterPorts } from '../../src/views/choose-letter.ts';
import { countKept } from '../shared/count-kept.ts';

export type ErasePorts = LetterPorts & { readonly members: MemberStore };

/** The word that confirms, in either language, whatever the member's. */
const confirming = /^(?:delete|supprimer)$/iu;

/** Deletes all that is kept of a member, once they typed the word for it. */
export async function eraseAll(confirm: string, context: Context<ErasePorts>): Promise<Reply> {
  const { actor, ports } = context;
  const { erase } = ports.words.data;
  if (!confirming.test(confirm.trim()))
    throw new UserProblem('bad-value', erase.wrongWord(confirm), { option: 'confirm' });
  const kept = await countKept(context);
  await ports.members.erase(actor.id, actor.account);
  return reply(paragraph(erase.done(kept)), note(erase.after));
}
