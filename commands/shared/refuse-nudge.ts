import { UserProblem } from '../../src/core/errors.ts';
import { button, buttons, type Line } from '../../src/core/reply.ts';
import type { Day } from '../../src/core/time.ts';
import type { LetterWithWriter, NudgeReason } from '../../src/letters/letter.ts';
import { nudgeState } from '../../src/letters/nudges.ts';
import type { Packs } from '../../src/packs/pack.ts';
import type { Words } from '../../src/words/words.ts';

/**
 * The rule of one polite reminder: in its window or after it, once; a second one a week later and
 * with a reason. Throws what stands against it.
 */
export function refuseNudge(
  { letter, writer }: LetterWithWriter,
  by: Day | null,
  reason: NudgeReason | undefined,
  { packs, today, words }: { readonly packs: Packs; readonly today: Day; readonly words: Words },
): void {
  const said = words.drafts.nudgeRule;
  const { nudgeWindowDays, nudgeAgainDays } = packs.rhythm;
  if (nudgeWindowDays.value === undefined || nudgeAgainDays.value === undefined) return;
  const state = nudgeState(letter, by, today, nudgeWindowDays.value, nudgeAgainDays.value);
  const refuse = (sentence: Line, option?: string) => {
    const next = [
      buttons(
        button(words.letters.buttons.backup, 'lor backup', { letter: letter.id }),
        button(words.letters.buttons.show, 'lor show', { letter: letter.id }),
      ),
    ];
    throw new UserProblem('not-legal', sentence, option === undefined ? { next } : { option, next });
  };
  if (state.kind === 'none' && state.because === 'no-yes') refuse(said.notYet(writer.name));
  if (state.kind === 'none' && state.because !== 'no-date') refuse(said.isIn(writer.name));
  if (state.kind === 'not-yet') refuse(said.tooEarly(writer.name, state.opens));
  if (state.kind !== 'used') return;
  if (state.again === null) refuse(said.twice(writer.name));
  else if (state.days > 0) refuse(said.wait(writer.name, state.on, state.again));
  else if (reason === undefined) refuse(said.why(writer.name, state.on), 'reason');
}
