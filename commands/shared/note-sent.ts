import type { Context } from '../../src/core/command.ts';
import { UserProblem } from '../../src/core/errors.ts';
import { button, buttons, type Line, type Reply } from '../../src/core/reply.ts';
import type { Day } from '../../src/core/time.ts';
import type { Letter, LetterWithWriter, NudgeReason } from '../../src/letters/letter.ts';
import { mayNote, type SentKind, sent } from '../../src/letters/sent.ts';
import { letterPage, type PagePorts } from '../../src/views/letter-page.ts';
import type { Words } from '../../src/words/words.ts';
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
  const may = mayNote(before, kind);
  if (may === 'no') throw notNow(found, kind, words);
  if (may === 'already') return letterPage(found, context, { first: words.drafts.notedAlready(writer.name) });
  const after = sent(before, kind, on, reason);
  const change = await applyChange(context, 'lor draft', [{ kind: 'letter', before, after }]);
  return letterPage({ letter: after, writer }, context, { first: noted(after, writer.name, kind, on, words), change });
}

function noted({ nudges }: Letter, name: string, kind: SentKind, on: Day, words: Words): Line {
  return kind === 'nudge' && nudges.length > 1 ? words.drafts.notedAgain(name, on) : words.drafts.noted[kind](name, on);
}

function notNow({ letter, writer }: LetterWithWriter, kind: SentKind, words: Words): UserProblem {
  const next = [buttons(button(words.letters.buttons.show, 'lor show', { letter: letter.id }))];
  const waits = kind === 'thanks' || kind === 'result';
  const sentence = waits ? words.drafts.notInYet(writer.name) : words.drafts.notHere(writer.name, letter.stage);
  return new UserProblem('not-legal', sentence, { next });
}
