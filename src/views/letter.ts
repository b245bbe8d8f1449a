import type { Button, Line } from '../core/reply.ts';
import { type Block, button, day, entry, line, strong } from '../core/reply.ts';
import { type Day, formatDay } from '../core/time.ts';
import { daysBetween } from '../dates/calendar.ts';
import type { LetterWithWriter } from '../letters/letter.ts';
import { isOutstanding, nextRung } from '../letters/stages.ts';
import type { Words } from '../words/words.ts';

/** What a letter is for: `ERAS, Internal medicine`, or nothing when that is not said. */
export function purpose({ letter }: LetterWithWriter, words: Words): string {
  const service = letter.service && words.letters.service[letter.service];
  return [service, letter.specialty].filter((part) => part !== null).join(', ');
}

/**
 * `Dr. Chen (ERAS, Internal medicine)` for each, to tell letters apart in a menu. Where that is
 * the same for several, how far they are and until when goes along, and in the end a number.
 */
export function letterLabels(letters: readonly LetterWithWriter[], words: Words): readonly string[] {
  const short = letters.map((one) => labelled(one, [purpose(one, words)]));
  const long = letters.map((one) => {
    const { season, stage, due } = one.letter;
    const more = [words.letters.stage[stage], due === null ? '' : formatDay(due, words.core.language), season ?? ''];
    return labelled(one, [purpose(one, words), ...more]);
  });
  const plain = short.map((label, index) => (isTwin(short, label) ? (long[index] ?? label) : label));
  return plain.map((label, index) =>
    isTwin(plain, label) ? `${label} #${plain.slice(0, index + 1).filter((other) => other === label).length}` : label,
  );
}

function labelled({ writer }: LetterWithWriter, parts: readonly string[]): string {
  const what = parts.filter((part) => part !== '').join(', ');
  return what === '' ? writer.name : `${writer.name} (${what})`;
}

function isTwin(labels: readonly string[], label: string): boolean {
  return labels.indexOf(label) !== labels.lastIndexOf(label);
}

/** When it is due and how far away that is, in a sentence; of a letter that is in, the date alone. */
export function dueLine(one: LetterWithWriter, today: Day, words: Words): Line {
  return dueOf(one, today, words, words.letters.due);
}

/** The same as the value of a field. */
export function dueValue(one: LetterWithWriter, today: Day, words: Words): Line {
  return dueOf(one, today, words, words.letters.dueValue);
}

function dueOf({ letter }: LetterWithWriter, today: Day, words: Words, say: Words['letters']['due']): Line {
  const { due, stage } = letter;
  if (due === null) return [words.letters.noDue];
  return isOutstanding(stage) ? say(due, daysBetween(today, due)) : [day(due)];
}

/** The buttons that take a letter on; a yes is either strong or lukewarm, and may be a no. */
export function stepButtons(one: LetterWithWriter, words: Words): readonly Button[] {
  const { id, stage } = one.letter;
  const next = nextRung(stage);
  if (stage === 'asked') {
    return [
      button(words.letters.buttons.strongYes, 'lor next', { letter: id, to: 'agreed', answer: 'strong' }, 'primary'),
      button(words.letters.buttons.lukewarm, 'lor next', { letter: id, to: 'agreed', answer: 'lukewarm' }),
      button(words.letters.buttons.declined, 'lor next', { letter: id, to: 'declined' }),
    ];
  }
  if (next === undefined) return [];
  const label = words.letters.nextStep[stage as keyof Words['letters']['nextStep']];
  return [button(label, 'lor next', { letter: id, to: next }, 'primary')];
}

/**
 * One line of a list: who, how far, until when, and what can be done. `uploadBy` is told where it is
 * another day than the due date.
 */
export function letterEntry(one: LetterWithWriter, today: Day, words: Words, uploadBy: Day | null = null): Block {
  const { id, stage, due } = one.letter;
  const what = purpose(one, words);
  const state = line`${words.letters.stage[stage]} · ${dueLine(one, today, words)}`;
  const earlier = isOutstanding(stage) && uploadBy !== null && uploadBy !== due;
  return entry(
    what ? line`${strong(one.writer.name)} · ${what}` : line`${strong(one.writer.name)}`,
    [state, ...(earlier ? [words.letters.uploadByShort(uploadBy)] : [])],
    [...stepButtons(one, words).slice(0, 1), button(words.letters.buttons.show, 'lor show', { letter: id })],
  );
}

/** Takes back this change and no other. */
export function undoButton(change: string, words: Words): Button {
  return button(words.letters.buttons.undo, 'lor take-back', { change });
}
