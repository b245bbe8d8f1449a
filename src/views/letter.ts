import type { Button, Fact, Line } from '../core/reply.ts';
import {
  type Block,
  bullets,
  button,
  buttons,
  day,
  entry,
  fact,
  facts,
  heading,
  line,
  paragraph,
  progress,
  type Reply,
  reply,
  strong,
} from '../core/reply.ts';
import { type Day, formatDay } from '../core/time.ts';
import { daysBetween } from '../dates/calendar.ts';
import { steps } from '../letters/change.ts';
import type { Change, LetterWithWriter } from '../letters/letter.ts';
import { isOutstanding, ladder, nextRung, type Stage } from '../letters/stages.ts';
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
    const { stage, due } = one.letter;
    return labelled(one, [purpose(one, words), words.letters.stage[stage], due === null ? '' : formatDay(due)]);
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

/** One line of a list: who, how far, until when, and what can be done. */
export function letterEntry(one: LetterWithWriter, today: Day, words: Words): Block {
  const what = purpose(one, words);
  const state = line`${words.letters.stage[one.letter.stage]} · ${dueLine(one, today, words)}`;
  return entry(
    what ? line`${strong(one.writer.name)} · ${what}` : line`${strong(one.writer.name)}`,
    [state],
    [...stepButtons(one, words).slice(0, 1), button(words.letters.buttons.show, 'lor show', { letter: one.letter.id })],
  );
}

/** Everything about one letter, with its history. */
export function letterReply(
  one: LetterWithWriter,
  history: readonly Change[],
  today: Day,
  words: Words,
  first?: Line,
): Reply {
  const { letter, writer } = one;
  const { fields, general } = words.letters;
  const rung = (ladder as readonly Stage[]).indexOf(letter.stage);
  const known: (Fact | false)[] = [
    writer.title !== null && fact(fields.title, [writer.title]),
    writer.kind !== null && fact(fields.kind, [words.letters.kind[writer.kind]]),
    writer.met !== null && fact(fields.met, [writer.met]),
    fact(fields.stage, [words.letters.stage[letter.stage]]),
    letter.answer !== null && fact(fields.answer, [words.letters.answer[letter.answer]]),
    fact(fields.due, dueOf(one, today, words, words.letters.dueValue)),
    letter.service !== null && fact(fields.service, [words.letters.service[letter.service]]),
    fact(fields.specialty, [letter.specialty ?? general]),
  ];
  return reply(
    first && paragraph(first),
    heading(writer.name),
    rung >= 0 &&
      progress(
        ladder.map((stage) => words.letters.stage[stage]),
        rung + 1,
      ),
    facts(...known),
    paragraph(
      letter.answer === 'lukewarm' && isOutstanding(letter.stage)
        ? words.letters.lukewarm
        : words.letters.advice[letter.stage],
    ),
    ...historyBlocks(history, letter.id, words),
    buttons(
      ...stepButtons(one, words),
      button(words.letters.buttons.edit, 'lor edit', { letter: letter.id }),
      button(words.letters.buttons.list, 'lor list'),
    ),
  );
}

/** The dated steps, oldest first. Steps that were taken back are left out of what is told. */
function historyBlocks(history: readonly Change[], letter: string, words: Words): readonly Block[] {
  const undone = new Set(history.map(({ undoes }) => undoes));
  const told = steps(history, letter).filter(({ change }) => change.undoes === null && !undone.has(change.id));
  const lines = told.flatMap(({ to, on }) => (on ? [words.letters.step(to, on)] : []));
  return lines.length > 0 ? [paragraph([strong(words.letters.history)]), bullets(lines)] : [];
}

/** Takes back this change and no other. */
export function undoButton(change: string, words: Words): Button {
  return button(words.letters.buttons.undo, 'lor take-back', { change });
}
