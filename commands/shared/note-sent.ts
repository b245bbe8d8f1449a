import type { Context } from '../../src/core/command.ts';
import { UserProblem } from '../../src/core/errors.ts';
import type { Reply } from '../../src/core/reply.ts';
import type { Day } from '../../src/core/time.ts';
import type { LetterWithWriter, NudgeReason } from '../../src/letters/letter.ts';
import { type SentKind, sent } from '../../src/letters/sent.ts';
import { isIn } from '../../src/letters/stages.ts';
import { letterPage, type PagePorts } from '../../src/views/letter-page.ts';
import { type ApplyPorts, applyChange } from '../shared/apply.ts';

/** Notes that a mail went out, and shows the letter as it stands then. */
export async function noteSent(
  found: LetterWithWriter,
  kind: SentKind,
  on: Day,
  reason: NudgeReason | null,
  context: Context<PagePorts & ApplyPorts>,
): Promise<Reply> {
  const { today, ports } = context;
  const { words } = ports;
  const { letter: before, writer } = found;
  if (on > today) throw new UserProblem('bad-value', words.letters.inTheFuture(on), { option: 'sent' });
  if ((kind === 'thanks' || kind === 'result') && !isIn(before.stage))
    throw new UserProblem('not-legal', words.drafts.notInYet(writer.name));
  const after = sent(before, kind, on, reason);
  const same = JSON.stringify(before) === JSON.stringify(after);
  if (same) return letterPage(found, context, { first: words.drafts.notedAlready(writer.name) });
  const change = await applyChange(context, 'lor draft', [{ kind: 'letter', before, after }]);
  const first = words.drafts.noted[kind](writer.name, on);
  return letterPage({ letter: after, writer }, context, { first, change });
}
