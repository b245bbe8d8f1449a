import { UserProblem } from '../../src/core/errors.ts';
import type { RawArgs } from '../../src/core/invocation.ts';
import { type Button, button, buttons, type Line } from '../../src/core/reply.ts';
import type { Day } from '../../src/core/time.ts';
import { type LetterWithWriter, type NudgeReason, nudgeReasons } from '../../src/letters/letter.ts';
import { nudgeNow } from '../../src/letters/nudges.ts';
import { isOutstanding } from '../../src/letters/stages.ts';
import type { Packs } from '../../src/packs/pack.ts';
import type { Words } from '../../src/words/words.ts';

/**
 * The rule of one polite reminder: in its window or after it, once; a second one a week later and
 * with a reason. Throws what stands against it. `again` is what the command was told, for the
 * buttons that go on from there.
 */
export function refuseNudge(
  { letter, writer }: LetterWithWriter,
  by: Day | null,
  reason: NudgeReason | undefined,
  again: RawArgs,
  { packs, today, words }: { readonly packs: Packs; readonly today: Day; readonly words: Words },
): void {
  const said = words.drafts.nudgeRule;
  const { buttons: labels, nudgeReason } = words.letters;
  const state = nudgeNow(letter, by, { packs, today });
  if (state === null) return;
  const refuse = (sentence: Line, ...first: readonly Button[]): never => {
    const others = [
      isOutstanding(letter.stage) && button(labels.backup, 'lor backup', { letter: letter.id }),
      button(labels.show, 'lor show', { letter: letter.id }),
    ];
    throw new UserProblem('not-legal', sentence, { next: [buttons(...first, ...others)] });
  };
  if (state.kind === 'none' && state.because === 'no-yes') refuse(said.notYet(writer.name));
  if (state.kind === 'none' && state.because !== 'no-date') refuse(said.isIn(writer.name));
  if (state.kind === 'not-yet') refuse(said.tooEarly(writer.name, state.opens));
  if (state.kind !== 'used') return;
  if (state.again === null) refuse(said.twice(writer.name));
  else if (state.days > 0) refuse(said.wait(writer.name, state.on, state.again));
  else if (reason === undefined) {
    const args = { letter: letter.id, kind: 'nudge' };
    const reasons = nudgeReasons.map((one) => ({
      ...button(nudgeReason[one], 'lor draft', { ...again, ...args, reason: one }),
      shorter: { path: 'lor draft', args: { ...args, reason: one } },
    }));
    refuse(said.why(writer.name, state.on), ...reasons);
  }
}
