import { type Context, defineCommand } from '../../src/core/command.ts';
import { UserProblem } from '../../src/core/errors.ts';
import { optional, text } from '../../src/core/options.ts';
import { button, buttons, note, paragraph, reply } from '../../src/core/reply.ts';
import type { MemberStore } from '../../src/members/member.ts';
import type { LetterPorts } from '../../src/views/choose-letter.ts';
import { countKept } from '../shared/count-kept.ts';

/** Typed in either language, whatever the member's. */
const confirming = /^(?:delete|supprimer)$/iu;

export default defineCommand({
  path: 'lor data erase',
  summary: 'Delete everything that I keep of you',
  examples: ['/lor data erase', '/lor data erase DELETE'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  options: { confirm: optional(text('Type DELETE to confirm', { max: 20 })) },
  async run({ confirm }, context: Context<LetterPorts & { members: MemberStore }>) {
    const { actor, ports } = context;
    const { erase } = ports.words.data;
    const kept = await countKept(context);
    if (confirm === undefined) {
      // The form that this opens asks for the word; no button deletes by itself.
      const next = [buttons(button(ports.words.settings.privacy.title, 'lor privacy'))];
      throw new UserProblem('bad-value', erase.asks(kept), { option: 'confirm', next });
    }
    if (!confirming.test(confirm.trim()))
      throw new UserProblem('bad-value', erase.wrongWord(confirm), { option: 'confirm' });
    await ports.members.erase(actor.id, actor.account);
    return reply(paragraph(erase.done(kept)), note(erase.after));
  },
});
